import { type Factors, resolveCoefficients, TREND_YEAR } from '../factors.ts'
import { type Lever, partsOf } from '../levers.ts'
import { PARTS, stepParts } from '../parts.ts'
import { place } from '../place.ts'
import { BASE_PRIOR, TRAIT_KINDS, TREND_PRIOR, traitsOf, trendOf } from '../traits.ts'
import { type Residual, solveLeastSquares } from './leastSquares.ts'
import type { Measurement } from './measurement.ts'

/** Scatter that the fit expects of a row, in logarithms, and the size beyond which a row counts linearly. */
const NOISE_SD = 0.12
const HUBER = 1.5
/** The size and batch of offline rows depend on the factors: they are chosen again this many times. */
const ROUNDS = 3

/** The factors of the step time alone: bands, power and first tokens are fitted on top of them. */
export type Fitted = Pick<Factors, 'base' | 'effects' | 'trends'>

interface Term {
  readonly parameter: number
  /** Index of the part, or -1 for all of the step. */
  readonly part: number
  readonly by: number
}

/** Names the parameters as rows ask for them. */
class Parameters {
  readonly names: string[] = []
  readonly priorMean: number[] = []
  readonly priorSd: number[] = []
  readonly #indices = new Map<string, number>()

  indexOf(name: string, priorMean: number, priorSd: number): number {
    const known = this.#indices.get(name)
    if (known !== undefined) return known
    this.#indices.set(name, this.names.length)
    this.names.push(name)
    this.priorMean.push(priorMean)
    this.priorSd.push(priorSd)
    return this.names.length - 1
  }
}

/**
 * The most probable factors given the measured rows: the logarithm of predicted over measured seconds per token is
 * small, and each trait changes little unless rows say so. A configuration counts by the square root of its rows.
 */
export function fitFactors(
  measurements: readonly Measurement[],
  start?: Fitted,
  rounds: number = ROUNDS,
): Fitted {
  const parameters = new Parameters()
  const trended = softwareOverTime(measurements)
  const terms = measurements.map((measurement) => termsOf(measurement, parameters, trended))
  const weights = weightsOf(measurements)
  let fitted = start ?? priorFactors()
  for (let round = 0; round < rounds; round += 1) {
    const placed = measurements.map((measurement) => quantitiesOf(measurement, fitted))
    const solution = solveLeastSquares({
      start: parameters.names.map((name, i) => valueIn(fitted, name) ?? parameters.priorMean[i]!),
      priorMean: parameters.priorMean,
      priorSd: parameters.priorSd,
      weights,
      huber: HUBER,
      noiseSd: NOISE_SD,
      residuals: (values) => placed.map((own, i) => residualOf(own, terms[i]!, values)),
    })
    fitted = toFactors(parameters.names, solution, measurements)
  }
  return fitted
}

function priorFactors(): Fitted {
  const base = Object.fromEntries(PARTS.map((part) => [part, BASE_PRIOR[part][0]])) as Factors['base']
  return { base, effects: {}, trends: {} }
}

function termsOf({ query }: Measurement, parameters: Parameters, trended: ReadonlySet<string>): Term[] {
  const terms: Term[] = PARTS.map((part, index) => {
    const [value, sd] = BASE_PRIOR[part]
    return { parameter: parameters.indexOf(`base|${part}`, Math.log(value), sd), part: index, by: 1 }
  })
  traitsOf(query).forEach((trait, kind) => {
    for (const [lever, priorSd] of Object.entries(TRAIT_KINDS[kind]!.levers)) {
      const parameter = parameters.indexOf(`${trait}|${lever}`, 0, priorSd)
      if (lever === 'all') terms.push({ parameter, part: -1, by: 1 })
      else
        for (const part of partsOf(lever as Lever))
          terms.push({ parameter, part: PARTS.indexOf(part), by: 1 })
    }
  })
  if (query.year !== undefined && trended.has(trendOf(query))) {
    const parameter = parameters.indexOf(`trend|${trendOf(query)}`, TREND_PRIOR.mean, TREND_PRIOR.sd)
    terms.push({ parameter, part: -1, by: query.year - TREND_YEAR })
  }
  return terms
}

/** Software that was measured at more than one date. */
function softwareOverTime(measurements: readonly Measurement[]): ReadonlySet<string> {
  const years = Map.groupBy(measurements, ({ query }) => trendOf(query))
  return new Set(
    [...years]
      .filter(([, own]) => new Set(own.map(({ query }) => query.year)).size > 1)
      .map(([name]) => name),
  )
}

function weightsOf(measurements: readonly Measurement[]): number[] {
  const rows = new Map<string, number>()
  for (const { run } of measurements) rows.set(run, (rows.get(run) ?? 0) + 1)
  return measurements.map(({ run, source }) => source.weight / Math.sqrt(rows.get(run)!))
}

interface Quantities {
  readonly amounts: readonly number[]
  /** Logarithm of the measured seconds of a step. */
  readonly measuredLog: number
}

/**
 * The step that was measured. Where a target limits the batch, the step time is the target's and the tokens per second
 * tell the batch, so that the fit does not chase a batch that moves with it.
 */
function quantitiesOf({ query, outputTokSPerAccel }: Measurement, fitted: Fitted): Quantities {
  const { layout, batch, memoryLimit, latencyLimit, stepS } = place(query, resolveCoefficients(fitted, query))
  const isLatencyBound = query.concurrency === undefined && batch >= 1 && latencyLimit < memoryLimit
  const used = Math.max(1, isLatencyBound ? outputTokSPerAccel * layout.n * stepS : batch)
  const parts = stepParts(query, layout, used)
  return {
    amounts: PARTS.map((part) => parts[part]),
    measuredLog: isLatencyBound ? Math.log(stepS) : Math.log(used / layout.n / outputTokSPerAccel),
  }
}

function residualOf(
  { amounts, measuredLog }: Quantities,
  terms: readonly Term[],
  values: readonly number[],
): Residual {
  const logs = new Float64Array(amounts.length)
  let all = 0
  for (const { parameter, part, by } of terms) {
    if (part < 0) all += values[parameter]! * by
    else logs[part]! += values[parameter]! * by
  }
  let seconds = 0
  for (let i = 0; i < logs.length; i += 1) {
    logs[i] = amounts[i]! * Math.exp(logs[i]!)
    seconds += logs[i]!
  }
  return {
    value: Math.log(seconds) + all - measuredLog,
    indices: terms.map(({ parameter }) => parameter),
    slopes: terms.map(({ part, by }) => (part < 0 ? by : (by * logs[part]!) / seconds)),
  }
}

function valueIn(fitted: Fitted, name: string): number | undefined {
  const [trait, lever] = splitName(name)
  if (trait === 'base') return Math.log(fitted.base[lever as keyof Factors['base']])
  if (trait === 'trend') return fitted.trends[lever]?.perYear
  return fitted.effects[trait]?.[lever as keyof Factors['base']]
}

function splitName(name: string): [trait: string, lever: string] {
  const at = name.lastIndexOf('|')
  return [name.slice(0, at), name.slice(at + 1)]
}

function toFactors(
  names: readonly string[],
  values: readonly number[],
  measurements: readonly Measurement[],
): Fitted {
  const base: Record<string, number> = {}
  const effects: Record<string, Record<string, number>> = {}
  const trends: Factors['trends'] = {}
  const perYear: Record<string, number> = {}
  names.forEach((name, i) => {
    const [trait, lever] = splitName(name)
    if (trait === 'base') base[lever] = Math.exp(values[i]!)
    else if (trait === 'trend') perYear[lever] = values[i]!
    else effects[trait] = { ...effects[trait], [lever]: values[i]! }
  })
  for (const name of new Set(measurements.map(({ query }) => trendOf(query)))) {
    const years = yearsOf(name, measurements)
    if (years.length > 0)
      trends[name] = {
        perYear: perYear[name] ?? TREND_PRIOR.mean,
        first: Math.min(...years),
        last: Math.max(...years),
      }
  }
  return { base: base as Factors['base'], effects, trends }
}

function yearsOf(software: string, measurements: readonly Measurement[]): number[] {
  return measurements.flatMap(({ query }) =>
    trendOf(query) === software && query.year !== undefined ? [query.year] : [],
  )
}
