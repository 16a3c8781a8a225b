import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { calibrate } from '../../engine/throughput/calibrate/calibrate.ts'
import type { GroupError } from '../../engine/throughput/calibrate/errorReport.ts'
import { readMeasurements } from '../../engine/throughput/calibrate/readMeasurements.ts'
import { type Band, FAMILIARITIES, type Factors } from '../../engine/throughput/factors/factors.ts'
import { SOFTWARE_AGES } from '../../engine/throughput/names/softwareName.ts'
import { readCatalog } from '../../main/readCatalog.ts'
import { writeAtomically } from '../../main/writeAtomically.ts'
import { EXIT } from '../arguments/exit.ts'
import { readNumber } from '../arguments/options.ts'

const FOLDER = join(import.meta.dirname, '../../../resources/calibration')
const ROWS = join(FOLDER, 'measurements.csv')
const KEPT = join(FOLDER, 'kept.csv')

const HELP = `tokenworks throughput calibrate [--rows FILE] [--kept FILE] [--out FILE] [--seed N]

Fits the factors of the throughput model to measured rows and reports the error: of the rows fitted, and of
configurations, models, accelerators, vendors, precisions and sources held out in turn, of later rows predicted from earlier ones, and
with one run near a row known. Takes some minutes.
  --rows  measured rows (default: those shipped, resources/calibration/measurements.csv)
  --kept  measured rows that nothing is fitted to, predicted to test the fit (default: resources/calibration/kept.csv)
  --out   writes the factors with their bands, as resources/calibration/factors.json holds them, and the errors
          into errors.json beside it
  --seed  of the folds of configurations (default 1); the same rows and seed give the same file`

export async function throughputCalibrate(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h' },
      rows: { type: 'string' },
      kept: { type: 'string' },
      out: { type: 'string' },
      seed: { type: 'string' },
    },
  })
  if (values.help) {
    console.log(HELP)
    return EXIT.done
  }
  const seed = readNumber('--seed', values.seed, 0, 2 ** 31 - 1) ?? 1
  const catalog = await readCatalog()
  const read = readMeasurements(await readFile(values.rows ?? ROWS, 'utf8'), catalog)
  const kept = readMeasurements(await readFile(values.kept ?? KEPT, 'utf8'), catalog).measurements
  const { factors, errors } = calibrate(read, kept, seed, (fold) =>
    process.stderr.write(`held out: ${fold}\n`),
  )
  const { measurements, disaggregated, skipped } = read
  const skips = Object.entries(Object.groupBy(skipped, ({ why }) => why)).map(
    ([why, rows]) => `  ${rows?.length ?? 0} rows left out: ${why}`,
  )
  console.log(
    [
      `${measurements.length} rows fitted, ${disaggregated.length} of separate prefill compared, ${kept.length} kept to test, seed ${seed}`,
      ...skips,
    ].join('\n'),
  )
  console.log(describeErrors(errors))
  console.log(describeBands(factors))
  if (values.out !== undefined) {
    writeRounded(join(dirname(values.out), 'errors.json'), errors)
    writeRounded(values.out, { ...factors, fittedOn: { rows: measurements.length, seed } })
  }
  return EXIT.done
}

function describeErrors(errors: readonly GroupError[]): string {
  const head = `${'predicted'.padEnd(52)}${'group'.padEnd(36)}${'rows'.padStart(6)}${'median %'.padStart(10)}${'P90 %'.padStart(8)}${'within 25 %'.padStart(13)}${'in band %'.padStart(11)}`
  const lines = errors.map(
    (own) =>
      `${own.predicted.padEnd(52)}${`${own.by} ${own.name}`.padEnd(36)}${String(own.rows).padStart(6)}${own.medianPercent.toFixed(1).padStart(10)}${own.p90Percent.toFixed(1).padStart(8)}${own.within25Percent.toFixed(1).padStart(13)}${(own.heldPercent?.toFixed(1) ?? '').padStart(11)}`,
  )
  return ['', head, ...lines].join('\n')
}

function describeBands({
  bands,
  bandsByAge,
  scatter,
  anchoredScatter,
  newPrecision,
  newSetup,
  laterPerYear,
  power,
  firstToken,
  disaggregated,
}: Factors): string {
  const lines = FAMILIARITIES.flatMap((familiarity) => [
    describeBand(familiarity, bands[familiarity]),
    ...SOFTWARE_AGES.flatMap((age) => {
      const own = bandsByAge[age][familiarity]
      return own === undefined ? [] : [describeBand(`  ${AGES[age]}`, own)]
    }),
  ])
  const heldOutPower = Object.entries(power.heldOutMeanPercent)
    .map(([split, percent]) => `${percent.toFixed(1)} % with ${split}s held out`)
    .join(', ')
  const { server, static: batch, ...splits } = firstToken.medianPercent
  const heldOutFirst = Object.entries(splits)
    .map(([split, percent]) => `${percent.toFixed(0)} % with ${split}s held out`)
    .join(', ')
  return [
    '',
    'P10-P90 bands of the time of a step',
    ...lines,
    ...Object.entries(scatter).map(([name, wider]) => `  x ${wider.toFixed(2)} for ${name}`),
    ...Object.entries(anchoredScatter).map(
      ([name, wider]) => `  x ${wider.toFixed(2)} with a run known, ${name}`,
    ),
    `  x ${newPrecision.toFixed(2)} for a precision that no row had`,
    `  and ${newSetup.toFixed(2)} in logarithms for software that no row had on such hardware`,
    `  and ${laterPerYear.toFixed(2)} of its deviation more for a year beyond what was measured of a software`,
    `Board power: mean error of ${power.rows} rows ${heldOutPower}`,
    `First token: median error of ${firstToken.rows} rows ${heldOutFirst}; of random arrivals ${server.toFixed(0)} %, of one batch ${batch.toFixed(0)} %, neither fitted`,
    describeFirst('known', firstToken.known),
    describeFirst('unknown', firstToken.unknown),
    `Separate prefill: median error ${disaggregated.medianPercent.toFixed(0)} % of ${disaggregated.rows} rows, derived, not fitted; ${disaggregated.p10.toFixed(2)}-${disaggregated.p90.toFixed(2)} of the prediction`,
  ].join('\n')
}

const AGES = { tuned: 'submissions', now: 'of today', old: 'of 2024' } as const

function describeBand(name: string, { p10, p90, rows, coverage, anchoredWidening }: Band): string {
  return `  ${name.padEnd(18)}${p10.toFixed(2)}-${p90.toFixed(2)} of the prediction; held ${(100 * coverage).toFixed(0)} % of ${rows} rows; x ${anchoredWidening.toFixed(2)} of what a run leaves`
}

function describeFirst(name: string, { p10, p90 }: Factors['firstToken']['known']): string {
  return `  ${name.padEnd(18)}${p10.toFixed(2)}-${p90.toFixed(2)} of the prediction`
}

function writeRounded(file: string, content: unknown): void {
  writeAtomically(file, `${JSON.stringify(content, roundNumber, 1)}\n`)
}

/** Six significant digits are more than the rows carry. */
function roundNumber(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(6)) : value
}
