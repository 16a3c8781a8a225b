import { type AfterTax, planAfterTax } from '../../engine/results/money/afterTax.ts'
import { cashFlow } from '../../engine/results/money/cashFlow.ts'
import { type Cell, figure, figures, number, quarter, type Table, withTotal, words } from '../document.ts'
import type { Source } from '../source.ts'

/** The plan as a business: its value, rate of return and payback, and every payment by period. */
export function cashTables(source: Source): Table[] {
  const { plan, result } = source
  const w = source.words.economics
  const flow = cashFlow(source.inputs(), result)
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
  const taxed = planAfterTax(plan, source.catalog, flow)
  if (taxed) rows.push(...taxedFigures(source, taxed))
  return [
    { id: 'business', title: w.business, columns: [words(w.what), figures(w.value)], rows },
    withTotal(source.words.frame.total, flows),
    ...(taxed ? [taxTable(source, taxed)] : []),
  ]
}

function taxedFigures({ words: { economics: w } }: Source, own: AfterTax): Cell[][] {
  const rate = ({ rateOfReturn: found }: Pick<AfterTax, 'rateOfReturn'>): Cell =>
    found.kind === 'rate' ? figure(found.perYear, 'share') : w.noRate[found.kind]
  const { debt } = own
  return [
    [w.valueAfterTax, figure(own.netPresentValueMusd, 'M$')],
    [w.returnAfterTax, rate(own)],
    [w.paybackAfterTax, own.paybackYears === null ? w.never : figure(own.paybackYears, 'years')],
    ...(debt
      ? [
          [w.valueOfOwners, figure(debt.netPresentValueMusd, 'M$')],
          [w.returnOfOwners, rate(debt)],
          [w.leastCoverage, debt.leastCoverage === null ? null : figure(debt.leastCoverage)],
        ]
      : []),
  ]
}

/** Tax of every year, with loans also what is due and how it is covered. */
function taxTable({ words: all }: Source, own: AfterTax): Table {
  const w = all.economics
  const { debt } = own
  const money = [w.earned, w.writtenOff, w.interest, w.lossUsed, w.taxable, w.tax]
  const loans = debt ? [w.drawn, w.service, w.owed] : []
  const table: Table = {
    id: 'tax',
    title: w.taxTitle,
    columns: [
      words(w.year),
      ...[...money, ...loans].map((title) => number(title, 'M$')),
      ...(debt ? [number(w.coverage)] : []),
    ],
    rows: (debt?.tax ?? own.years).map((year): Cell[] => {
      const loan = debt?.years[year.year]
      return [
        String(year.year + 1),
        ...[year.incomeMusd, year.depreciationMusd, year.interestMusd, year.lossUsedMusd],
        ...[year.taxableMusd, year.taxMusd],
        ...(loan ? [loan.drawnMusd, loan.serviceMusd, loan.balanceMusd, loan.coverage] : []),
      ]
    }),
  }
  return withTotal(all.frame.total, table, [w.owed, w.coverage])
}
