import { planCatalog } from '../../catalog/planCatalog.ts'
import { planMoney } from '../../catalog/planMoney.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import { toCurrencyText } from '../../plan/currency.ts'
import type { Plan } from '../../plan/schema/plan.ts'

/** Money for people, in the currency of the plan; JSON keeps US dollars. */
export interface MoneyText {
  /** Units of the currency for one US dollar. */
  readonly perUsd: number
  /** As in `M€`, after a number. */
  readonly millions: string
  readonly sign: string
}

export function moneyText(plan: Plan, shipped: Catalog): MoneyText {
  const { currency, rates } = planMoney(plan, planCatalog(plan, shipped))
  return {
    perUsd: rates[currency],
    millions: toCurrencyText('M$', currency),
    sign: toCurrencyText('$', currency),
  }
}
