import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readInputWorkbook, toInputWorkbook } from '../../src/exchange/tables/inputWorkbook.ts'
import { readPlan, readPlanText } from '../../src/plan/readPlan.ts'
import { type ReadSheet, readWorkbook } from '../../src/workbook/readWorkbook.ts'
import type { SheetCell } from '../../src/workbook/workbook.ts'
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts'
import { arbitraryPlan } from '../fixtures/arbitraryPlan.ts'

const FOLDER = 'resources/templates'
const plan = readPlanText(readFileSync('resources/samples/meridian.plan.json', 'utf8'))

/** The workbook with its cells changed, written again. */
function edited(
  bytes: Uint8Array,
  edit: (sheets: Map<string, (string | number | boolean | null)[][]>) => void,
): Uint8Array {
  const book = readWorkbook(bytes)
  const sheets = new Map(book.map(({ name, rows }) => [name, rows.map((row) => [...row])]))
  edit(sheets)
  return writeWorkbook({
    title: '',
    sheets: [...sheets].map(([name, rows]) => ({
      name,
      rows: rows.map((row) => row.map((value): SheetCell => ({ value }))),
      widths: [],
      frozenRows: 0,
      frozenColumns: 0,
    })),
  })
}

test.each(['meridian', ...readdirSync(FOLDER)])(
  'inputs of %s go out and come back with nothing changed',
  (file) => {
    const own = file === 'meridian' ? plan : readPlanText(readFileSync(`${FOLDER}/${file}`, 'utf8'))
    expect(readInputWorkbook(own, toInputWorkbook(own))).toEqual({ plan: own, changes: [], faults: [] })
  },
)

test('any plan goes out and comes back with nothing changed', () => {
  fc.assert(
    fc.property(arbitraryPlan, (input) => {
      const own = readPlan(input)
      const { plan: back, changes } = readInputWorkbook(own, toInputWorkbook(own))
      expect(changes).toEqual([])
      expect(back).toEqual(own)
    }),
    { numRuns: 5, seed: 8 },
  )
})

test('one changed cell is one change, shown with before and after, and nothing else differs', () => {
  const bytes = edited(toInputWorkbook(plan), (sheets) => {
    const sites = sheets.get('sites')!
    const column = sites[0]!.indexOf('power.gridLimitMw')
    sites[2]![column] = '0.0061 GW'
  })
  const { plan: after, changes, faults } = readInputWorkbook(plan, bytes)
  const { id } = plan.sites[0]!
  expect(faults).toEqual([])
  expect(changes).toEqual([
    {
      kind: 'changed',
      where: `sites, ${id}`,
      field: 'power.gridLimitMw',
      before: plan.sites[0]!.power.gridLimitMw,
      after: 6.1,
    },
  ])
  const [first, ...others] = plan.sites
  expect(after).toEqual({
    ...plan,
    sites: [{ ...first!, power: { ...first!.power, gridLimitMw: 6.1 } }, ...others],
  })
})

test('rows are added and removed, in lists within things too', () => {
  const [site] = plan.sites
  const bytes = edited(toInputWorkbook(plan), (sheets) => {
    const leases = sheets.get('distribution.leases')!
    leases.splice(2, 1)
    const contracts = sheets.get('sites.power.contracts')!
    const heads = contracts[0] as string[]
    const row = {
      sites: site!.id,
      id: 'wind-1',
      kind: 'baseload',
      energySourceId: 'wind_onshore',
      maxMw: 2,
      start: '2028Q1',
    }
    contracts.push(heads.map((head) => (row as Record<string, string | number>)[head] ?? null))
  })
  const { plan: after, changes } = readInputWorkbook(plan, bytes)
  expect(changes.map(({ kind, where }) => `${kind} ${where}`)).toEqual([
    `removed distribution.leases, ${plan.distribution.leases[0]!.id}`,
    `added sites.power.contracts, ${site!.id}, wind-1`,
  ])
  expect(after!.distribution.leases).toEqual(plan.distribution.leases.slice(1))
  expect(after!.sites[0]!.power.contracts).toMatchObject([{ id: 'wind-1', maxMw: 2, takeOrPayShare: 1 }])
})

test('what cannot be is named by sheet, row and column, and nothing is taken over', () => {
  const wrong: readonly [sheet: string, column: string, cell: string | number][] = [
    ['sites', 'power.gridLimitMw', 'plenty'],
    ['sites', 'power.gridLimitMw', -3],
    ['sites', 'power.gridLimitMw', 1e300],
    ['sites', 'name', '=HYPERLINK("https://example.org")'],
    ['sites', 'power.energised', 'soon'],
    ['regions', 'id', '../../etc/passwd'],
  ]
  for (const [sheet, column, cell] of wrong) {
    const bytes = edited(toInputWorkbook(plan), (sheets) => {
      const rows = sheets.get(sheet)!
      rows[2]![rows[0]!.indexOf(column)] = cell
    })
    const { plan: after, faults } = readInputWorkbook(plan, bytes)
    expect(after).toBeNull()
    expect(faults.length).toBeGreaterThan(0)
    if (column !== 'id') expect(faults[0]).toMatchObject({ sheet, row: 3, column })
  }
})

test('a workbook of something else is refused by name', () => {
  const rename = (sheets: readonly ReadSheet[]) => sheets.map(({ name }) => name)
  const bytes = writeWorkbook({
    title: '',
    sheets: [{ name: 'budget', rows: [[{ value: 1 }]], widths: [], frozenRows: 0, frozenColumns: 0 }],
  })
  expect(rename(readWorkbook(bytes))).toEqual(['budget'])
  expect(() => readInputWorkbook(plan, bytes)).toThrow('no inputs of a plan')
})
