import type { Plan } from '../../../plan/schema/plan.ts'
import { type Audited, sumOf } from '../audited.ts'
import { countYears, horizonOf, isBought, listAssets, writtenInUsd, yearOf } from './assets.ts'
import { listCosts, listSales } from './business.ts'
import { type Payment, paidAt } from './ledger.ts'
import { type Dated, type Loan, listLoans } from './loans.ts'

/** One year as the state and the lender see it, US dollars. */
export interface YearBook {
  readonly incomeUsd: number
  readonly writtenOffUsd: number
  readonly interestUsd: number
  readonly taxUsd: number
  /** Earned less what running costs and tax take: what loans are served from. */
  readonly cashUsd: number
  readonly serviceUsd: number
  readonly owedUsd: number
}

/** The years of one side, of all the money or of the owners' beside a lender's, and everything that changes hands. */
export interface SideBook {
  readonly years: readonly YearBook[]
  readonly money: readonly Dated[]
}

export interface TaxBook {
  readonly own: SideBook
  /** Null: nothing is borrowed. */
  readonly owners: SideBook | null
  /** [year] all that changed hands until it ends, whatever its sign: what differences are small beside. */
  readonly movedUsd: readonly number[]
}

const DEPOSIT = 'Interest lost on the grid deposit'

/** Taxes and loans of a solved plan, from the payments up. */
export function taxBook(audited: Audited): TaxBook {
  const { plan } = audited
  const costs = listCosts(audited)
  const received = listSales(audited)
  const bought = costs.filter((own) => isBought(plan, own))
  const running = costs.filter((own) => !isBought(plan, own) && own.name !== DEPOSIT)
  const assets = listAssets(audited, bought, (t) => paidAt(plan, t))
  const loans = listLoans(plan, assets)
  const all = [...received, ...costs.map(toPaid)]
  const earned = [...received, ...running.map(toPaid)]
  const returned = bought.filter(({ usd }) => usd < 0).map(toPaid)
  const written = yearsOf(plan, (year) => sumOf(assets, (asset) => writtenInUsd(plan, asset, year)))
  const side = (lent: readonly Loan[]): SideBook => {
    const interest = lent.flatMap((loan) => loan.interest)
    const before = yearsOf(plan, (year) => ({
      incomeUsd: inYear(plan, [...earned, ...returned], year),
      writtenOffUsd: written[year]!,
      interestUsd: inYear(plan, interest, year),
    }))
    const taxes = taxesUsd(
      plan,
      before.map((own) => own.incomeUsd - own.writtenOffUsd - own.interestUsd),
    )
    const years = before.map((own, year) => ({
      ...own,
      taxUsd: taxes[year]!,
      cashUsd: inYear(plan, earned, year) - taxes[year]!,
      serviceUsd: sumOf(lent, (loan) => loan.serviceUsd[year]!),
      owedUsd: sumOf(lent, (loan) => loan.owedUsd[year]!),
    }))
    return {
      years,
      money: [
        ...all,
        ...taxes.map((usd, year) => due(plan, usd, year)),
        ...lent.flatMap((loan) => loan.money),
      ],
    }
  }
  return {
    own: side([]),
    owners: loans.length > 0 ? side(loans) : null,
    movedUsd: yearsOf(plan, (year) =>
      sumOf(all, ({ years, usd }) => (yearOf(plan, years) <= year ? Math.abs(usd) : 0)),
    ),
  }
}

const toPaid = ({ years, usd }: Payment): Dated => ({ years, usd: -usd })

function yearsOf<T>(plan: Plan, of: (year: number) => T): T[] {
  return Array.from({ length: countYears(plan) }, (_, year) => of(year))
}

function inYear(plan: Plan, money: readonly Dated[], year: number): number {
  return sumOf(money, ({ years, usd }) => (yearOf(plan, years) === year ? usd : 0))
}

/**
 * By year, of what each earns before tax. Where losses are carried, all that was taxed by a year is the most that the plan
 * had earned in sum by any of them: a loss is made good before anything is taxed again.
 */
function taxesUsd({ finance }: Plan, profits: readonly number[]): number[] {
  const { rateShare, carriesLosses } = finance.tax
  let [sum, most] = [0, 0]
  return profits.map((profit) => {
    if (!carriesLosses) return rateShare * Math.max(0, profit)
    sum += profit
    const taxed = Math.max(0, sum - most)
    most += taxed
    return rateShare * taxed
  })
}

/** Paid when its year ends, the last with the horizon. */
function due(plan: Plan, usd: number, year: number): Dated {
  return { years: Math.min(year + 1, horizonOf(plan)), usd: -usd }
}
