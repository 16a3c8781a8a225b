import { deriveInputs } from '../../engine/derive/deriveInputs.ts'
import { cashFlow } from '../../engine/results/cashFlow.ts'
import { type Cell, figure, number, quarter, type Table, withTotal, words } from '../document.ts'
import type { Source } from '../source.ts'

/** The plan as a business: its value, rate of return and payback, and every payment by period. */
export function cashTables(source: Source): Table[] {
  const { plan, shipped, result } = source
  const w = source.words.economics
  const flow = cashFlow(deriveInputs(plan, shipped), result)
  const { netPresentValueMusd, rateOfReturn: found, paybackYears, discountedPaybackYears } = flow
  const years = (value: number | null): Cell =>
    !flow.isPriced ? w.noPrice : value === null ? w.never : figure(value, 'years')
  const rows: Cell[][] = [
    [w.netPresentValue, netPresentValueMusd === null ? w.noPrice : figure(netPresentValueMusd, 'M$')],
    [w.rateOfReturn, found.kind === 'rate' ? figure(found.perYear, 'share') : w.noRate[found.kind]],
    [w.payback, years(paybackYears)],
    [w.discountedPayback, years(discountedPaybackYears)],
  ]
  const flows: Table = {
    id: 'cash-flow',
    title: w.cashFlow,
    columns: [
      quarter(w.quarter),
      number(w.revenue, 'M$'),
      number(w.running, 'M$'),
      number(w.investment, 'M$'),
      number(w.returned, 'M$'),
      number(w.net, 'M$', 'SUM([1]:[4])'),
      number(w.presentOfNet, 'M$'),
    ],
    rows: flow.rows.map((row): Cell[] => [
      row.period ?? w.before,
      ...[row.revenue, row.running, row.capital, row.returned, row.net, row.present],
    ]),
  }
  return [
    { id: 'business', title: w.business, columns: [words(w.what), figures(w.value)], rows },
    withTotal(source.words.frame.total, flows),
  ]
}

const figures = (title: string) => ({ title, kind: 'figure' as const, unit: '' })
