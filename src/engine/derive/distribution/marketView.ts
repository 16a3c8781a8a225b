import { planCatalog } from '../../../catalog/planCatalog.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import type { TokenMix } from '../agents/tokenMix.ts'
import { listClasses, listWorkloads, planTokenMix, tokenMix } from '../agents/workloads.ts'
import { listPeriods, type Period } from '../periods.ts'
import { apiPriceList, type PriceList, usdOfMix } from './apiPrices.ts'
import { leasePrice, letPrice, type MarketPrice, type PriceMaking, salePrice } from './marketPrice.ts'
import { sellPriceList } from './sellPrice.ts'

/** What is bought or sold: a lease, tokens of an API, a market for what is left over, tokens served, accelerators let. */
export type MarketKind = 'lease' | 'api' | 'sale' | 'sell' | 'let'

/** The price of one thing through the horizon. */
export interface MarketRow {
  readonly kind: MarketKind
  /** Of the lease, API or market; of the class where tokens of a class sell at prices of their own; else empty. */
  readonly id: string
  readonly name: string
  readonly side: 'buy' | 'sell'
  readonly unit: '$/accelerator-h' | '$/Mtok'
  /** [period]; null: no price then. */
  readonly prices: readonly (MarketPrice | null)[]
}

/** Every price of both sides of the market, period by period; of tokens that of the mix that the plan's demand has. */
export function marketView(plan: Plan, shipped: Catalog): MarketRow[] {
  const catalog = planCatalog(plan, shipped)
  const periods = listPeriods(plan)
  const workloads = listWorkloads(plan, catalog)
  const mix = planTokenMix(workloads)
  const { leases, apis, sales, sellPrices } = plan.distribution
  const over = (price: (period: Period) => MarketPrice | null) => periods.map(price)
  const priced = new Set([
    ...Object.keys(sellPrices.byClass),
    ...sellPrices.prices.flatMap((row) => row.classId ?? []),
  ])
  const classes = listClasses(workloads).filter((own) => priced.has(own.id))
  const rows: MarketRow[] = [
    ...leases.map((own) => ({
      ...{ kind: 'lease' as const, id: own.id, name: own.name, side: 'buy' as const },
      ...{ unit: '$/accelerator-h' as const, prices: over((period) => leasePrice(plan, own, period)) },
    })),
    ...apis.map((own) => ({
      ...{ kind: 'api' as const, id: own.id, name: own.name, side: 'buy' as const, unit: '$/Mtok' as const },
      prices: over((period) => ofMix(apiPriceList(plan, catalog, own, period), mix)),
    })),
    ...sales.map((own) => ({
      ...{ kind: 'sale' as const, id: own.id, name: own.name, side: 'sell' as const },
      unit: own.kind === 'tokens' ? ('$/Mtok' as const) : ('$/accelerator-h' as const),
      prices: over((period) => salePrice(plan, own, period)),
    })),
    ...[{ id: '', mix }, ...classes.map((own) => ({ id: own.id, mix: tokenMix(workloads, own) }))].map(
      (own) => ({
        ...{
          kind: 'sell' as const,
          id: own.id,
          name: own.id,
          side: 'sell' as const,
          unit: '$/Mtok' as const,
        },
        prices: over((period) => ofMix(sellPriceList(plan, own.id, period), own.mix)),
      }),
    ),
    {
      ...{ kind: 'let', id: '', name: '', side: 'sell', unit: '$/accelerator-h' },
      prices: over((period) => letPrice(plan, period)),
    },
  ]
  return rows.filter((row) => row.prices.some((price) => price !== null))
}

function ofMix(
  found: { readonly list: PriceList; readonly making: PriceMaking } | null,
  mix: TokenMix,
): MarketPrice | null {
  if (!found) return null
  const saidUsd = usdOfMix(found.list, mix)
  return { usd: saidUsd * found.making.factor, saidUsd, making: found.making }
}
