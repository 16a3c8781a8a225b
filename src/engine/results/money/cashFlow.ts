import type { CashSummary } from '../../../plan/result/money.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import type { Inputs } from '../../derive/inputs.ts'
import { paybackYears } from './payback.ts'
import { costPayments, type Payment, type PaymentKind, revenuePayments } from './payments.ts'
import { presentValue, type RateOfReturn, rateOfReturn } from './rateOfReturn.ts'

/** Money of one period, as it is paid and received, million USD. */
export interface CashRow extends Readonly<Record<PaymentKind, number>> {
  /** First quarter of the period; null: orders before the horizon. */
  readonly period: string | null
  readonly net: number
  /** Of this period and all before it. */
  readonly cumulative: number
  /** Present value of `net`. */
  readonly present: number
}

export interface CashFlow {
  readonly rows: readonly CashRow[]
  /** In the order of their dates. */
  readonly payments: readonly Payment[]
  /** False: a class that is served has no price, so `revenue` is 0 and there is no net present value. */
  readonly isPriced: boolean
  /** Million USD at the start of the horizon; null where nothing is sold. */
  readonly netPresentValueMusd: number | null
  readonly rateOfReturn: RateOfReturn | { readonly kind: 'no-prices' }
  /** Years from the start until what came in stays above what went out; null: it never does. */
  readonly paybackYears: number | null
  /** The same with every payment discounted. */
  readonly discountedPaybackYears: number | null
}

/**
 * The plan as a business: every payment at its date.
 *
 *   NPV      = sum over payments of musd x (1 + rate)^-years
 *   IRR      = the rate at which NPV is 0
 *   payback  = first date from which the running sum of payments stays at or above 0
 *
 * What is ordered before the horizon stands in a row of its own; what is left when it ends comes back in the last.
 */
export function cashFlow(inputs: Inputs, result: Pick<PlanResult, 'costs' | 'flows'>): CashFlow {
  const paid = costPayments(inputs, result.costs)
  const received = revenuePayments(inputs, result.flows)
  const payments = [...(received ?? []), ...paid].sort((a, b) => a.years - b.years)
  const rate = inputs.plan.finance.discountRatePerYear
  const discounted = payments.map((own) => ({ ...own, musd: own.musd * (1 + rate) ** -own.years }))
  return {
    rows: toRows(inputs, payments, rate),
    payments,
    isPriced: received !== null,
    netPresentValueMusd: received && presentValue(payments, rate),
    rateOfReturn: received ? rateOfReturn(netByDate(payments)) : { kind: 'no-prices' },
    paybackYears: received && paybackYears(netByDate(payments)),
    discountedPaybackYears: received && paybackYears(netByDate(discounted)),
  }
}

/** The figures that a result keeps; null where nothing is sold. */
export function cashSummary(flow: CashFlow, ratePerYear: number): CashSummary | null {
  const { netPresentValueMusd, rateOfReturn: rate, paybackYears, payments } = flow
  if (netPresentValueMusd === null) return null
  const revenue = payments.filter((own) => own.kind === 'revenue')
  return {
    revenueMusd: presentValue(revenue, ratePerYear),
    netPresentValueMusd,
    irrPerYear: rate.kind === 'rate' ? rate.perYear : null,
    paybackYears,
  }
}

const ROUNDING = 1e-9

/**
 * Index of the period that a payment falls into; -1: before the horizon. What comes after it counts in the last; where
 * bills are paid when their period ends, its very end is still of it.
 */
export function periodOfPayment(periods: Inputs['periods'], { years }: Pick<Payment, 'years'>): number {
  const { lengthYears, paidYears } = periods[0]!
  const at = years / lengthYears
  const isPaidAtEnd = paidYears >= lengthYears - ROUNDING
  const index = isPaidAtEnd && at > ROUNDING ? Math.ceil(at - ROUNDING) - 1 : Math.floor(at + ROUNDING)
  return Math.min(periods.length - 1, Math.max(-1, index))
}

function toRows({ periods }: Inputs, payments: readonly Payment[], rate: number): CashRow[] {
  const byRow = Map.groupBy(payments, (payment) => periodOfPayment(periods, payment))
  let cumulative = 0
  return [-1, ...periods.keys()].flatMap((index) => {
    const own = byRow.get(index) ?? []
    if (index < 0 && own.length === 0) return []
    const sum = (kind: PaymentKind) =>
      own.reduce((total, payment) => total + (payment.kind === kind ? payment.musd : 0), 0)
    const net = own.reduce((total, payment) => total + payment.musd, 0)
    cumulative += net
    return [
      {
        period: periods[index]?.label ?? null,
        revenue: sum('revenue'),
        running: sum('running'),
        capital: sum('capital'),
        returned: sum('returned'),
        net,
        cumulative,
        present: presentValue(own, rate),
      },
    ]
  })
}

/** Payments of one date as one: money that comes in and goes out together is no investment. */
function netByDate(payments: readonly Payment[]) {
  const byDate = Map.groupBy(payments, (own) => own.years)
  return [...byDate].map(([years, own]) => ({
    years,
    musd: own.reduce((sum, { musd }) => sum + musd, 0),
  }))
}
