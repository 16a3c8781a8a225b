import type { Factors, StepFactors } from '../factors/factors.ts'
import { setupOf } from '../factors/familiarity.ts'
import { BASE_PRIOR, TREND_PRIOR, trendOf } from '../factors/traits.ts'
import { TUNED_SOFTWARE } from '../names/softwareName.ts'
import { softwareIn } from '../query.ts'
import { BASE_PARTS } from '../step/parts.ts'
import { Parameters, PROMPT_LINK, quantitiesOf, residualOf, termsOf, weightsOf } from './fitTerms.ts'
import { solveLeastSquares } from './leastSquares.ts'
import type { Measurement } from './measurement.ts'

/** Scatter that the fit expects of a row, in logarithms, and the size beyond which a row counts linearly. */
const NOISE_SD = 0.12
const HUBER = 1.5
/** The size and batch of offline rows depend on the factors: they are chosen again this many times. */
const ROUNDS = 3

/** The factors of the step time alone: bands, power and first tokens are fitted on top of them. */
export type Fitted = StepFactors & Pick<Factors, 'setups'>

/**
 * The most probable factors given the measured rows: the logarithm of predicted over measured seconds per token is
 * small, and each trait changes little unless rows say so. Then, with all that other software shares held, what is of
 * submissions alone once more, with the exchange of prompts apart.
 */
export function fitFactors(
  measurements: readonly Measurement[],
  start?: Fitted,
  rounds: number = ROUNDS,
): Fitted {
  return fitSubmissions(measurements, fitTogether(measurements, start, rounds))
}

/** All rows alike: prompts are exchanged as answers are. */
export function fitTogether(
  measurements: readonly Measurement[],
  start: Fitted = priorFactors(),
  rounds: number = ROUNDS,
): Fitted {
  return solve(measurements, measurements, start, rounds)
}

/** Kinds of traits that submissions share with no other row: they name their software or their scenario. */
const OF_SUBMISSIONS = new Set(
  ['software', 'software-precision', 'vendor-software', 'generation-software'].concat([
    'scenario',
    'model-scenario',
    'pair',
  ]),
)
const SUBMISSION_ROUNDS = 3
/** As good as held. */
const HELD_SD = 1e-5

/** What other software does is the same before and after. */
export function fitSubmissions(measurements: readonly Measurement[], fitted: Fitted): Fitted {
  const submitted = measurements.filter(({ query }) => softwareIn(query) === TUNED_SOFTWARE)
  if (submitted.length === 0) return fitted
  const start = { ...fitted, promptLink: fitted.base.link }
  const own = solve(submitted, measurements, start, SUBMISSION_ROUNDS, isOfSubmissions)
  const effects = Object.fromEntries(
    Object.entries(own.effects).filter(([trait]) => isOfSubmissions(`${trait}|`)),
  )
  return {
    ...fitted,
    effects: { ...fitted.effects, ...effects },
    trends: { ...fitted.trends, ...own.trends },
    ...(own.promptLink === undefined ? {} : { promptLink: own.promptLink }),
  }
}

function isOfSubmissions(name: string): boolean {
  const kind = name.slice(0, name.indexOf(':'))
  return name === PROMPT_LINK || name === `trend|${TUNED_SOFTWARE}` || OF_SUBMISSIONS.has(kind)
}

function solve(
  rows: readonly Measurement[],
  all: readonly Measurement[],
  start: Fitted,
  rounds: number,
  isFree: (name: string) => boolean = () => true,
): Fitted {
  const parameters = new Parameters()
  const trended = softwareOverTime(all)
  const hasPromptLink = start.promptLink !== undefined
  const terms = rows.map((row) => termsOf(row, parameters, trended, hasPromptLink))
  const weights = weightsOf(rows)
  const { names, priorMean, priorSd } = parameters
  let fitted = start
  for (let round = 0; round < rounds; round += 1) {
    const placed = rows.map((row) => quantitiesOf(row, fitted))
    const values = names.map((name, i) => valueIn(fitted, name) ?? priorMean[i]!)
    const solution = solveLeastSquares({
      start: values,
      priorMean: priorMean.map((mean, i) => (isFree(names[i]!) ? mean : values[i]!)),
      priorSd: priorSd.map((sd, i) => (isFree(names[i]!) ? sd : HELD_SD)),
      weights,
      huber: HUBER,
      noiseSd: NOISE_SD,
      residuals: (own) => placed.map((row, i) => residualOf(row, terms[i]!, own)),
    })
    fitted = toFactors(names, solution, rows)
  }
  return fitted
}

function priorFactors(): Fitted {
  const base = Object.fromEntries(BASE_PARTS.map((part) => [part, BASE_PRIOR[part][0]])) as Factors['base']
  return { base, effects: {}, trends: {}, setups: [] }
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

function valueIn(fitted: Fitted, name: string): number | undefined {
  const [trait, lever] = splitName(name)
  if (name === PROMPT_LINK) return fitted.promptLink === undefined ? undefined : Math.log(fitted.promptLink)
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
  let promptLink: number | undefined
  names.forEach((name, i) => {
    const [trait, lever] = splitName(name)
    if (name === PROMPT_LINK) promptLink = Math.exp(values[i]!)
    else if (trait === 'base') base[lever] = Math.exp(values[i]!)
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
  return {
    base: base as Factors['base'],
    effects,
    trends,
    setups: [...new Set(measurements.map(({ query }) => setupOf(query)))].sort(),
    ...(promptLink === undefined ? {} : { promptLink }),
  }
}

function yearsOf(software: string, measurements: readonly Measurement[]): number[] {
  return measurements.flatMap(({ query }) =>
    trendOf(query) === software && query.year !== undefined ? [query.year] : [],
  )
}
