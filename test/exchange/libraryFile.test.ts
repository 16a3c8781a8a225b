import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import type { LibraryCalls } from '../../src/main/handlers.ts'
import { createLibrary } from '../../src/main/library/createLibrary.ts'

const folder = mkdtempSync(join(tmpdir(), 'tokenworks-library-file-'))
const closers: (() => void)[] = []
afterAll(() => {
  for (const close of closers) close()
  rmSync(folder, { recursive: true, force: true })
})

/** A library of the sample alone: its branches are taken out, so that little is packed. */
async function open(name: string): Promise<LibraryCalls> {
  const library = createLibrary({
    libraryFile: join(folder, name),
    resourcesFolder: 'resources',
    now: () => new Date('2026-11-25T12:00:00Z'),
  })
  closers.push(library.close)
  const { calls } = library
  for (const { id, parentId } of await calls['plans.list'](null)) {
    if (parentId === null) continue
    await calls['plans.setShelf']({ id, isTrashed: true })
    await calls['plans.erase']({ id })
  }
  return calls
}

const plansOf = async (calls: LibraryCalls) => {
  const ids = (await calls['plans.list'](null)).map(({ id }) => id).toSorted()
  return Promise.all(ids.map(async (id) => (await calls['plans.open']({ id })).plan))
}

test('a whole library goes out as one file and comes into another, plan by plan the same, with tags, revisions and results', async () => {
  const from = await open('from.sqlite')
  const copy = await from['plans.duplicate']({ id: 'meridian', name: 'Branch' })
  await from['revisions.add']({ id: copy.plan.id, name: 'as filed' })
  await from['plans.setShelf']({ id: copy.plan.id, tags: ['east', 'board'], isArchived: true })
  const { base64 } = await from['library.export'](null)
  const to = await open('to.sqlite')
  await to['plans.setShelf']({ id: 'meridian', isTrashed: true })
  await to['plans.erase']({ id: 'meridian' })
  expect(await to['library.import']({ base64 })).toEqual({ count: 2 })
  expect(await plansOf(to)).toEqual(await plansOf(from))
  const cards = await to['plans.list'](null)
  expect(cards.find(({ id }) => id === copy.plan.id)).toMatchObject({
    tags: ['board', 'east'],
    isArchived: true,
    parentId: 'meridian',
  })
  expect((await to['revisions.list']({ id: copy.plan.id })).map(({ name }) => name)).toEqual(['as filed'])
  expect((await to['results.read']({ id: 'meridian' }))?.result).toEqual(
    (await from['results.read']({ id: 'meridian' }))?.result,
  )
})

test('one plan with a fault, and nothing of the file comes in', async () => {
  const calls = await open('whole.sqlite')
  const before = await calls['plans.list'](null)
  const { base64 } = await calls['library.export'](null)
  const document = JSON.parse(strFromU8(gunzipSync(Buffer.from(base64, 'base64'))))
  document.plans.push({ plan: { ...document.plans[0].plan, sites: 'none' } })
  const broken = Buffer.from(gzipSync(strToU8(JSON.stringify(document)))).toString('base64')
  await expect((async () => calls['library.import']({ base64: broken }))()).rejects.toMatchObject({
    faults: [{ path: 'plans[1].plan.sites' }],
  })
  const noise = Buffer.from('no library').toString('base64')
  await expect((async () => calls['library.import']({ base64: noise }))()).rejects.toThrow('no library')
  expect(await calls['plans.list'](null)).toEqual(before)
})
