import type { ServingQuery } from '../query.ts'
import { layoutOf } from './layout.ts'
import { stepParts } from './parts.ts'

/** Measured tokens may exceed the peak of the hardware by this, for draft tokens and clocks above the rated ones. */
const PEAK_TOLERANCE = 3
/** Sequences in flight of a run that does not say. */
const MANY = 1024

/** Output tokens per second per accelerator if nothing but reading at full bandwidth, or multiplying at peak, took time. */
export function hardwarePeak(query: ServingQuery, accelCount: number, concurrency = MANY): number {
  const layout = layoutOf(query, Math.min(accelCount, query.accelerator.scaleupDomainSize ?? 1))
  const parts = stepParts(query, layout, concurrency)
  const leastS = Math.max(parts.weights + parts.experts + parts.cache, parts.decode + parts.prefill)
  return concurrency / leastS / layout.n
}

/** Is this faster than any such hardware could be? */
export function exceedsPeak(outputTokSPerAccel: number, peak: number): boolean {
  return outputTokSPerAccel > PEAK_TOLERANCE * peak
}
