import type { Layout } from './layout.ts'
import type { ServingQuery } from './query.ts'
import { bytesRead } from './stepTime.ts'

/**
 * Board power from what the board does, W; 242 measured rows of H200, B200 and B300, mean error 10 %, R2 0.84.
 *
 *   P / TDP = min(1, 0.324 + 0.659 bytes/s share of peak + 9.2 FLOP/s share of peak)
 *
 * The FLOP share was below 0.05 in every row; beyond it the formula says full power.
 */
export function boardPowerW(
  query: ServingQuery,
  layout: Layout,
  batch: number,
  tpotS: number,
): number | null {
  const { accelerator, inputTokens, outputTokens, cacheHitShare } = query
  if (accelerator.tdpW === null) return null
  const bytes = bytesRead(query, layout, batch)
  const computed = 1 + (inputTokens * (1 - cacheHitShare)) / outputTokens
  const bytesShare = bytes / tpotS / (layout.n * accelerator.memBwTbS * 1e12)
  const flopShare = (batch * computed * layout.activeFlop) / tpotS / (layout.n * layout.flops)
  return accelerator.tdpW * Math.min(1, 0.324 + 0.659 * bytesShare + 9.2 * flopShare)
}
