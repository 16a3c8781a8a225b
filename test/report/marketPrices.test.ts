import { expect, test } from 'vitest'
import { readPlan } from '../../src/plan/readPlan.ts'
import type { Plan } from '../../src/plan/schema/plan.ts'
import { toCsvFiles } from '../../src/report/write/csv.ts'
import { sampleReport } from './sampleReport.ts'

const moved = (plan: Plan): Plan =>
  readPlan({
    ...plan,
    distribution: {
      ...plan.distribution,
      leases: plan.distribution.leases.map((own, index) =>
        index === 0 ? { ...own, prices: [{ from: '2028Q1', usdPerAccelH: 2, note: 'Quote (B)' }] } : own,
      ),
      market: {
        moves: [
          { id: 'm', name: 'Glut', side: 'buy', goods: 'accelerators', from: '2029Q1', stepShare: -0.5 },
        ],
      },
    },
  })

test('the report has prices by period where they change, their histories and the moves, in both languages', () => {
  for (const language of ['en', 'zh'] as const) {
    const { sections } = sampleReport(moved, { language, sections: ['distribution'] })
    const { tables, charts } = sections.find((own) => own.id === 'distribution')!
    const rows = (id: string) => tables.find((table) => table.id === id)!.rows
    expect(rows('hour-prices').map((row) => [row[0], row[1]])).toEqual(
      expect.arrayContaining([
        ['2027Q4', 3],
        ['2028Q1', 2],
        ['2029Q1', 1],
      ]),
    )
    expect(rows('dated-hour-prices')).toEqual([['H200, 1 year reserved', '2028Q1', 2, 'Quote (B)']])
    expect(rows('market-moves')).toHaveLength(1)
    // Token prices stay as they are: the offers say them.
    expect(tables.some((table) => table.id === 'token-prices')).toBe(false)
    expect(charts.filter((chart) => chart.kind === 'lines')).toHaveLength(1)
  }
})

test('a plan whose prices stay has none of it', () => {
  const { sections } = sampleReport(undefined, { sections: ['distribution'] })
  const { tables } = sections.find((own) => own.id === 'distribution')!
  expect(tables.some(({ id }) => /prices|moves/.test(id))).toBe(false)
})

test('every table of it is a file of its own', () => {
  const names = toCsvFiles(sampleReport(moved, { sections: ['distribution'] })).map((file) => file.name)
  for (const id of ['hour-prices', 'dated-hour-prices', 'market-moves'])
    expect(names.some((name) => name.includes(id))).toBe(true)
})
