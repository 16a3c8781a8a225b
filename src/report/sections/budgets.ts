import { type BudgetUnit, type BudgetUse, budgetUses } from '../../engine/results/money/budgetUse.ts'
import { USD_PER_MUSD } from '../../plan/units.ts'
import {
  type Cell,
  type Figure,
  figure,
  figures,
  quarter,
  type Section,
  section,
  words,
} from '../document.ts'
import type { Source } from '../source.ts'

/** How a unit is written, how many of it make one, and per what its worth is said. */
const UNITS: Readonly<Record<BudgetUnit, readonly [unit: string, of: number, worth: string]>> = {
  M$: ['M$', 1, 'share'],
  t: ['t CO2', 1, '$ per tonne'],
  'm³': ['m3', 1, '$/m³'],
  Mtok: ['T tokens', 1e-6, '$ per million tokens'],
}

/** What the plan uses of each of its budgets, year by year; of those without a limit too. */
export function budgetsSection(source: Source): Section {
  const w = source.words.budgets
  const { result } = source
  const uses = budgetUses(source.inputs(), result)
  return section('budgets', w.heading, {
    paragraphs: [w.about],
    tables: [
      {
        id: 'budgets',
        title: w.title,
        columns: [
          words(w.budget),
          quarter(w.from),
          quarter(w.to),
          figures(w.used),
          figures(w.limit),
          figures(w.left),
          figures(w.saves),
        ],
        rows: uses.map((use): Cell[] => [
          w.names[use.name],
          use.from,
          use.to,
          amount(use, use.used),
          use.limit === null ? w.noLimit : amount(use, use.limit),
          use.left === null ? null : amount(use, use.left, '[4]-[3]'),
          worth(use),
        ]),
      },
    ],
  })
}

function amount({ unit }: BudgetUse, value: number, formula?: string): Figure {
  const [name, of] = UNITS[unit]
  return figure(value * of, name, formula)
}

function worth({ unit, worthUsdPerUnit: usd }: BudgetUse): Cell {
  if (usd === null) return null
  return figure(unit === 'M$' ? usd / USD_PER_MUSD : usd, UNITS[unit][2])
}
