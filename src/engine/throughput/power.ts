import { z } from 'zod'
import type { Layout } from './layout.ts'
import { stepParts } from './parts.ts'
import type { ServingQuery } from './query.ts'

/** Share of the rated board power that each feature of the load adds. */
export const PowerFit = z.object({
  idle: z.number(),
  bytes: z.number(),
  flop: z.number(),
  batch: z.number(),
  moe: z.number(),
  lowPrecisionMoe: z.number(),
  rows: z.number(),
  /** Mean absolute percentage error of rows whose model was held out. */
  heldOutMeanPercent: z.number(),
})
export type PowerFit = z.infer<typeof PowerFit>
export const POWER_FEATURES = ['idle', 'bytes', 'flop', 'batch', 'moe', 'lowPrecisionMoe'] as const

/** No board draws less under load: the least that was measured was 0.29. */
const LEAST_SHARE = 0.25

/**
 * What board power depends on:
 *
 *   P / rated = idle + a sqrt(bytes/s share of peak) + b sqrt(FLOP/s share of peak) + c log2(B) + MoE + low-precision MoE
 *
 * Low-precision experts draw more than their bytes tell, because the time their kernels lose is not idle.
 */
export function powerFeatures(query: ServingQuery, layout: Layout, batch: number, stepS: number): number[] {
  const parts = stepParts(query, layout, batch)
  const bytesShare = (parts.weights + parts.experts + parts.cache) / stepS
  const flopShare = (parts.decode + parts.prefill + parts.decodeAttention + parts.prefillAttention) / stepS
  const isMoe = layout.expertBytes > 0
  return [
    1,
    Math.sqrt(bytesShare),
    Math.sqrt(flopShare),
    Math.log2(batch),
    isMoe ? 1 : 0,
    isMoe && query.precision !== 'bf16' ? 1 : 0,
  ]
}

/** Board power from what the board does, W; never beyond its rating. */
export function boardPowerW(
  query: ServingQuery,
  layout: Layout,
  batch: number,
  stepS: number,
  fit: PowerFit,
): number | null {
  const { tdpW } = query.accelerator
  if (tdpW === null) return null
  const features = powerFeatures(query, layout, batch, stepS)
  const share = POWER_FEATURES.reduce((sum, name, i) => sum + fit[name] * features[i]!, 0)
  return tdpW * Math.min(1, Math.max(LEAST_SHARE, share))
}
