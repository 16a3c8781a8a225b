import type { Plan } from '../../plan/schema/plan.ts'
import type { PlanAccelerator } from '../../plan/schema/supply.ts'
import type { Audited } from './audited.ts'
import { yearsIn } from './calendar.ts'

/** An age at which units of an accelerator may leave service. */
export interface LeavingAge {
  readonly years: number
  /** Periods that a unit then serves. */
  readonly periods: number
  /** False: the age of the plan, at which every unit leaves that has not left before. */
  readonly isEarly: boolean
  /** Sold then, at a share of its price; without a share at its book value. Undefined: worn out, not sold. */
  readonly sale: { readonly share: number | undefined } | undefined
}

/** The ages of an accelerator, the plan's own first. */
export function leavingAges(plan: Plan, own: PlanAccelerator): LeavingAge[] {
  const periods = (years: number) => Math.max(1, Math.round(years / yearsIn(plan)))
  const lastYears = own.refreshYears ?? own.lifeYears
  return [
    {
      ...{ years: lastYears, periods: periods(lastYears), isEarly: false },
      sale: own.refreshYears === undefined ? undefined : { share: own.resaleShare },
    },
    ...own.retireAtYears.map((years, k) => ({
      ...{ years, periods: periods(years), isEarly: true },
      sale: { share: own.retireResaleShares[k] },
    })),
  ]
}

/** Rows of a result that say which units of an accelerator leave a site before the plan's age. */
export function earlyRows({ result }: Audited, siteId: string, acceleratorId: string) {
  return result.retirements.filter(
    (row) => row.isEarly && row.siteId === siteId && row.acceleratorId === acceleratorId,
  )
}
