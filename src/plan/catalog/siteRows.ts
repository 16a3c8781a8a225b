import { z } from 'zod'
import { date, elsewhere, grade, id, maybe, maybeShare, number, share, text, words } from './cells.ts'

/** A region of the grid: price, carbon, queue and climate. */
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
export type RegionRow = z.infer<typeof RegionRow>

/** Round trip between two places, in milliseconds. */
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
export type LatencyRow = z.infer<typeof LatencyRow>

/** Plant, storage and contracts of electricity. */
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
export type EnergySourceRow = z.infer<typeof EnergySourceRow>

/** A way of cooling: power, water and cost by climate. */
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
export type CoolingRow = z.infer<typeof CoolingRow>

/** A kind of building: sizes, months and capital by part. */
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

/** Electrical and mechanical equipment as it is sold by the unit. */
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
export type EquipmentRow = z.infer<typeof EquipmentRow>
