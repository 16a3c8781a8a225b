import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8 } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { createLibrary } from '../../src/main/library/createLibrary.ts'
import { readCatalog } from '../../src/main/readCatalog.ts'
import { reportCalls } from '../../src/main/reports/reportCalls.ts'

const now = () => new Date('2026-11-25T12:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'tokenworks-report-calls-'))
const library = createLibrary({
  libraryFile: join(folder, 'plans.sqlite'),
  resourcesFolder: 'resources',
  now,
})
afterAll(() => {
  library.close()
  rmSync(folder, { recursive: true, force: true })
})
const printPdf = () => Promise.reject(new Error('Nothing is printed here'))
const calls = reportCalls({ now, printPdf }, library.calls, readCatalog)
const order = {
  id: 'meridian',
  format: 'json',
  paper: 'A4',
  language: 'en',
  sections: ['method'],
} as const
const made = async (more: { readonly revisionId?: number } = {}) => {
  const { base64 } = await calls['reports.write']({ ...order, sections: [...order.sections], ...more })
  return JSON.parse(strFromU8(Buffer.from(base64, 'base64')))
}

test('a report is of the plan as it stands, or of a revision with the result of its inputs', async () => {
  const revision = await library.calls['revisions.add']({ id: 'meridian', name: 'as filed' })
  expect(await made()).toMatchObject({ revision: 'as filed', inputsHash: revision.inputsHash })
  const { plan, version } = await library.calls['plans.open']({ id: 'meridian' })
  const dearer = { ...plan, finance: { ...plan.finance, carbonUsdPerTonne: 40 } }
  await library.calls['plans.edit']({
    id: plan.id,
    baseVersion: version,
    label: 'Dearer carbon',
    plan: dearer,
  })
  await expect(made()).rejects.toThrow('no result for these inputs')
  expect(await made({ revisionId: revision.id })).toMatchObject({
    revision: 'as filed',
    inputsHash: revision.inputsHash,
  })
  await expect(made({ revisionId: 999 })).rejects.toThrow('no such revision')
  const changed = await library.calls['revisions.add']({ id: 'meridian', name: 'dearer' })
  await expect(made({ revisionId: changed.id })).rejects.toMatchObject({ faults: [{ path: 'revisionId' }] })
})

test('a report that is stopped ends at the host: on its way to a document, and while it is printed', async () => {
  const job = '7d1f7a10-0f4e-4c43-9a53-0b1c5a7e9d10'
  let asked = 0
  const early = reportCalls(
    { now, printPdf: () => Promise.resolve(new Uint8Array(++asked)) },
    library.calls,
    readCatalog,
  )
  const revisions = await library.calls['revisions.list']({ id: 'meridian' })
  const revision = revisions.find(({ name }) => name === 'as filed')
  const wanted = { ...order, sections: ['method'], revisionId: revision!.id, job }
  const never = early['reports.write']({ ...wanted, format: 'pdf' })
  setImmediate(() => void early['reports.stop']({ job }))
  await expect(never).rejects.toThrow('was stopped')
  expect(asked).toBe(0)

  const printing = Promise.withResolvers<AbortSignal | undefined>()
  const late = reportCalls(
    {
      now,
      printPdf: (_, signal) =>
        new Promise((_done, failed) => {
          printing.resolve(signal)
          signal?.addEventListener('abort', () => failed(signal.reason))
        }),
    },
    library.calls,
    readCatalog,
  )
  const stopped = late['reports.write']({ ...wanted, format: 'pdf' })
  const [signal] = await Promise.all([
    printing.promise,
    expect(stopped).rejects.toThrow('was stopped'),
    printing.promise.then(() => late['reports.stop']({ job })),
  ])
  expect(signal?.aborted).toBe(true)
  // The name is free again, and a report that nobody stops is made.
  expect(late['reports.stop']({ job })).toBeNull()
  await expect(early['reports.write'](wanted)).resolves.toMatchObject({
    fileName: 'Meridian-Tokens.report.json',
  })
})
