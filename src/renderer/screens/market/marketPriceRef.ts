import type { MarketRow } from '../../../engine/derive/distribution/marketView.ts'
import { type TraceRef, toRef } from '../../../engine/trace/trace.ts'

/** How the price of an offer in a period comes about. */
export function marketPriceRef({ kind, id }: MarketRow, period: string): TraceRef {
  if (kind === 'api') return toRef('price-api', id, '', period)
  if (kind === 'sell') return toRef('price-sold', id, period)
  return kind === 'let' ? toRef('price-let', period) : toRef(`price-${kind}`, id, period)
}
