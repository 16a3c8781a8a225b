import { create } from 'zustand'
import { CallFault } from '../../transport/invoke.ts'

/** A file on its way: read here, then checked by the host. */
interface Reading {
  readonly fileName: string
  readonly phase: 'reading' | 'checking'
  /** Of the bytes, while they are read. */
  readonly readShare: number
  /** Null where it can no longer be taken back. */
  readonly stop: (() => void) | null
}

/** The file that is on its way, if any: shown wherever the planner is. */
export const useReading = create<{ readonly job: Reading | null }>(() => ({ job: null }))

/** What a file on its way is asked for; each fails with {@link STOPPED} once it is stopped. */
export interface FileJob {
  /** The bytes, with the share of them that is read already told meanwhile. */
  readonly bytes: (file: File) => Promise<Uint8Array<ArrayBuffer>>
  /** An answer of the host. What cannot be taken back once it is asked for offers no way to stop it. */
  readonly ask: <T>(answer: Promise<T>, canStop: boolean) => Promise<T>
}

/** Thrown into work that was stopped. */
export const STOPPED = 'stopped'

/** Does what has to be done of a file; answers false where the planner stopped it. One file at a time is shown. */
export async function withReading(
  fileName: string,
  work: (job: FileJob) => Promise<unknown>,
): Promise<boolean> {
  const stopped = new AbortController()
  const isStopped = new Promise<never>((_, refuse) =>
    stopped.signal.addEventListener('abort', () => refuse(new Error(STOPPED))),
  )
  isStopped.catch(() => undefined)
  const stop = (): void => stopped.abort()
  const own: Reading = { fileName, phase: 'reading', readShare: 0, stop }
  let shown = own
  const show = (change: Partial<Reading>): void => {
    const isOwn = useReading.getState().job === shown
    shown = { ...shown, ...change }
    if (isOwn) useReading.setState({ job: shown })
  }
  useReading.setState({ job: own })
  try {
    await work({
      bytes: (file) => readBytes(file, (readShare) => show({ readShare }), stopped.signal),
      ask: (answer, canStop) => {
        show({ phase: 'checking', stop: canStop ? stop : null })
        return Promise.race([answer, isStopped])
      },
    })
    return true
  } catch (error) {
    if (stopped.signal.aborted) return false
    throw error instanceof CallFault ? ofFile(error, fileName) : error
  } finally {
    if (useReading.getState().job === shown) useReading.setState({ job: null })
  }
}

/** A fault of a file names it: several may be on their way. */
function ofFile({ fault }: CallFault, fileName: string): CallFault {
  const faults = fault.faults.map((own) => ({
    ...own,
    path: own.path.replace(/^file\b/, `file ${fileName}`),
  }))
  return new CallFault({ ...fault, faults })
}

async function readBytes(
  file: File,
  tell: (share: number) => void,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.size)
  const reader = file.stream().getReader()
  let at = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (signal.aborted) {
      await reader.cancel()
      throw new Error(STOPPED)
    }
    bytes.set(part.value, at)
    at += part.value.length
    tell(at / file.size)
  }
  return bytes
}
