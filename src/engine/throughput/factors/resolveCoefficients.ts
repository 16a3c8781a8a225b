import { OLD_SUFFIX, TUNED_SOFTWARE } from '../names/softwareName.ts'
import { type ServingQuery, softwareIn } from '../query.ts'
import { siblingOf } from '../step/generation.ts'
import { BASE_PARTS, type BasePart, type Coefficients, PARTS } from '../step/parts.ts'
import type { Factors, StepFactors } from './factors.ts'
import { type Lever, partsOf } from './levers.ts'
import { traitsOf, trendOf } from './traits.ts'

/** Seconds per unit of each part of a step, by the traits of the query and the trend of its software. */
export function resolveCoefficients(factors: StepFactors, query: ServingQuery): Coefficients {
  const logs: Record<string, number> = {}
  const add = (part: string, value: number) => {
    logs[part] = (logs[part] ?? 0) + value
  }
  for (const { effects, share, later } of knownEffects(factors, query)) {
    if (later !== 0) for (const part of PARTS) add(part, later)
    for (const [lever, value] of Object.entries(effects))
      for (const part of partsOf(lever as Lever)) add(part, share * value)
  }
  const all = trendLog(factors, query)
  const times = (own: number, part: string) => own * Math.exp((logs[part] ?? 0) + all)
  const base = Object.fromEntries(
    BASE_PARTS.map((part) => [part, times(factors.base[part], part)]),
  ) as Record<BasePart, number>
  const own = softwareIn(query) === TUNED_SOFTWARE ? factors.promptLink : undefined
  return { ...base, promptLink: own === undefined ? base.link : times(own, 'promptLink') }
}

/** What is known of each trait of a query, as logarithms. */
interface KnownEffect {
  readonly effects: Factors['effects'][string]
  /** How much of it counts. */
  readonly share: number
  /** What every part takes longer where the software came to later. */
  readonly later: number
}

/** The trait's own effects; else those of where its software is written for first, or of the accelerator's sibling. */
function knownEffects(factors: StepFactors, query: ServingQuery): KnownEffect[] {
  const siblings = siblingTraits(query)
  const standIn = standInTrait(factors, query)
  return traitsOf(query).flatMap((trait, kind): KnownEffect[] => {
    const own = factors.effects[trait]
    if (own) return [{ effects: own, share: 1, later: 0 }]
    if (standIn !== undefined && trait.startsWith(VENDOR_SOFTWARE))
      return [{ effects: factors.effects[standIn] ?? {}, share: 1, later: laterLog(query, standIn) }]
    const effects = factors.effects[siblings[kind] ?? '']
    return effects ? [{ effects, share: SIBLING_SHARE, later: 0 }] : []
  })
}

const VENDOR_SOFTWARE = 'vendor-software:'
/** Where most software is written for, and where next. */
const FIRST_ECOSYSTEM = 'CUDA'
const SECOND_ECOSYSTEM = 'ROCm'

/** Software that was never measured on this vendor's hardware is taken from where it is written for first. */
function standInTrait({ effects }: Pick<Factors, 'effects'>, query: ServingQuery): string | undefined {
  return [FIRST_ECOSYSTEM, SECOND_ECOSYSTEM]
    .map((ecosystem) => `${VENDOR_SOFTWARE}${ecosystem} ${softwareIn(query)}`)
    .find((trait) => trait in effects)
}

/**
 * By how much such a step is longer where the software came to later, in logarithms: AMD reached 0.5 of NVIDIA's
 * efficiency with the software of 2024 and 0.8 since, as published benchmarks outside the calibration have it.
 */
const LATER_LOG = { now: 0.22, old: 0.69 }

function laterLog(query: ServingQuery, standIn: string): number {
  const by = softwareIn(query).endsWith(OLD_SUFFIX) ? LATER_LOG.old : LATER_LOG.now
  if (standIn.startsWith(`${VENDOR_SOFTWARE}${FIRST_ECOSYSTEM} `)) return by
  return query.accelerator.ecosystem === FIRST_ECOSYSTEM ? -by : 0
}

/** What was seen of the most measured part of a generation is likely, not certain, to hold for the others. */
const SIBLING_SHARE = 0.8

/** The traits that the query would have on the sibling of its accelerator, in the same order. */
function siblingTraits(query: ServingQuery): readonly string[] {
  const id = siblingOf(query.accelerator)
  return id === undefined ? [] : traitsOf({ ...query, accelerator: { ...query.accelerator, id } })
}

/** Where the trend of software counts from. */
export const TREND_YEAR = 2026

/** Beyond the years it was seen in a trend fades with this time constant; before them it is held. */
const FADES_YEARS = 1

function trendLog(factors: Pick<Factors, 'trends'>, query: ServingQuery): number {
  const trend = factors.trends[trendOf(query)]
  if (trend === undefined) return 0
  const { perYear, first, last } = trend
  const year = query.year ?? last
  const seen = Math.min(last, Math.max(first, year))
  return perYear * (seen + yearsBeyond(factors, query) - (first === last ? last : TREND_YEAR))
}

/** Years that a query is dated beyond what was measured of its software, as the trend counts them: with each, less. */
export function yearsBeyond({ trends }: Pick<Factors, 'trends'>, query: ServingQuery): number {
  const trend = trends[trendOf(query)]
  if (trend === undefined || query.year === undefined) return 0
  return FADES_YEARS * (1 - Math.exp(-Math.max(0, query.year - trend.last) / FADES_YEARS))
}
