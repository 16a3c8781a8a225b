import { z } from 'zod'
import { nonNegative, number, positive, share, text, words } from './cells.ts'

/** Columns that the product reads; every other column of the file is kept as it stands. */
const row = <T extends z.ZodRawShape>(shape: T) => z.looseObject(shape)

export const AcceleratorRow = row({
  id: words,
  accelerator: words,
  vendor: words,
  memoryGb: positive,
  memBwTbS: positive,
  bf16TflopsDense: nonNegative,
  fp8TflopsDense: nonNegative,
  fp4TflopsDense: nonNegative,
  int8TopsDense: nonNegative,
  tdpW: nonNegative,
  scaleupGbSUnidir: nonNegative,
  scaleupDomainSize: nonNegative,
  source: words,
  grade: text,
})

export const ModelRow = row({
  id: words,
  model: words,
  totalParamsB: positive,
  activeParamsB: positive,
  layers: positive,
  hidden: positive,
  qHeads: number,
  kvHeads: number,
  headDim: number,
  mlaKvLoraRank: number,
  nExperts: number,
  topK: number,
  moeLayers: number,
  routedExpertParamShare: number,
  context: positive,
  kvElemsPerToken: number,
  kvWindowTokens: number,
  kvElemsWindowMax: number,
  recurrentStateElemsPerSeq: number,
  sparseAttnTopk: number,
  source: words,
})

export const RegionRow = row({
  id: words,
  name: words,
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  priceUsdMwh: positive,
  gco2KwhDirect: z.number().min(0),
  ashrae04DbC: z.number().min(-40).max(60),
  ashrae04WbC: z.number().min(-40).max(40),
  meanDbC: z.number().min(-40).max(45),
  priceSource: words,
})

export const ArchetypeRow = row({
  id: words,
  name: words,
  unit: words,
  tasksPerUnitDay: positive,
  callsPerTask: positive,
  inputTokensPerCall: positive,
  outputTokensPerCall: positive,
  cacheHitShare: share,
  latencyClass: z.enum(['realtime', 'interactive', 'standard', 'batch']),
  ttftMsP95: positive,
  tpotMs: positive,
  privacyShare: share,
  complexShare: share,
  profileId: words,
  peakFactorIntrahour: z.number().min(1),
  source: words,
})

const HOURS = Object.fromEntries(
  Array.from({ length: 24 }, (_, hour) => [`h${String(hour).padStart(2, '0')}`, z.number().min(0)]),
)
export const ProfileRow = row({
  profileId: words,
  dayType: z.enum(['weekday', 'weekend']),
  tzBasis: words,
  dayLevelVsWeekday: z.number().min(0),
  ...HOURS,
})

/** The grid's row says "see regions.csv" in place of a number: that value is not here. */
const elsewhere = z.preprocess((cell) => (typeof cell === 'string' ? null : cell), number)

export const EnergySourceRow = row({
  id: words,
  technology: words,
  kind: words,
  capexUsdPerKw: number,
  fixedOmUsdPerKwYr: elsewhere,
  vomUsdPerMwh: elsewhere,
  fuelCostUsdPerMwh: elsewhere,
  capacityFactorMax: number,
  firmCapacityCredit: number,
  lifetimeYr: number,
  leadTimeMonths: elsewhere,
  gco2PerKwhDirect: elsewhere,
  source: text,
})

export const CoolingRow = row({ id: words, technology: words, maxRackKw: positive, source: words })
export const BuildingRow = row({ id: words, archetype: words, capexMusdPerMwTotal: positive, source: words })
export const EquipmentRow = row({ id: words, equipment: words, unitSize: positive, source: words })
export const LeasingOfferRow = row({ provider: words, accelerator: words, source: words })
export const TokenPriceRow = row({ provider: words, model: words, date: words, source: words })
export const LatencyRow = row({ from: words, to: words, rttMs: positive, source: words })

export type AcceleratorRow = z.infer<typeof AcceleratorRow>
export type ModelRow = z.infer<typeof ModelRow>
export type RegionRow = z.infer<typeof RegionRow>
export type ArchetypeRow = z.infer<typeof ArchetypeRow>
export type ProfileRow = z.infer<typeof ProfileRow>
export type EnergySourceRow = z.infer<typeof EnergySourceRow>
export type CoolingRow = z.infer<typeof CoolingRow>
export type LatencyRow = z.infer<typeof LatencyRow>
