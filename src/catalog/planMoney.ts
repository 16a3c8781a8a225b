import type { Catalog } from '../plan/catalog/catalog.ts'
import type { Money } from '../plan/currency.ts'
import { AppFault } from '../plan/fault.ts'
import type { Currency } from '../plan/schema/currency.ts'
import type { Plan } from '../plan/schema/plan.ts'

type Own = Pick<Plan, 'currency'>

/** The plan's own rate, else the catalog's: units of a currency for one US dollar. */
function rateOf({ currency: { perUsd } }: Own, { exchange_rates }: Catalog, currency: Currency): number {
  if (currency === 'USD') return 1
  const rate = perUsd[currency] ?? exchange_rates.find((row) => row.id === currency.toLowerCase())?.perUsd
  if (rate !== undefined) return rate
  throw new AppFault('bad-input', `No exchange rate of ${currency} is known`, [
    { path: `currency.perUsd.${currency}`, value: null, expected: 'units for one US dollar' },
  ])
}

/** How the plan shows money, and at which rates it is typed. */
export function planMoney(plan: Own, catalog: Catalog): Money {
  const rate = (currency: Currency): number => rateOf(plan, catalog, currency)
  const rates = { USD: 1, EUR: rate('EUR'), CNY: rate('CNY'), JPY: rate('JPY') }
  return { currency: plan.currency.shown, rates }
}

/** The rate in use with where it comes from: the plan's provenance, else the catalog's row; null: US dollars. */
export function rateSource(plan: Own & Pick<Plan, 'provenance'>, catalog: Catalog) {
  const { shown, perUsd } = plan.currency
  if (shown === 'USD') return null
  const own = perUsd[shown] === undefined ? undefined : plan.provenance[`currency.perUsd.${shown}`]
  const row = catalog.exchange_rates.find(({ id }) => id === shown.toLowerCase())
  const said =
    perUsd[shown] === undefined && row
      ? { source: row.source, date: row.date, grade: row.grade }
      : { source: own?.source ?? '', date: own?.date ?? '', grade: own?.grade ?? '' }
  return { currency: shown, perUsd: rateOf(plan, catalog, shown), ...said }
}
