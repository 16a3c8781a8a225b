import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { predictBatch } from '../../../src/engine/throughput/batch/predictBatch.ts'
import { predictAll } from '../../../src/engine/throughput/calibrate/crossValidate.ts'
import { GroupError, reportErrors } from '../../../src/engine/throughput/calibrate/errorReport.ts'
import { fitFactors, fitSubmissions } from '../../../src/engine/throughput/calibrate/fitFactors.ts'
import { solveLeastSquares } from '../../../src/engine/throughput/calibrate/leastSquares.ts'
import { readMeasurements } from '../../../src/engine/throughput/calibrate/readMeasurements.ts'
import { predictDisaggregated } from '../../../src/engine/throughput/disaggregated/disaggregated.ts'
import { resolveCoefficients } from '../../../src/engine/throughput/factors/resolveCoefficients.ts'
import { shippedFactors } from '../../../src/engine/throughput/factors/shippedFactors.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'

const catalog = await readCatalog()
const file = join(import.meta.dirname, '../../../resources/calibration/measurements.csv')
const { measurements, disaggregated, skipped } = readMeasurements(readFileSync(file, 'utf8'), catalog)
/** The errors that the shipped factors had, as the command that fitted them wrote them down. */
const said = GroupError.array().parse(JSON.parse(readFileSync(join(file, '../errors.json'), 'utf8')))

test('every measured row is read or says why not', () => {
  expect(measurements.length + disaggregated.length + skipped.length).toBe(5950)
  expect(new Set(skipped.map(({ why }) => why))).toEqual(
    new Set(['open division: another model than its name says']),
  )
})

test('rows kept to test with are none of those that are fitted, and what is not read of them drafted tokens', () => {
  const text = readFileSync(join(file, '../kept.csv'), 'utf8')
  const fitted = new Set(readFileSync(file, 'utf8').split('\n'))
  const [head, ...lines] = text.trimEnd().split('\n')
  expect(fitted).toContain(head)
  expect(lines.filter((line) => fitted.has(line))).toEqual([])
  const kept = readMeasurements(text, catalog)
  expect(kept.measurements).toHaveLength(916)
  expect(kept.skipped.map(({ why }) => why)).toEqual(
    Array.from({ length: 2 }, () => 'tokens were drafted, and how many is not said'),
  )
  // Experts spread over accelerators that keep the rest whole, and memory set aside for whole answers.
  const spread = kept.measurements.filter(({ query }) => query.spread === 'expert')
  expect(spread.length).toBeGreaterThan(100)
  expect(spread.every(({ query }) => query.reservesAnswers && query.accelCount! > 1)).toBe(true)
})

test('no measured configuration is refused', () => {
  expect(predictAll(measurements, shippedFactors())).toHaveLength(measurements.length)
})

test('what is of submissions alone is fitted apart: other software keeps what it has', () => {
  const submitted = measurements.filter(({ query }) => query.software === 'mlperf-tuned')
  const others = measurements.filter(({ query }) => query.software === 'vllm')
  const { promptLink: _, ...shared } = shippedFactors()
  const own = fitSubmissions([...submitted, ...others], shared)
  expect(own.promptLink).toBeGreaterThan(1)
  expect(own.promptLink).toBeLessThan(own.base.link)
  expect(own.base).toEqual(shared.base)
  for (const { query } of others.slice(0, 20))
    expect(resolveCoefficients(own, query)).toEqual(resolveCoefficients(shared, query))
  const [prompted] = submitted
  const { promptLink, link } = resolveCoefficients(own, prompted!.query)
  expect(promptLink).toBeLessThan(link)
})

test('the shipped factors have the error that the file beside them says', () => {
  const now = reportErrors('fitted', predictAll(measurements, shippedFactors()))
  for (const group of now.filter((own) => own.by === 'source' || own.by === 'all')) {
    const own = said.find((other) => other.predicted === 'fitted' && other.name === group.name)!
    expect(Math.abs(own.medianPercent - group.medianPercent)).toBeLessThan(0.15)
  }
  expect(now.find((own) => own.name === 'MLPerf')!.medianPercent).toBeLessThan(10)
  const heldOut = (split: string) =>
    said.find((own) => own.predicted === `${split} held out` && own.by === 'all')!
  expect(heldOut('model').medianPercent).toBeLessThan(15)
  expect(heldOut('accelerator').medianPercent).toBeLessThan(15)
  expect(heldOut('vendor').medianPercent).toBeLessThan(20)
  const anchored = said.find(
    (own) => own.predicted === 'model held out, 1 run of its configuration' && own.by === 'all',
  )!
  expect(anchored.medianPercent).toBeLessThan(7)
})

test('submissions of a calibrated vendor: ten percent on the median, most within 25 %, later rounds too', () => {
  const least = { fitted: 90, 'pair held out': 90, 'later held out': 85 }
  for (const [predicted, percent] of Object.entries(least))
    for (const name of ['offline', 'server']) {
      const own = said.find((other) => other.predicted === predicted && other.name === name)!
      expect(own.medianPercent, `${predicted} ${name}`).toBeLessThan(10)
      expect(own.within25Percent, `${predicted} ${name}`).toBeGreaterThan(percent)
    }
})

test('offline and server rows of rounds that nothing was fitted to: within ten percent, 85 of 100 within 25', () => {
  const kept = readMeasurements(readFileSync(join(file, '../kept.csv'), 'utf8'), catalog).measurements
  const rounds = kept.filter(({ query }) => query.scenario === 'offline' || query.scenario === 'server')
  const own = reportErrors('kept', predictAll(rounds, shippedFactors())).find(({ by }) => by === 'all')!
  expect(own.rows).toBe(431)
  expect(own.medianPercent).toBeLessThan(9)
  expect(own.within25Percent).toBeGreaterThan(86)
})

test('later tables and hardware of makers of whom few rows are fitted: within 20 % on the median', () => {
  const kept = said.filter(({ predicted, by }) => predicted === 'kept to test' && by === 'source')
  const few = kept.filter(({ name }) => name !== 'MLPerf')
  expect(few.map(({ name }) => name)).toEqual(['AMD vLLM', 'Intel Gaudi', 'TensorRT-LLM'])
  for (const { medianPercent, name } of few) expect(medianPercent, name).toBeLessThan(20)
})

test('bands hold about eight tenths with one run known too, of all rows and of those of today', () => {
  const anchored = said.filter((own) => own.predicted.includes('held out, 1 run of its'))
  const all = anchored.filter(({ by }) => by === 'all')
  const today = anchored.filter(({ name }) => name === 'closed-loop')
  expect([all, today].map(({ length }) => length)).toEqual([6, 6])
  for (const { heldPercent, predicted } of all) {
    expect(heldPercent, predicted).toBeGreaterThan(75)
    expect(heldPercent, predicted).toBeLessThan(85.5)
  }
  for (const { heldPercent, predicted } of today) {
    expect(heldPercent, predicted).toBeGreaterThan(75)
    expect(heldPercent, predicted).toBeLessThan(85.5)
  }
})

test('bands hold three quarters to 85 % of what is held out, and three quarters of each scenario of later rows', () => {
  const heldIn = (predicted: string, name: string) =>
    said.find((own) => own.predicted === `${predicted} held out` && own.name === name)!.heldPercent!
  for (const split of ['configuration', 'pair', 'model', 'accelerator', 'vendor', 'precision']) {
    expect(heldIn(split, 'all'), split).toBeGreaterThan(75)
    expect(heldIn(split, 'all'), split).toBeLessThan(85.5)
  }
  for (const name of ['all', 'closed-loop', 'offline', 'server', 'interactive'])
    expect(heldIn('later', name), name).toBeGreaterThan(75)
})

test('rows on separate accelerators are predicted within what the file says', () => {
  const factors = shippedFactors()
  const logs = disaggregated.map(({ query, outputTokSPerAccel }) => {
    const own = predictDisaggregated(query, factors)
    expect(own.isFeasible).toBe(true)
    return Math.log(outputTokSPerAccel / own.outputTokSPerAccel)
  })
  expect(logs).toHaveLength(factors.disaggregated.rows)
  const { p10, p90, medianPercent } = factors.disaggregated
  const held = logs.filter((log) => log >= Math.log(p10) - 1e-4 && log <= Math.log(p90) + 1e-4)
  expect(held.length / logs.length).toBeGreaterThan(0.75)
  expect(medianPercent).toBeLessThan(20)
})

test('board power is within 12 %, whatever is held out', () => {
  const { heldOutMeanPercent } = shippedFactors().power
  for (const percent of Object.values(heldOutMeanPercent)) expect(percent).toBeLessThan(12)
})

test('software that was never measured on a vendor is slower there than where it is written for', () => {
  const ask = (name: string) => {
    const [own] = predictBatch(
      [
        {
          model: 'DeepSeek-R1',
          accelerator: name,
          nAccel: 8,
          precision: 'fp8',
          isl: 1000,
          osl: 1000,
          concurrency: 64,
          framework: 'sglang',
        },
      ],
      catalog,
      shippedFactors(),
    )
    if (!own || 'error' in own) throw new Error('no answer')
    return own.outputTokSPerAccel
  }
  expect(ask('AMD MI300X')).toBeLessThan(ask('NVIDIA H200'))
})

test('the bands held between 75 and 85 % of what was held out', () => {
  const { bands, bandsByAge } = shippedFactors()
  for (const { coverage } of [bands, ...Object.values(bandsByAge)].flatMap((own) => Object.values(own))) {
    expect(coverage).toBeGreaterThan(0.75)
    // By weight: a band is widened until it holds enough of the rows too.
    expect(coverage).toBeLessThan(0.87)
  }
})

test('the bands hold 75 to 85 % of whatever is held out, nearly so many of whole sources, and of all that is kept to test with', () => {
  const all = said.filter(({ predicted, by }) => by === 'all' && /(held out|kept to test)$/.test(predicted))
  expect(all).toHaveLength(9)
  for (const { predicted, heldPercent } of all) {
    // Of one source three vendors are that no other row is of.
    expect(heldPercent, predicted).toBeGreaterThan(predicted === 'source held out' ? 73 : 75)
    expect(heldPercent, predicted).toBeLessThan(85.5)
  }
})

test('the same rows give the same factors', () => {
  const some = measurements.filter(({ source }) => source.name === 'MLPerf')
  expect(fitFactors(some, undefined, 1)).toEqual(fitFactors(some, undefined, 1))
})

test('least squares finds a line, and the prior where no row speaks', () => {
  const points = [
    [0, 1],
    [1, 3],
    [2, 5],
    [3, 700],
  ] as const
  const [offset, slope, silent] = solveLeastSquares({
    start: [0, 0, 0],
    priorMean: [0, 0, 7],
    priorSd: [100, 100, 1],
    weights: [1, 1, 1, 1e-6],
    huber: 1.5,
    noiseSd: 0.1,
    residuals: ([a, b]) =>
      points.map(([x, y]) => ({ value: a! + b! * x - y, indices: [0, 1], slopes: [1, x] })),
  })
  expect(offset).toBeCloseTo(1, 2)
  expect(slope).toBeCloseTo(2, 2)
  expect(silent).toBeCloseTo(7, 6)
})
