import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { predictAll } from '../../src/engine/throughput/calibrate/crossValidate.ts'
import { reportErrors } from '../../src/engine/throughput/calibrate/errorReport.ts'
import { fitFactors } from '../../src/engine/throughput/calibrate/fitFactors.ts'
import { solveLeastSquares } from '../../src/engine/throughput/calibrate/leastSquares.ts'
import { readMeasurements } from '../../src/engine/throughput/calibrate/readMeasurements.ts'
import { shippedFactors } from '../../src/engine/throughput/shippedFactors.ts'
import { readCatalog } from '../../src/main/readCatalog.ts'

const file = join(import.meta.dirname, '../../resources/calibration/measurements.csv')
const { measurements, skipped } = readMeasurements(readFileSync(file, 'utf8'), await readCatalog())

test('every measured row is read or says why not', () => {
  expect(measurements.length + skipped.length).toBe(5566)
  expect(new Set(skipped.map(({ why }) => why))).toEqual(
    new Set([
      'open division: another model than its name says',
      'prefill and decode on separate accelerators',
    ]),
  )
})

test('no measured configuration is refused', () => {
  expect(predictAll(measurements, shippedFactors())).toHaveLength(measurements.length)
})

test('the shipped factors have the error that their file says', () => {
  const said = JSON.parse(readFileSync(join(file, '../factors.json'), 'utf8')).errors
  const now = reportErrors('fitted', predictAll(measurements, shippedFactors()))
  for (const group of now.filter((own) => own.by === 'source' || own.by === 'all')) {
    const own = said.find((other: typeof group) => other.predicted === 'fitted' && other.name === group.name)
    expect(Math.abs(own.medianPercent - group.medianPercent)).toBeLessThan(0.15)
  }
  expect(now.find((own) => own.name === 'MLPerf')!.medianPercent).toBeLessThan(10)
  const heldOut = (split: string) =>
    said.find(
      (own: { predicted: string; by: string }) => own.predicted === `${split} held out` && own.by === 'all',
    )
  expect(heldOut('model').medianPercent).toBeLessThan(15)
  expect(heldOut('accelerator').medianPercent).toBeLessThan(15)
})

test('the bands held between 75 and 85 % of what was held out', () => {
  const { bands, submissionBands } = shippedFactors()
  for (const { coverage } of [...Object.values(bands), ...Object.values(submissionBands)]) {
    expect(coverage).toBeGreaterThan(0.75)
    expect(coverage).toBeLessThan(0.85)
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
