import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OpenedPlan } from '../../contract/contract.ts'
import { readPlanText } from '../../plan/readPlan.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { LibraryCalls } from '../handlers.ts'
import { listTemplateFiles } from '../readTemplates.ts'
import { createLibrary } from './createLibrary.ts'
import { MIGRATIONS } from './migrations/migrations.ts'
import { openDatabase } from './openDatabase.ts'

const resourcesFolder = join(import.meta.dirname, '../../../resources')
let folder: string
let libraryFile: string
let close: () => void
let calls: LibraryCalls

function open(): void {
  const library = createLibrary({ libraryFile, resourcesFolder, now: () => new Date() })
  calls = library.calls
  close = library.close
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokenworks-library-'))
  libraryFile = join(folder, 'library.sqlite')
  open()
})
afterEach(() => {
  close()
  rmSync(folder, { recursive: true, force: true })
})

const openMeridian = () => calls['plans.open']({ id: 'meridian' }) as OpenedPlan
const edit = (opened: OpenedPlan, plan: Plan, label = 'Edit') =>
  calls['plans.edit']({ id: plan.id, baseVersion: opened.version, label, plan }) as OpenedPlan

test('a new library opens on the sample, solved, and the result is of these inputs', () => {
  expect(calls['results.read']({ id: 'meridian' })).toMatchObject({ isStale: false })
})

test('every shipped plan comes back from its tables as it went in', () => {
  for (const file of Object.values(listTemplateFiles())) {
    const plan = readPlanText(readFileSync(file, 'utf8'))
    const stored = calls['plans.import']({ text: JSON.stringify(plan) }) as OpenedPlan
    expect(stored.plan).toEqual({ ...plan, id: stored.plan.id })
  }
})

test('sites, grids, fleets and demand stand in tables of their own', () => {
  const db = new Database(libraryFile, { readonly: true })
  const row = db
    .prepare(
      `SELECT site.name, grid.grid_limit_mw AS mw FROM site JOIN grid ON grid.site_id = site.id
       AND grid.plan_id = site.plan_id ORDER BY mw DESC LIMIT 1`,
    )
    .get()
  db.close()
  const { plan } = openMeridian()
  const largest = plan.sites.toSorted((a, b) => b.power.gridLimitMw - a.power.gridLimitMw)[0]!
  expect(row).toEqual({ name: largest.name, mw: largest.power.gridLimitMw })
})

test('any run of edits, undone and redone, ends at the same bytes, across restarts', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(6), fc.double({ min: 0, max: 900, noNaN: true })), { maxLength: 12 }),
      (steps) => {
        const start = openMeridian()
        let opened = start
        let count = 0
        for (const [kind, value] of steps) {
          const next = edit(opened, change(opened.plan, kind, value))
          if (next.version > opened.version) count++
          opened = next
        }
        const edited = JSON.stringify(opened.plan)
        close()
        open()
        for (let i = 0; i < count; i++) opened = calls['plans.undo']({ id: 'meridian' }) as OpenedPlan
        expect(JSON.stringify(opened.plan)).toBe(JSON.stringify(start.plan))
        for (let i = 0; i < count; i++) opened = calls['plans.redo']({ id: 'meridian' }) as OpenedPlan
        expect(JSON.stringify(opened.plan)).toBe(edited)
      },
    ),
    { numRuns: 12 },
  )
})

function change(plan: Plan, kind: number, value: number): Plan {
  const next = structuredClone(plan)
  const site = next.sites[0]!
  if (kind === 0) site.power.gridLimitMw = value
  if (kind === 1) site.note = `note ${value}`
  if (kind === 2) next.sites = [...next.sites.slice(1), site]
  if (kind === 3)
    next.distribution.links.push({ regionId: next.regions[0]!.id, siteId: site.id, limitMTokS: value })
  if (kind === 4) delete site.power.energyUsdPerMwh
  if (kind === 6)
    next.catalogOverrides.push({
      table: 'regions',
      rowId: 'us-nova',
      column: 'price_usd_mwh',
      value,
      note: 'offer',
    })
  if (kind === 5) next.name = `Name ${value}`
  return next
}

test('a result turns stale with an edit of the inputs, not with a new name, and fresh again with undo', () => {
  const isStale = () => (calls['results.read']({ id: 'meridian' }) as { isStale: boolean }).isStale
  const renamed = edit(openMeridian(), { ...openMeridian().plan, name: 'Other' })
  expect(isStale()).toBe(false)
  edit(renamed, change(renamed.plan, 0, 3))
  expect(isStale()).toBe(true)
  calls['plans.undo']({ id: 'meridian' })
  expect(isStale()).toBe(false)
})

test('an edit of a version that is no longer the newest is refused and changes nothing', () => {
  const first = openMeridian()
  const second = edit(first, change(first.plan, 0, 5))
  expect(() => edit(first, change(first.plan, 0, 6))).toThrow('changed elsewhere')
  expect(openMeridian()).toEqual(second)
})

test('plans are found by words of any script, by site, note and tag', () => {
  const { plan } = openMeridian()
  edit(openMeridian(), { ...plan, description: '东数西算 枢纽' })
  calls['plans.setShelf']({ id: 'meridian', tags: ['board-2027'] })
  const find = (text: string) => (calls['plans.search']({ text }) as { id: string }[]).map((card) => card.id)
  for (const text of ['东数', '西算 枢', 'board-2027']) expect(find(text), text).toEqual(['meridian'])
  for (const text of [plan.sites[0]!.name.toLowerCase(), 'H200'])
    expect(find(text), text).toContain('meridian')
  expect(find('no such thing')).toEqual([])
  expect(find('%')).not.toContain('meridian')
})

test('revisions keep the plan as it stood', () => {
  const { plan, version } = openMeridian()
  const revision = calls['revisions.add']({ id: 'meridian', name: 'Board' }) as {
    id: number
    version: number
  }
  edit(openMeridian(), change(plan, 0, 1))
  expect(revision.version).toBe(version)
  expect(calls['revisions.read']({ revisionId: revision.id })).toEqual(plan)
})

test('only what lies in the trash is erased', () => {
  expect(() => calls['plans.erase']({ id: 'meridian' })).toThrow('trash')
  calls['plans.setShelf']({ id: 'meridian', isTrashed: true })
  calls['plans.erase']({ id: 'meridian' })
  const ids = (calls['plans.list'](null) as { id: string }[]).map((card) => card.id)
  expect(ids).not.toContain('meridian')
  expect(ids).toContain('meridian-leases-only')
})

test('a newer, a foreign and a damaged library are refused and left untouched', () => {
  close()
  const whole = readFileSync(libraryFile)
  const refuse = (bytes: Buffer, message: string) => {
    const file = join(folder, `refused-${message.length}.sqlite`)
    writeFileSync(file, bytes)
    expect(() => createLibrary({ libraryFile: file, resourcesFolder, now: () => new Date() })).toThrow(
      message,
    )
    expect(readFileSync(file).equals(bytes)).toBe(true)
  }
  const newer = Buffer.from(whole)
  newer.writeUInt32BE(MIGRATIONS.length + 1, 60)
  refuse(newer, 'written by a newer Tokenworks')
  const foreign = Buffer.from(whole)
  foreign.writeUInt32BE(7, 68)
  refuse(foreign, 'cannot be used')
  const torn = Buffer.from(whole)
  torn.fill(0xa5, 4096 * 3, 4096 * 6)
  refuse(torn, 'The library file cannot be used')
  refuse(Buffer.from('not a database at all, but text'.repeat(40)), 'cannot be used; it was left')
  open()
})

test('a migration first keeps a backup, and one that fails changes nothing', () => {
  close()
  const failing = [...MIGRATIONS, 'CREATE TABLE extra (id TEXT) STRICT; SELECT no_such_column FROM plan;']
  expect(() => openDatabase(libraryFile, failing)).toThrow('no_such_column')
  const backups = readdirSync(folder).filter((name) => name.endsWith('.backup'))
  expect(backups).toHaveLength(1)
  const backup = new Database(join(folder, backups[0]!), { readonly: true })
  expect(backup.prepare('SELECT count(*) AS n FROM plan').get()).toEqual({ n: 8 })
  backup.close()
  const { db } = openDatabase(libraryFile, [...MIGRATIONS, 'CREATE TABLE extra (id TEXT) STRICT;'])
  expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length + 1)
  db.close()
  expect(() => open()).toThrow('newer')
  rmSync(libraryFile)
  open()
})

test('a branch begins where its parent stood, solved, and knows parent and base; promoting it archives the rest', () => {
  const { plan } = openMeridian()
  const branch = calls['plans.branch']({ id: 'meridian', name: 'Cheaper racks' }) as OpenedPlan
  expect(branch.plan).toEqual({ ...plan, id: branch.plan.id, name: 'Cheaper racks' })
  expect(calls['results.read']({ id: branch.plan.id })).toMatchObject({
    isStale: false,
    result: { planId: branch.plan.id },
  })
  const cardOf = (id: string) =>
    (calls['plans.list'](null) as { id: string; isArchived: boolean; baseRevisionId: number | null }[]).find(
      (card) => card.id === id,
    )!
  const { baseRevisionId } = cardOf(branch.plan.id)
  edit(openMeridian(), change(plan, 0, 1))
  expect(calls['revisions.read']({ revisionId: baseRevisionId! })).toEqual(plan)
  const again = calls['plans.branch']({
    id: 'meridian',
    name: 'From the base',
    revisionId: baseRevisionId!,
  }) as OpenedPlan
  expect(again.plan.sites).toEqual(plan.sites)
  const binned = calls['plans.duplicate']({ id: 'meridian', name: 'In the trash' }) as OpenedPlan
  calls['plans.setShelf']({ id: binned.plan.id, isTrashed: true })
  calls['plans.promote']({ id: again.plan.id })
  const family = ['meridian', branch.plan.id, again.plan.id, binned.plan.id]
  expect(family.map((id) => cardOf(id).isArchived)).toEqual([true, true, false, false])
})

test('undo brings back the result of the inputs as they then stood, though a newer one is kept', () => {
  const first = calls['results.read']({ id: 'meridian' })!
  const edited = edit(openMeridian(), change(openMeridian().plan, 0, 3))
  const { result } = first as Exclude<Awaited<typeof first>, null>
  calls['results.save']({ planId: 'meridian', result: { ...result, inputsHash: edited.inputsHash } })
  calls['plans.undo']({ id: 'meridian' })
  expect(calls['results.read']({ id: 'meridian' })).toMatchObject({ isStale: false, result })
})

test('settings are kept from start to start; one of another form is as at first', () => {
  expect(calls['settings.read'](null)).toMatchObject({ language: null, theme: 'auto', isTourSeen: false })
  calls['settings.write']({ language: 'zh', isTourSeen: true })
  close()
  const db = new Database(libraryFile)
  db.prepare(`INSERT INTO setting VALUES ('theme', '"sepia"')`).run()
  db.close()
  open()
  expect(calls['settings.read'](null)).toMatchObject({ language: 'zh', theme: 'auto', isTourSeen: true })
})
