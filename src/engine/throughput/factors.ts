import { z } from 'zod'
import { DisaggregatedFit } from './disaggregatedFit.ts'
import { FirstTokenFit } from './firstToken.ts'
import { generationOf, siblingOf } from './generation.ts'
import { LEVERS, type Lever, partsOf } from './levers.ts'
import { BASE_PARTS, type BasePart, type Coefficients, PARTS } from './parts.ts'
import { PowerFit } from './power.ts'
import { SCENARIOS, type ServingQuery } from './query.ts'
import { OLD_SUFFIX, SOFTWARE_AGES, softwareAge, TUNED_SOFTWARE } from './softwareName.ts'
import { pairTrait, precisionTrait, scenarioIn, softwareIn, traitsOf, trendOf } from './traits.ts'

const positive = z.number().positive()

/**
 * How well model and accelerator were known to the fit: the pair in this scenario; both, but not together; a new model;
 * a new accelerator of a measured generation (a sibling), of a measured vendor, of neither.
 */
export const FAMILIARITIES = [
  'known',
  'new-pair',
  'new-model',
  'new-sibling',
  'new-accelerator',
  'new-vendor',
] as const
export type Familiarity = (typeof FAMILIARITIES)[number]

/**
 * P10 and P90 of the predicted time of a step over the measured one in rows held out, the share of rows it held, and by
 * how much rows with a run near them scatter more than that run should leave. Tokens per second are off by as much, and at
 * a latency target by a power of it (`elasticity.ts`).
 */
const Band = z.object({
  p10: positive,
  p90: positive,
  rows: z.number(),
  coverage: z.number(),
  anchoredWidening: positive,
})

export type Band = z.infer<typeof Band>

/** The calibrated factors, as `resources/calibration/factors.json` holds them. */
export const Factors = z.object({
  schemaVersion: z.literal(8),
  /** Seconds per unit of each part, before traits. */
  base: z.object(
    Object.fromEntries(BASE_PARTS.map((part) => [part, positive])) as Record<BasePart, typeof positive>,
  ),
  /** The same of the exchange of prompts in submissions; absent: as that of answers. */
  promptLink: positive.optional(),
  /** Logarithms that a trait adds to a part, or to parts that change together. */
  effects: z.record(z.string(), z.partialRecord(z.enum(LEVERS), z.number())),
  /**
   * Change of the logarithm of the step time per year, by software, and the years it was seen in; as expected of any
   * software where it was seen at one date.
   */
  trends: z.record(z.string(), z.object({ perYear: z.number(), first: z.number(), last: z.number() })),
  bands: z.record(z.enum(FAMILIARITIES), Band),
  /** Bands of submissions, of today's software and of that of 2024 alone, where enough of such rows were held out. */
  bandsByAge: z.record(z.enum(SOFTWARE_AGES), z.partialRecord(z.enum(FAMILIARITIES), Band)),
  /** By how much a band is wider or narrower, in logarithms, for software on a vendor's hardware whose rows scatter so. */
  scatter: z.record(z.string(), positive),
  /** The same of bands with a run known, by the way that requests arrive. */
  anchoredScatter: z.partialRecord(z.enum(SCENARIOS), positive),
  /** By how much a band is wider, in logarithms, for a precision that no row had: from precisions held out. */
  newPrecision: positive,
  power: PowerFit,
  firstToken: FirstTokenFit,
  disaggregated: DisaggregatedFit,
})
export type Factors = z.infer<typeof Factors>

/** What the time of a step is made of. */
export type StepFactors = Pick<Factors, 'base' | 'effects' | 'trends' | 'promptLink'>

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
  const beyond = FADES_YEARS * (1 - Math.exp(-Math.max(0, year - last) / FADES_YEARS))
  return perYear * (seen + beyond - (first === last ? last : TREND_YEAR))
}

export function familiarityOf(factors: Pick<Factors, 'effects'>, query: ServingQuery): Familiarity {
  const { accelerator, model } = query
  const knows = (trait: string) => factors.effects[trait] !== undefined
  if (!knows(`vendor:${accelerator.ecosystem}`)) return 'new-vendor'
  if (!knows(`accelerator:${accelerator.id}`))
    return knows(`generation:${generationOf(accelerator)}`) ? 'new-sibling' : 'new-accelerator'
  if (!knows(`model:${model.id}`)) return 'new-model'
  return knows(pairTrait(query)) ? 'known' : 'new-pair'
}

/** Had no row weights in this format, multiplied in this way? Only 16 bits, of which all software begins, are never new. */
export function isNewPrecision(factors: Pick<Factors, 'effects'>, query: ServingQuery): boolean {
  return query.precision !== 'bf16' && factors.effects[precisionTrait(query)] === undefined
}

export type Bands = Pick<Factors, 'bands' | 'bandsByAge' | 'scatter' | 'anchoredScatter'>

/** P10 and P90 of what a query may measure over what is predicted, where its speed has such an elasticity. */
export function bandFor(
  factors: Bands & Pick<Factors, 'effects' | 'newPrecision'>,
  query: ServingQuery,
  elasticity: number,
): Band {
  const wider = isNewPrecision(factors, query) ? factors.newPrecision : 1
  return bandOf(factors, familiarityOf(factors, query), query, elasticity * wider)
}

/** The same of a query that is known so well. */
export function bandOf(
  { bands, bandsByAge, scatter, anchoredScatter }: Bands,
  familiarity: Familiarity,
  query: ServingQuery,
  elasticity: number,
): Band {
  const band = bandsByAge[softwareAge(softwareIn(query))][familiarity] ?? bands[familiarity]
  const wider = (scatter[scatterOf(query)] ?? 1) * elasticity
  const anchoredWidening = band.anchoredWidening * (anchoredScatter[scenarioIn(query)] ?? 1)
  return { ...band, p10: band.p10 ** wider, p90: band.p90 ** wider, anchoredWidening }
}

/** What rows that scatter alike have in common. */
export function scatterOf(query: ServingQuery): string {
  return `${query.accelerator.ecosystem} ${softwareIn(query)}`
}

/** However near a run is, this much of the width of a band stays. */
const LEAST_WIDTH = 0.2

/** Share of a band's width, in logarithms, where runs leave so much of the standard deviation. */
export function anchoredWidth({ anchoredWidening }: Pick<Band, 'anchoredWidening'>, left: number): number {
  return left >= 1 ? 1 : Math.min(1, Math.hypot(anchoredWidening * left, LEAST_WIDTH))
}
