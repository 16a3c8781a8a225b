import { planMoney } from '../../../catalog/planMoney.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import { type Money, US_DOLLARS } from '../../../plan/currency.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { useSession } from './session.ts'
import { share } from './share.ts'
import { seenBy } from './usePlan.ts'

let last: { readonly plan: Plan; readonly money: Money } | undefined

/** The same object for the same currency and rates, so that what is made of it is kept. */
function moneyOf(plan: Plan | undefined, shipped: Catalog | null): Money {
  if (!plan || !shipped) return US_DOLLARS
  if (last?.plan !== plan) {
    const money = planMoney(plan, seenBy(plan, shipped))
    last = { plan, money: share(last?.money, money) }
  }
  return last.money
}

/** The currency of the plan in view, in which every screen shows money; US dollars where no plan is in view. */
export function useMoney(): Money {
  const plan = useSession((state) => state.opened?.plan)
  const shipped = useSession((state) => state.catalog)
  return moneyOf(plan, shipped)
}

/** Outside the screen, as in a formatter. */
export function currentMoney(): Money {
  const { opened, catalog } = useSession.getState()
  return moneyOf(opened?.plan, catalog)
}
