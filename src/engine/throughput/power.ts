import type { Layout } from './layout.ts'
import { stepParts } from './parts.ts'
import type { ServingQuery } from './query.ts'

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
  stepS: number,
): number | null {
  const { tdpW } = query.accelerator
  if (tdpW === null) return null
  const parts = stepParts(query, layout, batch)
  const bytesShare = (parts.weights + parts.experts + parts.cache) / stepS
  const flopShare = (parts.decode + parts.prefill) / stepS
  return tdpW * Math.min(1, 0.324 + 0.659 * bytesShare + 9.2 * flopShare)
}
