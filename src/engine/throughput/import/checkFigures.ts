import type { Catalog } from '../../../plan/catalog/catalog.ts'
import { batchQueries } from '../batch/batchQuery.ts'
import { findAccelerator, findModel } from '../names/publishedNames.ts'
import { exceedsPeak, hardwarePeak } from '../step/hardwarePeak.ts'
import { layoutOf } from '../step/layout.ts'
import { type Parts, stepParts } from '../step/parts.ts'
import type { Fields } from './fields.ts'
import type { MeasuredRun } from './measuredRun.ts'

/** Measured tokens may exceed what the figures of the same run allow by this: means of unequal requests. */
const LITTLE_TOLERANCE = 1.15
/** Times shorter than a step of the hardware by more than this are in another unit. */
const TIME_TOLERANCE = 20

/** Units that were mixed up show as tokens that the run's own times, or the hardware's peaks, do not allow. */
export function checkFigures(run: MeasuredRun, fields: Fields, catalog: Catalog): void {
  checkByTimes(run, fields)
  const accelerator = findAccelerator(catalog, run.accelerator)!
  const [query] = batchQueries(run, accelerator, findModel(catalog, run.model)!)
  const layout = layoutOf(query!, Math.min(run.nAccel, accelerator.scaleupDomainSize ?? 1))
  checkByStep(run, fields, stepParts(query!, layout, 1))
  const peak = hardwarePeak(query!, run.nAccel, run.concurrency)
  if (exceedsPeak(run.outputTokSPerAccel, peak))
    fields.fault(
      'output throughput',
      run.outputTokSPerAccel,
      `no more than the hardware's peak allows, about ${peak.toPrecision(3)} tokens/s per accelerator`,
    )
}

/** Tokens against those that the requests in flight can be given at the run's own times. */
function checkByTimes(run: MeasuredRun, fields: Fields): void {
  const { concurrency, tpotMs, ttftMs, nAccel, osl, outputTokSPerAccel } = run
  if (concurrency === undefined || tpotMs === undefined) return
  const requestMs = (ttftMs ?? 0) + tpotMs * Math.max(1, osl - 1)
  const most = (concurrency * osl * 1000) / requestMs / nAccel
  if (outputTokSPerAccel > most * LITTLE_TOLERANCE)
    fields.fault(
      'output throughput',
      outputTokSPerAccel,
      `at most ${most.toPrecision(3)} tokens/s per accelerator at its own concurrency and times (are units mixed?)`,
    )
}

/** Times against the shortest step of the hardware, which reads all weights for one request. */
function checkByStep({ tpotMs, ttftMs }: MeasuredRun, fields: Fields, one: Parts): void {
  const stepMs = 1000 * (one.weights + one.experts)
  const check = (field: string, ms: number | undefined) => {
    if (ms !== undefined && ms * TIME_TOLERANCE < stepMs)
      fields.fault(
        field,
        ms,
        `milliseconds, about ${stepMs.toPrecision(2)} or more for one step of this hardware (is it seconds?)`,
      )
  }
  check('time per output token', tpotMs)
  check('time to first token', ttftMs)
}
