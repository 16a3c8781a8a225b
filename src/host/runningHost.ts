import { createHmac, randomBytes } from 'node:crypto'
import { rmSync, statSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'

/** What a host leaves beside the plans it serves, for a second start by the same user: where it is, and the key to a new link. */
const HostNote = z.strictObject({
  origin: z.string().regex(/^http:\/\/127\.0\.0\.1:\d+$/),
  key: z.string().min(20),
})
type HostNote = z.infer<typeof HostNote>

const Answer = z.object({ ticket: z.string(), proof: z.string() })

/**
 * Shows that one has the key without saying it: the note may be of a host that was killed, and its port another user's
 * by now.
 */
export function proofOf(key: string, ...texts: readonly string[]): string {
  return createHmac('sha256', key).update(texts.join(' ')).digest('base64url')
}

/** A host that does not answer within this is none. */
const ANSWER_LIMIT_MS = 3000

const noteOf = (libraryFile: string): string => `${libraryFile}.host`

/** Leaves the note, readable by its owner alone; what takes it away again, unless another host's has come in its place. */
export function leaveNote(libraryFile: string, { origin, key }: HostNote): () => Promise<void> {
  const file = noteOf(libraryFile)
  // A new file: one that stands there could be another user's, and would keep its owner.
  rmSync(file, { force: true })
  writeFileSync(file, JSON.stringify({ origin, key }), { mode: 0o600, flag: 'wx' })
  return async () => {
    if ((await readNote(libraryFile))?.key === key) rmSync(file, { force: true })
  }
}

/** A fresh start link of the host that serves these plans already; undefined where none answers. */
export async function askForLink(libraryFile: string): Promise<string | undefined> {
  const note = await readNote(libraryFile)
  if (!note) return undefined
  const { origin, key } = note
  const nonce = randomBytes(24).toString('base64url')
  const reply = await fetch(`${origin}/ticket`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ nonce, proof: proofOf(key, 'ask', nonce) }),
    signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
  }).catch(() => undefined)
  const answer = reply?.ok ? Answer.safeParse(await reply.json()) : undefined
  if (!answer?.success) return undefined
  const { ticket, proof } = answer.data
  return proof === proofOf(key, 'give', nonce, ticket) ? `${origin}/#${ticket}` : undefined
}

/** Only what this user alone could have written: a note of another's would lead the planner to another's host. */
async function readNote(libraryFile: string): Promise<HostNote | undefined> {
  const file = noteOf(libraryFile)
  try {
    const { uid, mode } = statSync(file)
    const own = process.getuid?.()
    // Windows has no such modes; there the data folder is the user's own.
    if (own !== undefined && (uid !== own || (mode & 0o077) !== 0)) return undefined
    return HostNote.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return undefined
  }
}
