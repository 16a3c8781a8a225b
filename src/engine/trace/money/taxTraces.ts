import type { AfterTax, TaxYear } from '../../results/money/afterTax.ts'
import { paybackYears } from '../../results/money/payback.ts'
import { type DatedMoney, presentValue, type RateOfReturn } from '../../results/money/rateOfReturn.ts'
import { type TraceInput, toRef } from '../trace.ts'
import { sumInputs, type TraceBuilder, type TraceContext } from '../traceContext.ts'
import { taxRef } from './taxRowTraces.ts'

/** Value, return and payback before tax, after it, and of the owners' money; tax and coverage of a year. */
export const TAX_TRACES: Readonly<Record<string, TraceBuilder>> = {
  'after-tax': (c, [side = '']) => valueAfterTax(c, side),
  tax: (c, [side = '', year = '']) => taxOfYear(c, side, Number(year)),
  coverage: (c, [year = '']) => coverage(c, Number(year)),
  'return-of': (c, [side = '']) => returnOf(c, side),
  payback: (c, [side = '']) => payback(c, side),
}

/** Whose money: all before tax, all after tax, or the owners' beside the lender's. */
const isSide = (side: string): side is 'own' | 'owners' => side === 'own' || side === 'owners'

const yearsOf = ({ years, debt }: AfterTax, side: string): readonly TaxYear[] =>
  side === 'owners' ? (debt?.tax ?? []) : years

const rateInput = (c: TraceContext): TraceInput => ({
  ...{ word: 'discountRate', value: c.plan.finance.discountRatePerYear, unit: 'share' },
  path: 'finance.discountRatePerYear',
})

const musd = (word: TraceInput['word'], value: number, of?: string, ref?: string): TraceInput => ({
  ...{ word, value, unit: 'M$', ...(of === undefined ? {} : { of }), ...(ref === undefined ? {} : { ref }) },
})

/** As people count: the first year is 1. */
const name = (year: number): string => String(year + 1)

function valueAfterTax(c: TraceContext, side: string) {
  const { afterTax, cashFlow } = c.money
  const worth = side === 'owners' ? afterTax?.debt : afterTax
  if (!afterTax || !worth || cashFlow.netPresentValueMusd === null || !isSide(side)) return null
  const rate = c.plan.finance.discountRatePerYear
  const years = yearsOf(afterTax, side)
  const due = years.map(({ year, taxMusd }) => ({
    years: Math.min(year + 1, c.horizonYears),
    musd: -taxMusd,
  }))
  const loans = side === 'owners' ? (afterTax.debt?.loansPresentMusd ?? 0) : 0
  return {
    ...{ word: 'netPresentValue' as const, value: worth.netPresentValueMusd, unit: 'M$', isDecided: false },
    formula: side === 'own' ? ('value-after-tax' as const) : ('value-of-owners' as const),
    inputs: [
      musd('netPresentValue', cashFlow.netPresentValueMusd, undefined, 'net-present-value'),
      ...years
        .filter(({ taxMusd }) => taxMusd > 0)
        .map(({ year, taxMusd }) => musd('tax', taxMusd, name(year), toRef('tax', side, String(year)))),
      ...(side === 'owners' ? [musd('loans', loans)] : []),
      rateInput(c),
    ],
    recomputed: cashFlow.netPresentValueMusd + presentValue(due, rate) + loans,
  }
}

function taxOfYear(c: TraceContext, side: string, year: number) {
  const { afterTax } = c.money
  const own = afterTax && isSide(side) ? yearsOf(afterTax, side)[year] : undefined
  if (!own) return null
  const { rateShare } = c.plan.finance.tax
  const base = own.incomeMusd - own.depreciationMusd - own.interestMusd - own.lossUsedMusd
  return {
    ...{ word: 'tax' as const, of: name(year), value: own.taxMusd, unit: 'M$', isDecided: false },
    formula: 'tax' as const,
    inputs: [
      musd('income', own.incomeMusd, undefined, taxRef('income', side, year)),
      musd('writtenOff', own.depreciationMusd, undefined, taxRef('writtenOff', side, year)),
      musd('interest', own.interestMusd, undefined, taxRef('interest', side, year)),
      musd('lossUsed', own.lossUsedMusd, undefined, taxRef('lossUsed', side, year)),
      { word: 'taxRate' as const, value: rateShare, unit: 'share', path: 'finance.tax.rateShare' },
    ],
    recomputed: rateShare * Math.max(0, base),
  }
}

function coverage(c: TraceContext, year: number) {
  const debt = c.money.afterTax?.debt
  const own = debt?.years[year]
  const tax = debt?.tax[year]
  if (!own || !tax || own.coverage === null) return null
  return {
    ...{ word: 'coverage' as const, of: name(year), value: own.coverage, unit: '', isDecided: false },
    formula: 'debt-coverage' as const,
    inputs: [
      musd('income', own.cashMusd + tax.taxMusd),
      musd('tax', tax.taxMusd, name(year), toRef('tax', 'owners', String(year))),
      musd('service', own.serviceMusd, undefined, taxRef('service', 'owners', year)),
      {
        ...{ word: 'interest' as const, value: c.plan.finance.debt.interestPerYear, unit: 'share' },
        path: 'finance.debt.interestPerYear',
      },
    ],
    recomputed: own.cashMusd / own.serviceMusd,
  }
}

interface Side {
  readonly flows: readonly DatedMoney[]
  readonly rate: RateOfReturn | null
  readonly payback: number | null
}

/** Payments of a side by date; `discounted` is that before tax at the discount rate. */
function sideOf(c: TraceContext, side: string): Side | null {
  const { afterTax, cashFlow } = c.money
  if (side === 'own' && afterTax)
    return { flows: afterTax.flows, rate: afterTax.rateOfReturn, payback: afterTax.paybackYears }
  const { debt } = afterTax ?? {}
  if (side === 'owners' && debt)
    return { flows: debt.flows, rate: debt.rateOfReturn, payback: debt.paybackYears }
  if (!cashFlow.isPriced || (side !== 'all' && side !== 'discounted')) return null
  const growth = side === 'all' ? 1 : 1 + c.plan.finance.discountRatePerYear
  const flows = [...Map.groupBy(cashFlow.payments, ({ years }) => years)].map(([years, own]) => ({
    years,
    musd: own.reduce((sum, payment) => sum + payment.musd, 0) * growth ** -years,
  }))
  return {
    ...{ flows, rate: null },
    payback: side === 'all' ? cashFlow.paybackYears : cashFlow.discountedPaybackYears,
  }
}

/** Net payments by year of the plan; what is ordered before counts by itself. */
function byYear({ flows }: Side): TraceInput[] {
  const years = Map.groupBy(flows, (own) => Math.floor(own.years + 1e-9))
  return [...years]
    .sort(([a], [b]) => a - b)
    .map(([year, own]) =>
      musd(
        'revenueOfPeriod',
        own.reduce((sum, payment) => sum + payment.musd, 0),
        year < 0 ? '≤ 0' : name(year),
      ),
    )
}

function returnOf(c: TraceContext, side: string) {
  const own = sideOf(c, side)
  if (own?.rate?.kind !== 'rate') return null
  const { perYear } = own.rate
  const left = presentValue(own.flows, perYear)
  return {
    ...{ word: 'rateOfReturn' as const, value: perYear, unit: 'share', isDecided: false },
    formula: 'rate-of-return' as const,
    inputs: [...byYear(own), musd('netPresentValue', left, `${(perYear * 100).toFixed(2)} %`)],
    recomputed: Math.abs(left) < 1e-6 ? perYear : Number.NaN,
  }
}

function payback(c: TraceContext, side: string) {
  const own = sideOf(c, side)
  if (!own || own.payback === null) return null
  const inputs = byYear(own)
  const until = own.flows.filter(({ years }) => years <= own.payback!)
  return {
    ...{ word: 'payback' as const, value: own.payback, unit: 'years', isDecided: false },
    formula: 'payback' as const,
    inputs: [
      ...inputs,
      musd('toDate', sumInputs(until.map(({ musd: value }) => musd('toDate', value)))),
      ...(side === 'discounted' ? [rateInput(c)] : []),
    ],
    recomputed: paybackYears(own.flows) ?? Number.NaN,
  }
}
