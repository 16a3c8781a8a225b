import { firstDayOf } from '../../plan/priceDates.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { listPeriods } from '../derive/periods.ts'
import type { Problem } from './problem.ts'

/** Dated prices and moves that never hold, that hold later than they say, or that move nothing. */
export function marketProblems(plan: Plan): Problem[] {
  const { leases, apis, sales, sellPrices, market } = plan.distribution
  const at = (item: string, ...path: Problem['path']) => ({ item, path: ['distribution', ...path] })
  const offers = [
    ...leases.map((own, index) => ({ ...at(own.name, 'leases', index, 'prices'), rows: own.prices })),
    ...apis.map((own, index) => ({ ...at(own.name, 'apis', index, 'prices'), rows: own.prices })),
    ...sales.map((own, index) => ({ ...at(own.name, 'sales', index, 'prices'), rows: own.prices })),
    { ...at('', 'sellPrices', 'prices'), rows: sellPrices.prices },
    { ...at('', 'sellPrices', 'computePrices'), rows: sellPrices.computePrices },
  ]
  const firstDays = listPeriods(plan).map((period) => firstDayOf(period.label))
  return [
    ...offers.flatMap(({ item, path, rows }) =>
      rows.flatMap(({ from }, index) => lateness(firstDays, from, item, [...path, index, 'from'])),
    ),
    ...market.moves.flatMap((move, index) => {
      const path = ['distribution', 'market', 'moves', index]
      return [
        ...lateness(firstDays, move.from, move.name, [...path, 'from']),
        ...(isIdle(plan, move)
          ? [
              {
                severity: 'warning',
                code: 'moves-nothing',
                item: move.name,
                path: [...path, 'stepShare'],
                values: [],
              } as const,
            ]
          : []),
      ]
    }),
  ]
}

/** What begins within a period holds from the next; what begins after the last never does. */
function lateness(
  firstDays: readonly string[],
  from: string,
  item: string,
  path: Problem['path'],
): Problem[] {
  const day = firstDayOf(from)
  if (day <= firstDays[0]! || firstDays.includes(day)) return []
  const next = firstDays.find((own) => own > day)
  const shared = { severity: 'warning', item, path } as const
  if (next === undefined) return [{ ...shared, code: 'holds-never', values: [from] }]
  return [{ ...shared, code: 'holds-later', values: [from, next] }]
}

/** Neither steps nor changes, or the plan has nothing of the kind. */
function isIdle({ distribution }: Plan, { side, goods, stepShare, changePerYear }: Move): boolean {
  const { leases, apis, sales, sellPrices } = distribution
  const has = {
    buy: { accelerators: leases.length > 0, tokens: apis.some((own) => own.tier === 'api') },
    sell: {
      accelerators:
        sales.some((own) => own.kind === 'accelerator-hours') ||
        sellPrices.computePrices.length > 0 ||
        sellPrices.computeUsdPerAccelH !== undefined,
      tokens:
        sales.some((own) => own.kind === 'tokens') ||
        sellPrices.tokens !== undefined ||
        sellPrices.prices.length > 0 ||
        Object.keys(sellPrices.byClass).length > 0,
    },
  }[side]
  const isThere = goods === 'all' ? has.accelerators || has.tokens : has[goods]
  return (stepShare === 0 && changePerYear === 0) || !isThere
}

type Move = Plan['distribution']['market']['moves'][number]
