import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import type { Debt, Tax } from '../../../plan/schema/taxDebt.ts'
import { horizonYears, listPeriods } from '../../derive/periods.ts'
import { LEAST_MUSD, type LoanPayment, loanPayments } from './debt.ts'
import { depreciationShares } from './depreciation.ts'
import { paybackYears } from './payback.ts'
import type { AssetClass, BoughtAsset, Payment } from './payments.ts'
import { type DatedMoney, presentValue, type RateOfReturn, rateOfReturn } from './rateOfReturn.ts'
import { countYears, type TaxCalendar, yearAt } from './taxYear.ts'

/** Tax of one year of the plan, million USD. */
export interface TaxYear {
  /** 0 is the first. */
  readonly year: number
  /** Revenue less running costs; what is sold or left counts as received. */
  readonly incomeMusd: number
  /** Written off, the rest of what is sold among it. */
  readonly depreciationMusd: number
  readonly interestMusd: number
  /** Of earlier years. */
  readonly lossUsedMusd: number
  readonly taxableMusd: number
  readonly taxMusd: number
}

/** What the lender sees of one year, million USD. */
export interface DebtYear {
  readonly year: number
  readonly drawnMusd: number
  readonly serviceMusd: number
  /** Owed when the year ends. */
  readonly balanceMusd: number
  /** Revenue less running costs and tax. */
  readonly cashMusd: number
  /** Cash over service; null: nothing is due. */
  readonly coverage: number | null
}

interface Worth {
  /** Every payment, one a date, in their order. */
  readonly flows: readonly DatedMoney[]
  readonly netPresentValueMusd: number
  readonly rateOfReturn: RateOfReturn
  readonly paybackYears: number | null
}

export interface AfterTax extends Worth {
  /** As if all were paid of the owners' own money. */
  readonly years: readonly TaxYear[]
  /** With the loans: interest lowers the tax; null where the plan has none. */
  readonly debt:
    | (Worth & {
        readonly tax: readonly TaxYear[]
        readonly years: readonly DebtYear[]
        /** The least of all years; null: nothing is ever due. */
        readonly leastCoverage: number | null
        /** Present value of what is drawn less what is paid to the lender. */
        readonly loansPresentMusd: number
      })
    | null
}

export interface Terms extends TaxCalendar {
  readonly tax: Omit<Tax, 'lifeYears'> & { readonly lifeYears: Readonly<Record<AssetClass, number>> }
  readonly debt: Debt
  readonly ratePerYear: number
}

/** The solved plan after its tax and with its loans; null: it has neither, or no price for what it serves. */
export function planAfterTax(
  plan: Plan,
  catalog: Catalog,
  { isPriced, payments }: { readonly isPriced: boolean; readonly payments: readonly Payment[] },
): AfterTax | null {
  const terms = isPriced ? termsOf(plan, catalog) : null
  return terms && afterTax(payments, terms)
}

/** Whether a plan pays tax or borrows; the others have no figures after tax. */
export function hasTaxOrDebt({ finance: { tax, debt } }: Plan): boolean {
  return tax.rateShare > 0 || debt.capitalShare > 0
}

/** Tax and debt of a plan with the lives of the catalog where it has none of its own; null: neither. */
export function termsOf(plan: Plan, catalog: Catalog): Terms | null {
  const { tax, debt, discountRatePerYear: ratePerYear, discounting } = plan.finance
  if (!hasTaxOrDebt(plan)) return null
  const life = (own: AssetClass): number =>
    tax.lifeYears[own] ?? catalog.depreciation_lives.find((row) => row.id === own)?.lifeYears ?? 1
  const lifeYears = { servers: life('servers'), buildings: life('buildings'), power: life('power') }
  return {
    ...{ tax: { ...tax, lifeYears }, debt, ratePerYear, horizonYears: horizonYears(listPeriods(plan)) },
    isPaidAtEnd: discounting === 'end-of-period',
  }
}

/**
 * The plan as a business after tax, and with loans:
 *
 *   tax of a year  = rate x max(0, income - written off - interest - losses carried), paid when the year ends
 *   after tax      = every payment as before tax, and the tax
 *   of the owners  = the same with the tax that interest lowers, what is drawn, service and what is owed at the end
 *   coverage       = (revenue - running costs - tax) of a year / service of the year
 *
 * A deposit is no income and is not written off; annuities are deducted as they are paid. What is not given back when
 * the horizon ends is written off no faster for it.
 */
export function afterTax(payments: readonly Payment[], terms: Terms): AfterTax {
  const { horizonYears } = terms
  const loans = loansOf(payments, terms)
  const years = taxYears(payments, [], terms)
  const own = worthOf([...payments, ...taxPayments(years, horizonYears)], terms.ratePerYear)
  return { ...own, years, debt: loans.length > 0 ? withDebt(payments, loans, terms) : null }
}

/** Loans for everything that is bought with a lump sum. */
export function loansOf(payments: readonly Payment[], { debt, horizonYears }: Terms): LoanPayment[] {
  const bought = payments.flatMap(({ kind, asset, musd, years }) =>
    kind === 'capital' && asset ? [{ musd: -musd, paidYears: years, serviceYears: asset.serviceYears }] : [],
  )
  return loanPayments(bought, debt, horizonYears)
}

function withDebt(payments: readonly Payment[], loans: readonly LoanPayment[], terms: Terms) {
  const { horizonYears, ratePerYear } = terms
  const tax = taxYears(payments, loans, terms)
  const flows = loans.map(({ kind, years, musd }) => ({ years, musd: kind === 'drawn' ? musd : -musd }))
  const years = debtYears(payments, loans, tax, terms)
  const covered = years.flatMap(({ coverage }) => (coverage === null ? [] : [coverage]))
  return {
    ...worthOf([...payments, ...taxPayments(tax, horizonYears), ...flows], ratePerYear),
    ...{ tax, years, leastCoverage: covered.length > 0 ? Math.min(...covered) : null },
    loansPresentMusd: presentValue(flows, ratePerYear),
  }
}

function worthOf(money: readonly DatedMoney[], ratePerYear: number): Worth {
  const netted = [...Map.groupBy(money, ({ years }) => years)]
    .map(([years, own]) => ({ years, musd: own.reduce((sum, { musd }) => sum + musd, 0) }))
    .sort((a, b) => a.years - b.years)
  return {
    flows: netted,
    netPresentValueMusd: presentValue(netted, ratePerYear),
    rateOfReturn: rateOfReturn(netted),
    paybackYears: paybackYears(netted),
  }
}

/** A tax is due when its year ends, the last with the horizon. */
function taxPayments(years: readonly TaxYear[], horizonYears: number): DatedMoney[] {
  return years.map(({ year, taxMusd }) => ({ years: Math.min(year + 1, horizonYears), musd: -taxMusd }))
}

/** Whether a payment counts as income of its year: earned, spent on running, or paid as an annuity. */
export const isRunning = ({ kind, asset, isDeposit }: Payment): boolean =>
  kind === 'revenue' || kind === 'running' || (kind === 'capital' && !asset && !isDeposit)

function taxYears(payments: readonly Payment[], loans: readonly LoanPayment[], terms: Terms): TaxYear[] {
  const { tax } = terms
  const count = countYears(terms)
  const [income, written, interest] = [0, 1, 2].map(() => new Array<number>(count).fill(0)) as [
    number[],
    number[],
    number[],
  ]
  const add = (into: number[], years: number, musd: number): void => {
    into[yearAt(years, terms)]! += musd
  }
  for (const own of payments)
    if (isRunning(own) || (own.kind === 'returned' && !own.isDeposit)) add(income, own.years, own.musd)
  for (const own of loans) add(interest, own.years, own.interestMusd)
  for (const [year, musd] of writtenOff(payments, terms)) written[year]! += musd
  let loss = 0
  return Array.from({ length: count }, (_, year): TaxYear => {
    const own = income[year]! - written[year]! - interest[year]!
    const lossUsedMusd = Math.min(loss, Math.max(0, own))
    const taxableMusd = Math.max(0, own - lossUsedMusd)
    loss = tax.carriesLosses ? loss - lossUsedMusd + Math.max(0, -own) : 0
    return {
      ...{ year, incomeMusd: income[year]!, depreciationMusd: written[year]!, interestMusd: interest[year]! },
      ...{ lossUsedMusd, taxableMusd, taxMusd: taxableMusd * tax.rateShare },
    }
  })
}

/** By year of the plan; what is sold or given back has the rest of its price written off in that year. */
export function* writtenOff(
  payments: readonly Payment[],
  terms: Pick<Terms, 'tax'> & TaxCalendar,
): Generator<readonly [year: number, musd: number, asset: BoughtAsset]> {
  const { tax, horizonYears } = terms
  const assets = Map.groupBy(
    payments.filter((own) => own.asset),
    (own) => own.asset,
  )
  for (const [asset, own] of assets) {
    if (!asset) continue
    const priceMusd = -own.filter(({ kind }) => kind === 'capital').reduce((sum, { musd }) => sum + musd, 0)
    const sold = own.find(({ kind }) => kind === 'returned')
    const soldIn = sold ? yearAt(sold.years, terms) : Number.POSITIVE_INFINITY
    const { assetClass, serviceYears } = asset
    const lifeYears = tax.lifeYears[assetClass]
    const firstYear = yearAt(serviceYears, terms)
    const shares = depreciationShares(
      { method: tax.depreciation, lifeYears, serviceYears, firstYear },
      horizonYears,
    )
    let left = priceMusd
    for (const [year, share] of shares.entries()) {
      if (year > soldIn) break
      const musd = year === soldIn ? left : Math.min(left, share * priceMusd)
      left -= musd
      yield [year, musd, asset]
    }
  }
}

function debtYears(
  payments: readonly Payment[],
  loans: readonly LoanPayment[],
  tax: readonly TaxYear[],
  calendar: TaxCalendar,
): DebtYear[] {
  let balanceMusd = 0
  return tax.map(({ year, taxMusd }) => {
    const isOwn = ({ years }: DatedMoney): boolean => yearAt(years, calendar) === year
    const own = loans.filter(isOwn)
    const sum = (kind: LoanPayment['kind']): number =>
      own.reduce((total, one) => total + (one.kind === kind ? one.musd : 0), 0)
    const owed = own.reduce((total, one) => total + one.interestMusd, 0)
    const serviceMusd = sum('service')
    const left = balanceMusd + sum('drawn') + owed - serviceMusd - sum('balance')
    balanceMusd = Math.abs(left) <= LEAST_MUSD ? 0 : left
    const cashMusd =
      payments.filter((one) => isRunning(one) && isOwn(one)).reduce((total, { musd }) => total + musd, 0) -
      taxMusd
    return {
      ...{ year, drawnMusd: sum('drawn'), serviceMusd, balanceMusd, cashMusd },
      coverage: serviceMusd > 0 ? cashMusd / serviceMusd : null,
    }
  })
}
