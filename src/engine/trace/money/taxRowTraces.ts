import {
  type AfterTax,
  type DebtYear,
  isRunning,
  loansOf,
  type TaxYear,
  termsOf,
  writtenOff,
} from '../../results/money/afterTax.ts'
import type { LoanPayment } from '../../results/money/debt.ts'
import { yearAt } from '../../results/money/taxYear.ts'
import { type Trace, type TraceInput, type TraceRef, toRef } from '../trace.ts'
import { sumInputs, type TraceBuilder, type TraceContext } from '../traceContext.ts'
import type { TraceWord } from '../traceWord.ts'

/** The table of years after tax: what is earned, written off, taxed, drawn, paid and owed. */
export const TAX_ROW_TRACES: Readonly<Record<string, TraceBuilder>> = {
  'tax-row': (c, [column = '', side = '', year = '']) => {
    const at = find(c, side, Number(year))
    const make = Object.hasOwn(COLUMNS, column) ? COLUMNS[column as TaxColumn] : undefined
    return at && make ? make(at) : null
  },
}

export type TaxColumn = keyof typeof COLUMNS
type Made = Omit<Trace, 'ref'>

interface At {
  readonly c: TraceContext
  readonly side: 'own' | 'owners'
  readonly own: TaxYear
  /** The year before. */
  readonly before: TaxYear | undefined
  readonly debt: AfterTax['debt']
}

const COLUMNS = { income, writtenOff: written, interest, lossUsed, taxable, drawn, service, owed }

export function taxRef(column: TaxColumn, side: string, year: number): TraceRef {
  return toRef('tax-row', column, side, String(year))
}

function find(c: TraceContext, side: string, year: number): At | null {
  const { afterTax } = c.money
  if (!afterTax || (side !== 'own' && side !== 'owners')) return null
  const years = side === 'owners' ? (afterTax.debt?.tax ?? []) : afterTax.years
  const own = years[year]
  return own ? { c, side, own, before: years[year - 1], debt: afterTax.debt } : null
}

/** As people count: the first year is 1. */
const nameOf = (year: number): string => String(year + 1)

function made(
  at: At,
  word: TraceWord,
  value: number,
  rest: Pick<Made, 'formula' | 'inputs' | 'recomputed'>,
): Made {
  return { word, of: nameOf(at.own.year), value, unit: 'M$', isDecided: false, ...rest }
}

const column = (at: At, word: TraceWord, name: TaxColumn, value: number): TraceInput => ({
  ...{ word, value, unit: 'M$', ref: taxRef(name, at.side, at.own.year) },
})

/** Revenue less running costs, and what is sold, line by line. */
function income(at: At): Made | null {
  const { c, own } = at
  const terms = termsOf(c.plan, c.catalog)
  if (!terms) return null
  const payments = c.money.cashFlow.payments.filter(
    (one) =>
      (isRunning(one) || (one.kind === 'returned' && !one.isDeposit)) &&
      yearAt(one.years, terms) === own.year,
  )
  const lines = Map.groupBy(payments, ({ kind, name }) => `${kind}|${name}`)
  const inputs = [...lines.values()].map((list): TraceInput => {
    const [{ kind, name }] = list as [(typeof list)[number]]
    const value = list.reduce((sum, { musd }) => sum + musd, 0)
    return { word: kind, of: name, value, unit: 'M$' }
  })
  return made(at, 'income', own.incomeMusd, { formula: 'income', inputs, recomputed: sumInputs(inputs) })
}

/** By class of what was bought, with the life that the law gives it. */
function written(at: At): Made | null {
  const { c, own } = at
  const terms = termsOf(c.plan, c.catalog)
  if (!terms) return null
  const { tax } = terms
  const parts = [...writtenOff(c.money.cashFlow.payments, terms)].filter(([year]) => year === own.year)
  const classes = Map.groupBy(parts, ([, , asset]) => asset.assetClass)
  const inputs = [...classes].flatMap(([name, list]): TraceInput[] => [
    { word: 'writtenOff', of: name, value: list.reduce((sum, [, musd]) => sum + musd, 0), unit: 'M$' },
    {
      ...{ word: 'life', of: name, value: tax.lifeYears[name], unit: 'years' },
      ...(c.plan.finance.tax.lifeYears[name] === undefined
        ? { cell: { table: 'depreciation_lives' as const, rowId: name, column: 'life_years' } }
        : { path: `finance.tax.lifeYears.${name}` }),
    },
  ])
  return made(at, 'writtenOff', own.depreciationMusd, {
    ...{ formula: 'depreciation', inputs },
    recomputed: parts.reduce((sum, [, musd]) => sum + musd, 0),
  })
}

/** What the lender earns of the loans in a year; nothing where all is the owners' own money. */
function interest(at: At): Made {
  const loans = at.side === 'owners' ? loansIn(at) : []
  const parts = loans.filter(({ interestMusd }) => interestMusd !== 0)
  const inputs = parts.map((one): TraceInput => {
    return { word: 'interest', of: one.years.toFixed(2), value: one.interestMusd, unit: 'M$' }
  })
  const rate: TraceInput = {
    ...{ word: 'interest', value: at.c.plan.finance.debt.interestPerYear, unit: 'share' },
    path: 'finance.debt.interestPerYear',
  }
  const recomputed = parts.reduce((sum, { interestMusd }) => sum + interestMusd, 0)
  return made(at, 'interest', at.own.interestMusd, { formula: 'loan', inputs: [...inputs, rate], recomputed })
}

function beforeTax({ own }: At): number {
  return own.incomeMusd - own.depreciationMusd - own.interestMusd
}

const bases = (at: At): TraceInput[] => [
  column(at, 'income', 'income', at.own.incomeMusd),
  column(at, 'writtenOff', 'writtenOff', at.own.depreciationMusd),
  column(at, 'interest', 'interest', at.own.interestMusd),
]

/** No more than earlier years lost and did not use, and no more than this one earns. */
function lossUsed(at: At): Made {
  const { c, side, own } = at
  const years = side === 'owners' ? (at.debt?.tax ?? []) : (c.money.afterTax?.years ?? [])
  const carries = c.plan.finance.tax.carriesLosses
  const earlier = carries ? years.slice(0, own.year) : []
  const left = earlier.reduce(
    (loss, one) => loss - one.lossUsedMusd + Math.max(0, -beforeTax({ ...at, own: one })),
    0,
  )
  return made(at, 'lossUsed', own.lossUsedMusd, {
    formula: 'loss-used',
    inputs: [{ word: 'lossLeft', value: left, unit: 'M$' }, ...bases(at)],
    recomputed: Math.min(left, Math.max(0, beforeTax(at))),
  })
}

function taxable(at: At): Made {
  const { own } = at
  return made(at, 'taxable', own.taxableMusd, {
    formula: 'tax',
    inputs: [...bases(at), column(at, 'lossUsed', 'lossUsed', own.lossUsedMusd)],
    recomputed: Math.max(0, beforeTax(at) - own.lossUsedMusd),
  })
}

function loansIn({ c, own }: Pick<At, 'c' | 'own'>): readonly LoanPayment[] {
  const terms = termsOf(c.plan, c.catalog)
  if (!terms) return []
  return loansOf(c.money.cashFlow.payments, terms).filter(({ years }) => yearAt(years, terms) === own.year)
}

function moved(at: At, kind: LoanPayment['kind'], word: TraceWord, value: number): Made {
  const { c } = at
  const own = loansIn(at).filter((one) => one.kind === kind && one.musd !== 0)
  const inputs = own.map(({ years, musd }): TraceInput => {
    return { word, of: years.toFixed(2), value: musd, unit: 'M$' }
  })
  const { debt } = c.plan.finance
  const path = (field: keyof typeof debt): string => `finance.debt.${field}`
  const terms: TraceInput[] =
    kind === 'drawn'
      ? [{ word: 'loanShare', value: debt.capitalShare, unit: 'share', path: path('capitalShare') }]
      : [
          { word: 'interest', value: debt.interestPerYear, unit: 'share', path: path('interestPerYear') },
          { word: 'tenor', value: debt.tenorYears, unit: 'years', path: path('tenorYears') },
        ]
  return made(at, word, value, {
    formula: 'loan',
    inputs: [...inputs, ...terms],
    recomputed: sumInputs(inputs),
  })
}

const yearOf = ({ debt, own }: At): DebtYear | undefined => debt?.years[own.year]

function drawn(at: At): Made | null {
  const year = yearOf(at)
  return year ? moved(at, 'drawn', 'loanDrawn', year.drawnMusd) : null
}

function service(at: At): Made | null {
  const year = yearOf(at)
  return year ? moved(at, 'service', 'service', year.serviceMusd) : null
}

function owed(at: At): Made | null {
  const year = yearOf(at)
  if (!year) return null
  const before = at.debt?.years[year.year - 1]?.balanceMusd ?? 0
  const sum = (pick: (one: LoanPayment) => number): number =>
    loansIn(at).reduce((total, one) => total + pick(one), 0)
  const interestMusd = sum((one) => one.interestMusd)
  const atEnd = sum(({ kind, musd }) => (kind === 'balance' ? musd : 0))
  return made(at, 'owed', year.balanceMusd, {
    formula: 'loan',
    inputs: [
      {
        ...{ word: 'owed', of: nameOf(year.year - 1), value: before, unit: 'M$' },
        ref: year.year > 0 ? taxRef('owed', at.side, year.year - 1) : undefined,
      },
      column(at, 'loanDrawn', 'drawn', year.drawnMusd),
      { word: 'interest', value: interestMusd, unit: 'M$' },
      column(at, 'service', 'service', year.serviceMusd),
      ...(atEnd > 0 ? [{ word: 'paidAtEnd' as const, value: atEnd, unit: 'M$' }] : []),
    ],
    recomputed: before + year.drawnMusd + interestMusd - year.serviceMusd - atEnd,
  })
}
