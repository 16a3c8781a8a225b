import { z } from 'zod'
import { SOFTWARE_AGES } from '../names/softwareName.ts'
import { SCENARIOS } from '../query.ts'
import { FirstTokenFit } from '../step/firstToken.ts'
import { BASE_PARTS, type BasePart } from '../step/parts.ts'
import { PowerFit } from '../step/power.ts'
import { DisaggregatedFit } from './disaggregatedFit.ts'
import { LEVERS } from './levers.ts'

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
  schemaVersion: z.literal(10),
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
  /** What rows were set up with and how requests reached them, as `setupOf` names it. */
  setups: z.array(z.string()),
  bands: z.record(z.enum(FAMILIARITIES), Band),
  /** Bands of submissions, of today's software and of that of 2024 alone, where enough of such rows were held out. */
  bandsByAge: z.record(z.enum(SOFTWARE_AGES), z.partialRecord(z.enum(FAMILIARITIES), Band)),
  /** By how much a band is wider or narrower, in logarithms, for software on a vendor's hardware whose rows scatter so. */
  scatter: z.record(z.string(), positive),
  /** The same of bands with a run known, by the way that requests arrive. */
  anchoredScatter: z.partialRecord(z.enum(SCENARIOS), positive),
  /** By how much a band is wider, in logarithms, for a precision that no row had: from precisions held out. */
  newPrecision: positive,
  /**
   * Deviation that a year beyond what was measured of a software adds, as a share of that of a band: from rounds predicted
   * from those before them.
   */
  laterPerYear: z.number().nonnegative(),
  /**
   * Half the width, in logarithms, that a setup that no row had adds to a band, as deviations add: from whole sources
   * held out.
   */
  newSetup: z.number().nonnegative(),
  power: PowerFit,
  firstToken: FirstTokenFit,
  disaggregated: DisaggregatedFit,
})
export type Factors = z.infer<typeof Factors>

/** What the time of a step is made of. */
export type StepFactors = Pick<Factors, 'base' | 'effects' | 'trends' | 'promptLink'>

/** What the width of a band follows from. */
export type Bands = Pick<Factors, 'bands' | 'bandsByAge' | 'scatter' | 'anchoredScatter'>
