import { Gunzip, gzipSync, strToU8 } from 'fflate'
import { z } from 'zod'
import { checkDocument } from '../../plan/checkDocument.ts'
import { AppFault } from '../../plan/fault.ts'
import { readPlan } from '../../plan/readPlan.ts'
import { PlanResult } from '../../plan/result/result.ts'
import type { Db } from './openDatabase.ts'
import { addPlan, getPlanRow, listTags } from './plans.ts'
import { readPlanTables } from './planTables.ts'
import { addResult, findResult } from './results.ts'
import { addRevisionOf, listRevisions, readRevision } from './revisions.ts'
import { listCards, setShelf } from './shelf.ts'

/** A whole library as one document: every plan with its place on the shelf, its revisions and its newest result. */
const Archive = z.strictObject({
  libraryVersion: z.literal(1),
  plans: z.array(
    z.strictObject({
      plan: z.unknown(),
      parentId: z.string().nullable().default(null),
      tags: z.array(z.string().max(60)).max(20).default([]),
      isStarred: z.boolean().default(false),
      isArchived: z.boolean().default(false),
      isTrashed: z.boolean().default(false),
      revisions: z.array(z.strictObject({ name: z.string().min(1).max(200), plan: z.unknown() })).default([]),
      result: PlanResult.nullable().default(null),
    }),
  ),
})

const SLICE_BYTES = 16 * 1024
const MOST_BYTES = 256 * 1024 * 1024

/** The library as gzipped JSON. */
export function exportLibrary(db: Db): Uint8Array {
  const plans = listCards(db).map(({ id, parentId, tags, isStarred, isArchived, isTrashed }) => ({
    plan: readPlanTables(db, getPlanRow(db, id)),
    parentId,
    tags,
    isStarred,
    isArchived,
    isTrashed,
    revisions: listRevisions(db, id)
      .toReversed()
      .map((revision) => ({ name: revision.name, plan: readRevision(db, revision.id) })),
    result: findResult(db, id)?.result ?? null,
  }))
  return gzipSync(strToU8(JSON.stringify({ libraryVersion: 1, plans })), { mtime: 0 })
}

/**
 * Adds all plans of an exported library; ids that are taken are numbered. Everything is checked before the first row is
 * written, and the caller's transaction makes it all or nothing. Returns how many plans came.
 */
export function importLibrary(db: Db, bytes: Uint8Array, at: string): number {
  const { plans } = checkDocument(Archive, parse(bytes), 'The file is no library that can be read')
  const checked = plans.map((own, index) => ({
    ...own,
    plan: within(`plans[${index}].plan`, () => readPlan(own.plan)),
    revisions: own.revisions.map(({ name, plan }, at) => ({
      name,
      plan: within(`plans[${index}].revisions[${at}].plan`, () => readPlan(plan)),
    })),
  }))
  const ids = new Map<string, string>()
  // Oldest first, so that the newest stands first on the shelf as it did.
  for (const own of checked.toReversed()) {
    const id = addPlan(db, own.plan, at)
    ids.set(own.plan.id, id)
    for (const { name, plan } of own.revisions) addRevisionOf(db, id, name, at, { ...plan, id })
    if (own.result) addResult(db, id, own.result, at)
    const { tags, isStarred, isArchived, isTrashed } = own
    if (listTags(db, id).length + tags.length > 0 || isStarred || isArchived || isTrashed)
      setShelf(db, { id, tags, isStarred, isArchived, isTrashed })
  }
  // Only now every plan has its new id.
  const setParent = db.prepare('UPDATE plan SET parent_id = ? WHERE id = ?')
  for (const { plan, parentId } of checked)
    if (parentId !== null) setParent.run(ids.get(parentId) ?? parentId, ids.get(plan.id))
  return checked.length
}

function within<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof AppFault)) throw error
    const faults = error.faults.map((own) => ({ ...own, path: `${path}.${own.path}` }))
    throw new AppFault(error.code, error.message, faults)
  }
}

/** Unpacked slice by slice up to a limit, then read as JSON. */
function parse(bytes: Uint8Array): unknown {
  const chunks: Uint8Array[] = []
  let total = 0
  const gunzip = new Gunzip((chunk) => {
    total += chunk.length
    if (total > MOST_BYTES) throw refused(`more than ${MOST_BYTES / 1024 / 1024} MiB unpacked`)
    chunks.push(chunk)
  })
  try {
    for (let from = 0; from < bytes.length; from += SLICE_BYTES)
      gunzip.push(bytes.subarray(from, from + SLICE_BYTES), from + SLICE_BYTES >= bytes.length)
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)))
  } catch (error) {
    if (error instanceof AppFault) throw error
    throw refused('a damaged file, or another kind of file')
  }
}

function refused(value: string): AppFault {
  return new AppFault('bad-input', 'The file is no library that can be read', [
    { path: 'file', value, expected: 'a file as the library exports it (.tokenlibrary, gzipped JSON)' },
  ])
}
