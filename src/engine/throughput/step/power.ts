import { z } from 'zod'
import type { ServingQuery } from '../query.ts'
import { generationOf } from './generation.ts'
import type { Layout } from './layout.ts'
import { type Coefficients, stepParts } from './parts.ts'

/** Share of the rated board power that each feature of the load adds. */
export const PowerFit = z.object({
  idle: z.number(),
  bytes: z.number(),
  flop: z.number(),
  batch: z.number(),
  moe: z.number(),
  lowPrecisionMoe: z.number(),
  reading: z.number(),
  /** What a generation or a model adds to that. */
  effects: z.record(z.string(), z.number()),
  rows: z.number(),
  /** Mean absolute percentage error of rows whose configuration, model or accelerator was held out. */
  heldOutMeanPercent: z.object({ configuration: z.number(), model: z.number(), accelerator: z.number() }),
})
export type PowerFit = z.infer<typeof PowerFit>
export const POWER_FEATURES = ['idle', 'bytes', 'flop', 'batch', 'moe', 'lowPrecisionMoe', 'reading'] as const

/** Traits that may add to the share of power. */
export function powerTraits({ accelerator, model }: ServingQuery): string[] {
  return [`generation:${generationOf(accelerator)}`, `model:${model.id}`]
}

/** More sequences than this keep a board no busier. */
const BUSY_LOG2_BATCH = 8

/** No board draws less under load: the least that was measured was 0.29. */
const LEAST_SHARE = 0.25

/**
 * What board power depends on:
 *
 *   P / rated = idle + a sqrt(bytes/s share of peak) + b sqrt(FLOP/s share of peak) + c min(8, log2(B)) + MoE
 *             + low-precision MoE + d share of the step that memory is read for + generation + model
 *
 * Low-precision experts draw more than their bytes tell, because the time their kernels lose is not idle.
 */
export function powerFeatures(
  query: ServingQuery,
  layout: Layout,
  coefficients: Coefficients,
  batch: number,
  stepS: number,
): number[] {
  const parts = stepParts(query, layout, batch)
  const readS =
    parts.weights * coefficients.weights +
    parts.experts * coefficients.experts +
    parts.cache * coefficients.cache
  const bytesShare = (parts.weights + parts.experts + parts.cache) / stepS
  const flopShare = (parts.decode + parts.prefill + parts.decodeAttention + parts.prefillAttention) / stepS
  const isMoe = layout.expertBytes > 0
  return [
    1,
    Math.sqrt(bytesShare),
    Math.sqrt(flopShare),
    Math.min(BUSY_LOG2_BATCH, Math.log2(Math.max(1, batch))),
    isMoe ? 1 : 0,
    isMoe && query.precision !== 'bf16' ? 1 : 0,
    Math.min(1, readS / stepS),
  ]
}

/** Board power from what the board does, W; never beyond its rating. */
export function boardPowerW(
  query: ServingQuery,
  layout: Layout,
  coefficients: Coefficients,
  batch: number,
  stepS: number,
  fit: PowerFit,
): number | null {
  const { tdpW } = query.accelerator
  if (tdpW === null) return null
  const features = powerFeatures(query, layout, coefficients, batch, stepS)
  const ofLoad = POWER_FEATURES.reduce((sum, name, i) => sum + fit[name] * features[i]!, 0)
  const share = powerTraits(query).reduce((sum, trait) => sum + (fit.effects[trait] ?? 0), ofLoad)
  return tdpW * Math.min(1, Math.max(LEAST_SHARE, share))
}
