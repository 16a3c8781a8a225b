import { type CashRow, periodOfPayment } from '../../results/money/cashFlow.ts'
import type { Payment, PaymentKind } from '../../results/money/payments.ts'
import { presentValue } from '../../results/money/rateOfReturn.ts'
import { type Trace, type TraceInput, type TraceRef, toRef } from '../trace.ts'
import { sumInputs, type TraceBuilder, type TraceContext } from '../traceContext.ts'

/** The table of the cash flow: payments of a kind, net, running sum and present value of a period; totals. */
export const CASH_ROW_TRACES: Readonly<Record<string, TraceBuilder>> = {
  'cash-row': (c, [column = '', period = '']) => {
    const index = c.money.cashFlow.rows.findIndex((own) => (own.period ?? '') === period)
    const make = Object.hasOwn(COLUMNS, column) ? COLUMNS[column as CashColumn] : undefined
    return index < 0 || !make ? null : make({ c, index })
  },
  'cash-total': (c, [column = '']) => total(c, column),
}

const KINDS: readonly PaymentKind[] = ['revenue', 'running', 'capital', 'returned']
export type CashColumn = keyof typeof COLUMNS
type Made = Omit<Trace, 'ref'>

interface At {
  readonly c: TraceContext
  readonly index: number
}

const COLUMNS = {
  revenue: (at: At) => ofKind(at, 'revenue'),
  running: (at: At) => ofKind(at, 'running'),
  capital: (at: At) => ofKind(at, 'capital'),
  returned: (at: At) => ofKind(at, 'returned'),
  net,
  cumulative,
  present,
}

export function cashRef(column: CashColumn, { period }: CashRow): TraceRef {
  return toRef('cash-row', column, period ?? '')
}

const rowOf = ({ c, index }: At): CashRow => c.money.cashFlow.rows[index]!
const nameOf = ({ period }: CashRow): string => period ?? '–'

function made(at: At, value: number, rest: Pick<Made, 'inputs' | 'recomputed' | 'word'>): Made {
  return { of: nameOf(rowOf(at)), value, unit: 'M$', formula: 'cash-flow', isDecided: false, ...rest }
}

/** Payments that fall into a row; what is paid before the horizon stands before its first period. */
function paymentsOf({ c, index }: At): readonly Payment[] {
  const { rows, payments } = c.money.cashFlow
  const first = rows[0]?.period === null ? 1 : 0
  return payments.filter((payment) => periodOfPayment(c.inputs.periods, payment) === index - first)
}

function byName(payments: readonly Payment[], word: 'costLine' | 'revenue'): TraceInput[] {
  return [...Map.groupBy(payments, ({ name }) => name)].map(([name, list]) => ({
    ...{ word, of: name, unit: 'M$' },
    value: list.reduce((sum, { musd }) => sum + musd, 0),
  }))
}

function ofKind(at: At, kind: PaymentKind): Made {
  const own = paymentsOf(at).filter((payment) => payment.kind === kind)
  const inputs = byName(own, kind === 'revenue' ? 'revenue' : 'costLine')
  return made(at, rowOf(at)[kind], { word: kind, inputs, recomputed: sumInputs(inputs) })
}

function net(at: At): Made {
  const row = rowOf(at)
  const inputs = KINDS.filter((kind) => row[kind] !== 0).map((kind): TraceInput => {
    return { word: kind, value: row[kind], unit: 'M$', ref: cashRef(kind, row) }
  })
  return made(at, row.net, { word: 'revenueOfPeriod', inputs, recomputed: sumInputs(inputs) })
}

function netInput(row: CashRow): TraceInput {
  const own = { word: 'revenueOfPeriod' as const, of: nameOf(row), value: row.net, unit: 'M$' }
  return { ...own, ref: cashRef('net', row) }
}

function cumulative(at: At): Made {
  const row = rowOf(at)
  const before = at.c.money.cashFlow.rows[at.index - 1]
  const toDate = (own: CashRow): TraceInput => ({
    ...{ word: 'toDate', of: nameOf(own), value: own.cumulative, unit: 'M$' },
    ref: cashRef('cumulative', own),
  })
  const inputs = [...(before ? [toDate(before)] : []), netInput(row)]
  return made(at, row.cumulative, { word: 'toDate', inputs, recomputed: sumInputs(inputs) })
}

/** Each payment at its own date. */
function present(at: At): Made {
  const { c } = at
  const own = paymentsOf(at)
  const rate = c.plan.finance.discountRatePerYear
  const dates = [...Map.groupBy(own, ({ years }) => years)].sort(([a], [b]) => a - b)
  return made(at, rowOf(at).present, {
    word: 'periodCost',
    inputs: [
      netInput(rowOf(at)),
      { word: 'discountRate', value: rate, unit: 'share', path: 'finance.discountRatePerYear' },
      ...dates.flatMap(([years, list]): TraceInput[] => [
        { word: 'years', value: years, unit: 'years' },
        { word: 'revenueOfPeriod', value: list.reduce((sum, { musd }) => sum + musd, 0), unit: 'M$' },
      ]),
    ],
    recomputed: presentValue(own, rate),
  })
}

function total(c: TraceContext, column: string): Made | null {
  if (!Object.hasOwn(COLUMNS, column) || column === 'cumulative') return null
  const wanted = column as Exclude<CashColumn, 'cumulative'>
  const word = wanted === 'net' ? 'revenueOfPeriod' : wanted === 'present' ? 'periodCost' : wanted
  const inputs = c.money.cashFlow.rows
    .filter((row) => row[wanted] !== 0)
    .map((row): TraceInput => {
      return { word, of: nameOf(row), value: row[wanted], unit: 'M$', ref: cashRef(wanted, row) }
    })
  const value = sumInputs(inputs)
  return { word, value, unit: 'M$', formula: 'cash-flow', isDecided: false, inputs, recomputed: value }
}
