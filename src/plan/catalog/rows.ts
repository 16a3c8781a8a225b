import { z } from 'zod'
import {
  availability,
  date,
  elsewhere,
  grade,
  id,
  list,
  maybe,
  maybeDay,
  maybeShare,
  number,
  share,
  text,
  words,
} from './cells.ts'

/** Every column of every file; a column that is missing or not named here is a fault. */

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

export const ModelRow = z.object({
  id,
  model: words,
  /** Other names, also of models that have the same shape, each of one row only. */
  aliases: list,
  totalParamsB: number(0.1, 20_000),
  activeParamsB: number(0.1, 20_000),
  paramsCalcB: maybe(0.1, 20_000),
  activeCalcB: maybe(0.1, 20_000),
  arch: z.enum(['dense', 'MoE'], { error: 'dense or MoE' }),
  layers: number(1, 500),
  hidden: number(64, 100_000),
  qHeads: number(1, 1000),
  attention: words,
  kvHeads: maybe(1, 1000),
  headDim: maybe(8, 4096),
  mlaKvLoraRank: maybe(1, 10_000),
  mlaQkRopeDim: maybe(1, 10_000),
  ffnDim: maybe(64, 1_000_000),
  nExperts: maybe(1, 10_000),
  topK: maybe(1, 1000),
  nSharedExperts: maybe(0, 100),
  expertFfnDim: maybe(64, 1_000_000),
  denseLayers: maybe(0, 500),
  moeLayers: maybe(0, 500),
  routedExpertParamShare: maybeShare,
  vocab: number(1000, 10_000_000),
  context: number(512, 100_000_000),
  kvElemsPerToken: number(1, 10_000_000),
  kvWindowTokens: maybe(1, 10_000_000),
  kvElemsWindowMax: maybe(1, 1e12),
  recurrentStateElemsPerSeq: maybe(1, 1e12),
  sparseAttnTopk: maybe(1, 1_000_000),
  mtpLayers: number(0, 20),
  licence: words,
  release: date,
  source: words,
  /**
   * A: the publisher's own configuration, and the parameters computed from it agree with the published ones (5 % of
   * all, 15 % of the active); B: a secondary collection, or no such agreement; C: a value is assumed, see notes.
   */
  grade,
  estimatedFields: list,
  notes: text,
})

export const RegionRow = z.object({
  id,
  name: words,
  country: z.string().regex(/^[A-Z]{2}$/, 'a country of two letters'),
  lat: number(-90, 90),
  lon: number(-180, 180),
  priceUsdMwh: number(1, 1000),
  demandChargeUsdKwMonth: maybe(0, 200),
  gco2KwhDirect: number(0, 2000),
  gco2KwhLifecycle: maybe(0, 2000),
  interconnectMonthsTypical: number(0, 240),
  ashrae04DbC: number(-40, 60),
  ashrae04WbC: number(-40, 40),
  meanDbC: number(-40, 45),
  utilitySuppliers: words,
  priceSource: words,
  ciSource: words,
  climateSource: words,
  interconnectSource: words,
  confPrice: grade,
  confCi: grade,
  confClimate: grade,
  confMeanDb: grade,
  confInterconnect: grade,
})

export const ArchetypeRow = z.object({
  id,
  name: words,
  articlePlayers: words,
  unit: words,
  tasksPerUnitDay: number(0.001, 1e6),
  callsPerTask: number(0.01, 1e6),
  inputTokensPerCall: number(1, 1e8),
  outputTokensPerCall: number(1, 1e7),
  cacheHitShare: share,
  tokensPerUnitDay: number(1, 1e12),
  latencyClass: z.enum(['realtime', 'interactive', 'standard', 'batch'], { error: 'a latency class' }),
  ttftMsP95: number(10, 1e7),
  tpotMs: number(1, 10_000),
  privacyShare: share,
  complexShare: share,
  profileId: id,
  peakFactorIntrahour: number(1, 20),
  source: words,
  confidence: grade,
  note: text,
})

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9
type HourColumn = `h${0 | 1}${Digit}` | `h2${0 | 1 | 2 | 3}`

/** Column of an hour of the day, 0 to 23. */
export function hourColumn(hour: number): HourColumn {
  return `h${String(hour).padStart(2, '0')}` as HourColumn
}

const HOURS = Object.fromEntries(
  Array.from({ length: 24 }, (_, hour) => [hourColumn(hour), number(0, 24)]),
) as Record<HourColumn, ReturnType<typeof number>>

export const ProfileRow = z.object({
  profileId: id,
  dayType: z.enum(['weekday', 'weekend'], { error: 'weekday or weekend' }),
  tzBasis: words,
  dayLevelVsWeekday: number(0, 10),
  ...HOURS,
  source: words,
  confidence: grade,
})

export const EnergySourceRow = z.object({
  id,
  technology: words,
  kind: z.enum(['vre', 'thermal', 'firm', 'contract', 'storage', 'backup', 'grid'], {
    error: 'a kind of source',
  }),
  capexUsdPerKw: number(0, 50_000),
  capexLow: number(0, 50_000),
  capexHigh: number(0, 50_000),
  fixedOmUsdPerKwYr: number(0, 2000),
  vomUsdPerMwh: elsewhere('regions.csv', 0, 1000),
  heatRateMmbtuPerMwhHhv: maybe(3, 30),
  fuelCostUsdPerMwh: elsewhere('regions.csv', 0, 1000),
  capacityFactorMax: share,
  firmCapacityCredit: share,
  lifetimeYr: number(1, 100),
  leadTimeMonths: elsewhere('regions.csv', 0, 240),
  gco2PerKwhDirect: elsewhere('regions.csv', 0, 2000),
  gco2PerKwhLifecycle: maybe(0, 2000),
  unitMw: maybe(0.01, 5000),
  confidenceCost: grade,
  confidenceLead: grade,
  source: words,
  notes: text,
})

export const CoolingRow = z.object({
  id,
  technology: words,
  maxRackKw: number(1, 2000),
  heatToLiquidFrac: share,
  ashraeClass: words,
  ppueCoolTemperate: number(1, 3),
  ppueCoolHotHumid: number(1, 3),
  ppueCoolHotDry: number(1, 3),
  ppueCoolCold: number(1, 3),
  peakCoolKwPerKwItHotHumid: number(0, 2),
  peakCoolKwPerKwItHotDry: number(0, 2),
  wueLPerKwhTemperate: number(0, 10),
  wueLPerKwhHotHumid: number(0, 10),
  wueLPerKwhHotDry: number(0, 10),
  wueLPerKwhCold: number(0, 10),
  capexUsdPerKwIt: number(100, 20_000),
  leadTimeMonths: number(0, 60),
  needsWater: number(0, 1),
  confidencePpue: grade,
  confidenceCapex: grade,
  source: words,
})

export const BuildingRow = z.object({
  id,
  archetype: words,
  minMwIt: number(0.01, 10_000),
  maxMwIt: number(0.01, 10_000),
  moduleMwIt: number(0.01, 1000),
  buildMonthsMin: number(1, 120),
  buildMonthsTyp: number(1, 120),
  buildMonthsMax: number(1, 120),
  capexMusdPerMwShellSite: number(0, 50),
  capexMusdPerMwElectrical: number(0, 50),
  capexMusdPerMwMechanical: number(0, 50),
  capexMusdPerMwFitout: number(0, 50),
  capexMusdPerMwTotal: number(0.1, 100),
  defaultRedundancyPower: words,
  defaultRedundancyCooling: words,
  maxRackKw: number(0, 2000),
  confidence: grade,
  source: words,
})

export const EquipmentRow = z.object({
  id,
  equipment: words,
  unitSize: number(0.1, 1e6),
  unit: z.enum(['kW', 'kVA', 'kWth'], { error: 'kW, kVA or kWth' }),
  priceUsdPerUnit: number(1, 1e9),
  priceUsdPerKwOrKva: number(1, 20_000),
  leadWeeksMin: number(1, 520),
  leadWeeksMax: number(1, 520),
  eff25pct: maybeShare,
  eff50pct: maybeShare,
  eff75pct: maybeShare,
  eff100pct: maybeShare,
  /** Where the machine moves heat: coefficient of performance or fan and pump power, in words. */
  performance: text,
  confidence: grade,
  source: words,
})

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

export const LeasingOfferRow = z.object({
  id,
  provider: words,
  tier: words,
  accelerator: words,
  /** Row of the accelerators, where it is known which one is let. */
  acceleratorId: text,
  region: words,
  usdPerGpuHOnDemand: maybe(0.01, 200),
  usdPerGpuHReserved: maybe(0.01, 200),
  reservedTerm: text,
  usdPerGpuHSpot: maybe(0.01, 200),
  source: words,
  /** Day of the price; nothing where no price was found and a quote has to be asked for. */
  date: z.union([z.literal('').transform(() => null), date], { error: 'a date, or nothing' }),
  confidence: grade,
  note: text,
})

export const TokenPriceRow = z.object({
  id,
  provider: words,
  model: words,
  /** Row of the models, where the weights are open and described there. */
  modelId: text,
  usdPerMInput: number(0, 1000),
  usdPerMCachedInput: maybe(0, 1000),
  usdPerMOutput: number(0, 10_000),
  contextTokens: maybe(100, 1e8),
  /** Day on which the source shows the price. */
  date,
  /** First day on which the price is known to hold; nothing: before its end, since when is not known. */
  validFrom: maybeDay,
  /** Day on which the next price takes over; nothing: not known to have ended. */
  validTo: maybeDay,
  source: words,
  confidence: grade,
  note: text,
})

export const LatencyRow = z.object({
  from: words,
  to: words,
  fromCity: text,
  toCity: words,
  rttMs: number(0.1, 2000),
  stat: z.enum(['P50', 'mean'], { error: 'P50 or mean' }),
  source: words,
  date,
  confidence: grade,
})

/** What a kind of restriction means for sites of a country; countries without a row are free. */
export const ExportRuleRow = z.object({
  restriction: ExportRestriction,
  country: z.string().regex(/^[A-Z]{2}$/, 'a country of two letters'),
  effect: z.enum(['licence', 'denied'], { error: 'licence or denied' }),
  source: words,
  grade,
  note: text,
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

export type AcceleratorRow = z.infer<typeof AcceleratorRow>
export type ModelRow = z.infer<typeof ModelRow>
export type RegionRow = z.infer<typeof RegionRow>
export type ArchetypeRow = z.infer<typeof ArchetypeRow>
export type ProfileRow = z.infer<typeof ProfileRow>
export type EquipmentRow = z.infer<typeof EquipmentRow>
export type EnergySourceRow = z.infer<typeof EnergySourceRow>
export type TokenPriceRow = z.infer<typeof TokenPriceRow>
export type CoolingRow = z.infer<typeof CoolingRow>
export type NetworkPartRow = z.infer<typeof NetworkPartRow>
export type LatencyRow = z.infer<typeof LatencyRow>
