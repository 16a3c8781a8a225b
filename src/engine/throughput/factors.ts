import { z } from 'zod'
import { FirstTokenFit } from './firstToken.ts'
import { generationOf, siblingOf } from './generation.ts'
import { type Coefficients, PARTS, type Part } from './parts.ts'
import { PowerFit } from './power.ts'
import type { ServingQuery } from './query.ts'
import { traitsOf, trendOf } from './traits.ts'

const positive = z.number().positive()

/** How well model and accelerator were known to the fit; a sibling is an accelerator of a measured generation. */
export const FAMILIARITIES = ['known', 'new-model', 'new-sibling', 'new-accelerator', 'new-vendor'] as const
export type Familiarity = (typeof FAMILIARITIES)[number]

/** P10 and P90 of measured over predicted tokens per second in rows held out, and the share of rows it held. */
const Band = z.object({ p10: positive, p90: positive, rows: z.number(), coverage: z.number() })

/** The calibrated factors, as `resources/calibration/factors.json` holds them. */
export const Factors = z.object({
  schemaVersion: z.literal(1),
  /** Seconds per unit of each part, before traits. */
  base: z.object(Object.fromEntries(PARTS.map((part) => [part, positive])) as Record<Part, typeof positive>),
  /** Logarithms that a trait adds to a part, or to all of the step. */
  effects: z.record(z.string(), z.partialRecord(z.enum([...PARTS, 'all']), z.number())),
  /** Change of the logarithm of the step time per year, by software, and the years it was seen in. */
  trends: z.record(z.string(), z.object({ perYear: z.number(), first: z.number(), last: z.number() })),
  bands: z.record(z.enum(FAMILIARITIES), Band),
  power: PowerFit,
  firstToken: FirstTokenFit,
})
export type Factors = z.infer<typeof Factors>

export function resolveCoefficients(
  factors: Pick<Factors, 'base' | 'effects' | 'trends'>,
  query: ServingQuery,
): Coefficients {
  const logs: Record<string, number> = {}
  const siblings = siblingTraits(query)
  traitsOf(query).forEach((trait, kind) => {
    const own = factors.effects[trait]
    const effects = own ?? factors.effects[siblings[kind] ?? '']
    if (effects === undefined) return
    const share = own === undefined ? SIBLING_SHARE : 1
    for (const [lever, value] of Object.entries(effects)) logs[lever] = (logs[lever] ?? 0) + share * value
  })
  const all = (logs.all ?? 0) + trendLog(factors, query)
  return Object.fromEntries(
    PARTS.map((part) => [part, factors.base[part] * Math.exp((logs[part] ?? 0) + all)]),
  ) as Coefficients
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

/** A trend is followed within the years it was seen in, and held beyond them. */
function trendLog(factors: Pick<Factors, 'trends'>, query: ServingQuery): number {
  const trend = factors.trends[trendOf(query)]
  if (trend === undefined) return 0
  const year = Math.min(trend.last, Math.max(trend.first, query.year ?? trend.last))
  return trend.perYear * (year - TREND_YEAR)
}

export function familiarityOf(
  factors: Pick<Factors, 'effects'>,
  { accelerator, model }: ServingQuery,
): Familiarity {
  const knows = (trait: string) => factors.effects[trait] !== undefined
  if (!knows(`vendor:${accelerator.vendor}`)) return 'new-vendor'
  if (!knows(`accelerator:${accelerator.id}`))
    return knows(`generation:${generationOf(accelerator)}`) ? 'new-sibling' : 'new-accelerator'
  return knows(`model:${model.id}`) ? 'known' : 'new-model'
}
