import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Handlers, MeasuredPoint } from '../contract/contract.ts'
import { readMeasurements } from '../engine/throughput/calibrate/readMeasurements.ts'
import { readCatalog } from './readCatalog.ts'

/** Answers with the public runs of a pair that say how many requests were in flight; the file is read once. */
export function measuredPointsReader(resourcesFolder: string): Handlers['measurements.read'] {
  let kept: Promise<Map<string, MeasuredPoint[]>> | undefined
  return async ({ modelId, acceleratorId }) => {
    kept ??= readPoints(resourcesFolder)
    return (await kept).get(`${modelId} ${acceleratorId}`) ?? []
  }
}

async function readPoints(resourcesFolder: string): Promise<Map<string, MeasuredPoint[]>> {
  const csv = await readFile(join(resourcesFolder, 'calibration/measurements.csv'), 'utf8')
  const { measurements } = readMeasurements(csv, await readCatalog(join(resourcesFolder, 'catalog')))
  const points = new Map<string, MeasuredPoint[]>()
  for (const { query, source, outputTokSPerAccel } of measurements) {
    const { concurrency, accelCount } = query
    if (concurrency === undefined || accelCount === undefined) continue
    const key = `${query.model.id} ${query.accelerator.id}`
    const own = points.get(key) ?? []
    points.set(key, own)
    own.push({
      source: source.name,
      precision: query.precision,
      software: query.software ?? '',
      accelCount,
      inputTokens: query.inputTokens,
      outputTokens: query.outputTokens,
      concurrency,
      tokSPerUser: (outputTokSPerAccel * accelCount) / concurrency,
      outputTokSPerAccel,
    })
  }
  return points
}
