import type { StepFactors } from '../factors/factors.ts'
import { type Lever, partsOf } from '../factors/levers.ts'
import { resolveCoefficients, TREND_YEAR } from '../factors/resolveCoefficients.ts'
import {
  BASE_PRIOR,
  PROMPT_LINK_PRIOR,
  TRAIT_KINDS,
  TREND_PRIOR,
  traitsOf,
  trendOf,
} from '../factors/traits.ts'
import { BASE_PARTS, PARTS, stepParts } from '../step/parts.ts'
import { place } from '../step/place.ts'
import type { Residual } from './leastSquares.ts'
import type { Measurement } from './measurement.ts'

export interface Term {
  readonly parameter: number
  /** Index of the part, or -1 for all of the step. */
  readonly part: number
  readonly by: number
}

/** Names the parameters as rows ask for them. */
export class Parameters {
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

/** The parameter of the exchange of prompts, where it has one of its own. */
export const PROMPT_LINK = 'own|promptLink'
const PROMPT_INDEX = PARTS.indexOf('promptLink')

/** What a row's step depends on; prompts are exchanged as answers are, unless their exchange is a parameter of its own. */
export function termsOf(
  { query }: Measurement,
  parameters: Parameters,
  trended: ReadonlySet<string>,
  hasPromptLink: boolean,
): Term[] {
  const terms: Term[] = []
  const add = (parameter: number, part: (typeof PARTS)[number]) => {
    terms.push({ parameter, part: PARTS.indexOf(part), by: 1 })
    if (part === 'link' && !hasPromptLink) terms.push({ parameter, part: PROMPT_INDEX, by: 1 })
  }
  for (const part of BASE_PARTS) {
    const [value, sd] = BASE_PRIOR[part]
    add(parameters.indexOf(`base|${part}`, Math.log(value), sd), part)
  }
  if (hasPromptLink) {
    const [value, sd] = PROMPT_LINK_PRIOR
    add(parameters.indexOf(PROMPT_LINK, Math.log(value), sd), 'promptLink')
  }
  traitsOf(query).forEach((trait, kind) => {
    for (const [lever, priorSd] of Object.entries(TRAIT_KINDS[kind]!.levers)) {
      const parameter = parameters.indexOf(`${trait}|${lever}`, 0, priorSd)
      if (lever === 'all') terms.push({ parameter, part: -1, by: 1 })
      else for (const part of partsOf(lever as Lever)) add(parameter, part)
    }
  })
  if (query.year !== undefined && trended.has(trendOf(query))) {
    const parameter = parameters.indexOf(`trend|${trendOf(query)}`, TREND_PRIOR.mean, TREND_PRIOR.sd)
    terms.push({ parameter, part: -1, by: query.year - TREND_YEAR })
  }
  return terms
}

/** A configuration counts by the square root of its rows. */
export function weightsOf(measurements: readonly Measurement[]): number[] {
  const rows = new Map<string, number>()
  for (const { run } of measurements) rows.set(run, (rows.get(run) ?? 0) + 1)
  return measurements.map(({ run, source }) => source.weight / Math.sqrt(rows.get(run)!))
}

export interface Quantities {
  readonly amounts: readonly number[]
  /** Logarithm of the measured seconds of a step. */
  readonly measuredLog: number
}

/**
 * The step that was measured. Where a target limits the batch, the step time is the target's and the tokens per second
 * tell the batch, so that the fit does not chase a batch that moves with it.
 */
export function quantitiesOf({ query, outputTokSPerAccel }: Measurement, fitted: StepFactors): Quantities {
  const { layout, batch, memoryLimit, latencyLimit, stepS } = place(query, resolveCoefficients(fitted, query))
  const isLatencyBound = query.concurrency === undefined && batch >= 1 && latencyLimit < memoryLimit
  const used = Math.max(1, isLatencyBound ? outputTokSPerAccel * layout.n * stepS : batch)
  const parts = stepParts(query, layout, used)
  return {
    amounts: PARTS.map((part) => parts[part]),
    measuredLog: isLatencyBound ? Math.log(stepS) : Math.log(used / layout.n / outputTokSPerAccel),
  }
}

export function residualOf(
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
