import type { AuditLine, Said } from '../../../../plan/result/audit.ts'
import { USD_PER_MUSD } from '../../../../plan/units.ts'
import { resultAfterTax } from '../../../results/money/resultAfterTax.ts'
import { type Audited, sumOf } from '../../audited.ts'
import { agrees, forbids } from '../../line.ts'
import type { Dated } from '../../money/loans.ts'
import { type SideBook, taxBook } from '../../money/taxBook.ts'
import { say } from '../../said.ts'

const CHECK = 'after-tax'
const TOLERANCE = 2e-3
/** Of everything that changed hands by then: a tax is a small difference of large sums. */
const NOISE_SHARE = 1e-4
const UNIT = 'million USD'

type Claims = NonNullable<ReturnType<typeof resultAfterTax>>

interface Side {
  readonly id: 'own' | 'owners'
  readonly who: Said
  readonly claimed: Pick<Claims, 'netPresentValueMusd' | 'rateOfReturn'> & { readonly tax: Claims['years'] }
  readonly lender: NonNullable<Claims['debt']>['years']
  readonly book: SideBook
}

/**
 * Tax, what is written off, loans, value and return after them, from the payments up. The figures that the result's own
 * room makes of its cost lines are the claim.
 */
export function checkAfterTax(
  audited: Audited,
  claimed: Claims | null = resultAfterTax(audited.plan, audited.catalog, audited.result),
): AuditLine[] {
  const { tax, debt } = audited.plan.finance
  if (!audited.result.cash || (tax.rateShare === 0 && debt.capitalShare === 0)) return []
  const book = taxBook(audited)
  if (!claimed || (book.owners !== null) !== (claimed.debt !== null))
    return [
      forbids({ check: CHECK, path: 'afterTax', claimed: 1, unit: 'sides' }, say`Tax or loans are left out`),
    ]
  const own: Side = {
    ...{ id: 'own', who: say`all the money`, claimed: { ...claimed, tax: claimed.years } },
    ...{ lender: [], book: book.own },
  }
  const owners = claimed.debt &&
    book.owners && {
      ...{ id: 'owners' as const, who: say`the owners’ money`, claimed: claimed.debt },
      ...{ lender: claimed.debt.years, book: book.owners },
    }
  return (owners ? [own, owners] : [own]).flatMap((side) => [
    ...yearLines(side, book.movedUsd),
    ...worthLines(audited, side, book.movedUsd.at(-1)!),
  ])
}

/** Every year by itself: what was earned, written off, taxed, and of loans paid and owed. */
function yearLines({ id, who, claimed, lender, book }: Side, movedUsd: readonly number[]): AuditLine[] {
  return book.years.flatMap((own, year): AuditLine[] => {
    const tax = claimed.tax[year]
    const loans = lender[year]
    const path = (field: string): string => `afterTax.${id}.years[${year}].${field}`
    const line = (field: string, what: Said, value: number | undefined, usd: number) =>
      agrees({
        ...{ check: CHECK, path: path(field), unit: UNIT, toleranceShare: TOLERANCE, what },
        ...{ claimed: value ?? 0, recomputed: usd / USD_PER_MUSD },
        noise: (NOISE_SHARE * movedUsd[year]!) / USD_PER_MUSD,
      })
    const at = year + 1
    const ofYear = [
      line('incomeMusd', say`Income of year ${at}, of ${who}`, tax?.incomeMusd, own.incomeUsd),
      line(
        'depreciationMusd',
        say`Written off in year ${at}, of ${who}`,
        tax?.depreciationMusd,
        own.writtenOffUsd,
      ),
      line('interestMusd', say`Interest of year ${at}, of ${who}`, tax?.interestMusd, own.interestUsd),
      line('taxMusd', say`Tax of year ${at}, of ${who}`, tax?.taxMusd, own.taxUsd),
    ]
    if (id === 'own') return ofYear
    return [
      ...ofYear,
      line('serviceMusd', say`Debt service of year ${at}`, loans?.serviceMusd, own.serviceUsd),
      line('balanceMusd', say`Owed at the end of year ${at}`, loans?.balanceMusd, own.owedUsd),
      // Coverage times service, so that a year in which hardly anything is due is not measured by a quotient.
      line(
        'coverage',
        say`What covers the debt service of year ${at}`,
        (loans?.coverage ?? 0) * (loans?.serviceMusd ?? 0),
        own.serviceUsd > 0 ? own.cashUsd : 0,
      ),
    ]
  })
}

/** Value today, and whether the payments are worth nothing at the rate of return. */
function worthLines({ plan }: Audited, { id, who, claimed, book }: Side, movedUsd: number): AuditLine[] {
  const shared = { check: CHECK, unit: UNIT, toleranceShare: TOLERANCE }
  const noise = (NOISE_SHARE * movedUsd) / USD_PER_MUSD
  const worth = (ratePerYear: number, money: readonly Dated[]) =>
    sumOf(money, ({ years, usd }) => (usd / USD_PER_MUSD) * Math.exp(-Math.log1p(ratePerYear) * years))
  const value = agrees({
    ...{
      ...shared,
      noise,
      path: `afterTax.${id}.netPresentValueMusd`,
      what: say`Net present value of ${who}, after tax`,
    },
    ...{
      claimed: claimed.netPresentValueMusd,
      recomputed: worth(plan.finance.discountRatePerYear, book.money),
    },
  })
  const rate = claimed.rateOfReturn
  if (rate.kind !== 'rate') return [value]
  const sided = (sign: 1 | -1) =>
    sign *
    worth(
      rate.perYear,
      book.money.filter(({ usd }) => usd * sign > 0),
    )
  return [
    value,
    agrees({
      ...{ ...shared, path: `afterTax.${id}.rateOfReturn` },
      what: say`What is received at the rate of return of ${who}, beside what is paid`,
      ...{ claimed: sided(1), recomputed: sided(-1) },
    }),
  ]
}
