import { z } from 'zod'
import { availability, date, grade, id, list, maybe, number, text, words } from './cells.ts'

/**
 * What stands between the hardware and a buyer abroad. Not legal advice, and rules change: the planner checks.
 *
 * - `us-tpp`: made in the US with a total processing performance (dense operations x bits, largest over the
 *   precisions) of 4,800 or more, the threshold of ECCN 3A090.a (15 CFR 774): a licence for China and others.
 * - `us-named`: named in its maker's own reports as needing a licence, whatever the arithmetic says.
 * - `us-check`: below that threshold; the rule on performance by die area is not computed here.
 * - `entity-list`: the maker is on the US Entity List (15 CFR 744 supplement 4): supply hangs on foundries at home.
 * - `none-known`: no restriction known.
 */
const ExportRestriction = z.enum(['us-tpp', 'us-named', 'us-check', 'entity-list', 'none-known'], {
  error: 'a kind of restriction',
})

/** An accelerator as its data sheet and the market describe it. */
export const AcceleratorRow = z.object({
  id,
  accelerator: words,
  /** Other names, Chinese ones too, each of one row only. */
  aliases: list,
  vendor: words,
  /** Country of the vendor. */
  origin: z.enum(['US', 'CN'], { error: 'US or CN' }),
  /** Software that programs are written against; a model server has to exist for it. */
  ecosystem: words,
  exportRestriction: ExportRestriction,
  memoryGb: number(1, 2000),
  memoryType: words,
  memBwTbS: number(0.05, 100),
  bf16TflopsDense: maybe(1, 100_000),
  fp8TflopsDense: maybe(1, 200_000),
  fp4TflopsDense: maybe(1, 400_000),
  int8TopsDense: maybe(1, 200_000),
  tdpW: maybe(20, 5000),
  serverWPerAccelLow: maybe(50, 8000),
  serverWPerAccelHigh: maybe(50, 8000),
  serverWBasis: text,
  scaleupGbSUnidir: maybe(1, 10_000),
  scaleupDomainSize: maybe(1, 20_000),
  scaleoutGbitSPerAccel: maybe(1, 10_000),
  accelPerServer: number(1, 72),
  accelPerRackUnit: maybe(1, 1000),
  cooling: words,
  priceUsdLow: maybe(50, 200_000),
  priceUsdHigh: maybe(50, 200_000),
  priceBasis: text,
  firstAvailability: availability,
  source: words,
  grade,
  /** Columns whose value is an estimate, whatever the grade of the rest. */
  estimatedFields: list,
  notes: text,
})
export type AcceleratorRow = z.infer<typeof AcceleratorRow>

/** Servers and racks as they are sold, with the accelerators inside. */
export const SystemRow = z.object({
  id,
  system: words,
  aliases: list,
  vendor: words,
  acceleratorId: id,
  accelCount: number(1, 10_000),
  itKw: maybe(0.1, 5000),
  itKwBasis: text,
  priceUsd: maybe(1000, 1e8),
  priceBasis: text,
  cooling: words,
  source: words,
  date,
  grade,
})

/** Switches and transceivers of the network between servers. */
export const NetworkPartRow = z.object({
  id,
  part: words,
  kind: z.enum(['switch', 'optic'], { error: 'switch or optic' }),
  gbitS: number(1, 10_000),
  ports: maybe(2, 2048),
  priceUsdLow: number(1, 1e7),
  priceUsdHigh: number(1, 1e7),
  watts: number(0.1, 100_000),
  leadWeeks: maybe(0, 520),
  source: words,
  date,
  grade,
  estimatedFields: list,
  note: text,
})
export type NetworkPartRow = z.infer<typeof NetworkPartRow>

/** What a kind of restriction means for sites of a country; countries without a row are free. */
export const ExportRuleRow = z.object({
  restriction: ExportRestriction,
  country: z.string().regex(/^[A-Z]{2}$/, 'a country of two letters'),
  effect: z.enum(['licence', 'denied'], { error: 'licence or denied' }),
  source: words,
  grade,
  note: text,
})
