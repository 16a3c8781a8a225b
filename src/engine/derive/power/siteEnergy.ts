import { getEnergySource, getRegion } from '../../../catalog/find.ts'
import { HOURS_OF_STORAGE, plantRow } from '../../../catalog/storageOfHours.ts'
import { MONTHS_PER_YEAR } from '../../../plan/calendar.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { EnergySourceRow } from '../../../plan/catalog/siteRows.ts'
import type { PowerContract } from '../../../plan/schema/contracts.ts'
import type { DayTypeProfile, SiteProfiles } from '../../../plan/schema/profiles.ts'
import type { Site } from '../../../plan/schema/site.ts'
import { HOURS_PER_YEAR, KG_PER_TONNE, USD_PER_KW_OF_MUSD_PER_MW } from '../../../plan/units.ts'
import type { Period } from '../periods.ts'
import { localHours, partsOfYear, profileBySlice, solarOffsetH } from '../profileBySlice.ts'
import type { Slice } from '../slices.ts'
import type { ContractTerms, OnSiteSource, OnSiteStorage, OnSiteUnits, SiteEnergy } from './energyInputs.ts'
import { availabilityOf } from './sourceProfile.ts'

type OnSite = Site['power']['onSite'][number]

interface Clock {
  readonly slices: readonly Slice[]
  readonly utcOffsetH: number
  readonly yearsPerPeriod: number
}

/** Price, carbon, contracts, on-site plant and storage of a site as the optimiser sees them. */
export function siteEnergy(
  site: Site,
  catalog: Catalog,
  slices: readonly Slice[],
  periods: readonly Period[],
): SiteEnergy {
  const region = getRegion(catalog, site.catalogRegionId)
  const utcOffsetH = solarOffsetH(region)
  const clock = { slices, utcOffsetH, yearsPerPeriod: periods[0]?.lengthYears ?? 1 }
  const imported = site.profiles
  const ofProfile = (profile: DayTypeProfile) => profileBySlice(profile, periods, slices, utcOffsetH)
  const onSite = site.power.onSite.map((plant) => ({
    plant,
    row: plantRow(catalog, plant),
  }))
  const shares = site.facility.fixedItShareByHour
  return {
    fixedShare: imported?.loadShare
      ? importedShares(imported.loadShare, periods, clock)
      : {
          mean: periods.map(() => ofSlices(shares, clock, mean)),
          peak: periods.map(() => ofSlices(shares, clock, (values) => Math.max(...values))),
        },
    usdPerMwh: site.power.energyUsdPerMwh ?? region.priceUsdMwh,
    priceShape: ofSlices(site.power.energyPriceByHour, clock, mean),
    tco2PerMwh: region.gco2KwhDirect / KG_PER_TONNE,
    ...(imported?.usdPerMwh ? { importedUsdPerMwh: ofProfile(imported.usdPerMwh) } : {}),
    ...(imported?.kgCo2PerMwh
      ? {
          importedTco2PerMwh: ofProfile(imported.kgCo2PerMwh).map((row) =>
            row.map((kg) => kg / KG_PER_TONNE),
          ),
        }
      : {}),
    sources: onSite
      .filter(({ row }) => row.kind !== 'storage')
      .map(({ plant, row }) => toSource(row, plant, clock)),
    storages: onSite
      .filter(({ row }) => row.kind === 'storage')
      .map(({ plant, row }) => toStorage(row, plant)),
    contracts: site.power.contracts.map((contract) =>
      toContract(getEnergySource(catalog, contract.energySourceId), contract, clock),
    ),
  }
}

/** Mean and highest over the months of each period and the hours of each slice; without months over the year's. */
function importedShares(
  { mean: means, highest, meanByMonth, highestByMonth }: NonNullable<SiteProfiles['loadShare']>,
  periods: readonly Period[],
  { slices, utcOffsetH }: Clock,
): SiteEnergy['fixedShare'] {
  const of = (
    year: typeof means,
    byMonth: typeof meanByMonth,
    pick: (values: readonly number[]) => number,
  ): number[][] =>
    periods.map((period) =>
      slices.map(({ dayType, hours }) => {
        const local = localHours({ hours }, utcOffsetH)
        const days = byMonth
          ? partsOfYear(period, MONTHS_PER_YEAR).map((month) => byMonth[dayType][month]!)
          : [year[dayType]]
        return pick(days.flatMap((day) => local.map((hour) => day[hour]!)))
      }),
    )
  return {
    mean: of(means, meanByMonth, mean),
    peak: of(highest, highestByMonth, (values) => Math.max(...values)),
  }
}

/** [slice] what is made of the factors of its hours, which the plan gives by local hour; 1 where it gives none. */
function ofSlices(
  byHour: readonly number[] | undefined,
  { slices, utcOffsetH }: Clock,
  pick: (values: readonly number[]) => number,
): number[] {
  return slices.map(({ hours }) =>
    byHour ? pick(localHours({ hours }, utcOffsetH).map((hour) => byHour[hour]!)) : 1,
  )
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function toUnits(row: EnergySourceRow, plant: OnSite): OnSiteUnits {
  return {
    id: plant.id,
    unitMw: plant.unitMw,
    maxUnits: Math.floor(plant.maxMw / plant.unitMw + 1e-9),
    capexMusdPerMw: (plant.capexUsdPerKw ?? row.capexUsdPerKw) / USD_PER_KW_OF_MUSD_PER_MW,
    fixedMusdPerMwYear: (plant.fixedUsdPerKwYear ?? row.fixedOmUsdPerKwYr) / USD_PER_KW_OF_MUSD_PER_MW,
    leadMonths: plant.leadMonths ?? row.leadTimeMonths ?? 0,
    lifeYears: plant.lifeYears ?? row.lifetimeYr,
    firmShare: plant.firmShare ?? row.firmCapacityCredit,
  }
}

/** Firm plant below this credit (rivers) follows the weather more than its units' outages. */
const UNIT_LIKE_CREDIT = 0.75

function toSource(row: EnergySourceRow, plant: OnSite, { slices, utcOffsetH }: Clock): OnSiteSource {
  const isStandby = row.kind === 'backup'
  const isUnit = row.kind === 'thermal' || (row.kind === 'firm' && row.firmCapacityCredit >= UNIT_LIKE_CREDIT)
  const permitted = isStandby ? row.capacityFactorMax * HOURS_PER_YEAR : null
  const { fuelLimitMmbtuPerDay: fuel } = plant
  const heatRate = row.heatRateMmbtuPerMwhHhv
  const given = { ...row, capacityFactorMax: plant.availabilityShare ?? row.capacityFactorMax }
  return {
    ...toUnits(row, plant),
    kind: isStandby ? 'standby' : isUnit ? 'unit' : 'weather',
    variableUsdPerMwh: plant.variableUsdPerMwh ?? (row.vomUsdPerMwh ?? 0) + (row.fuelCostUsdPerMwh ?? 0),
    availability: isStandby ? slices.map(() => 1) : availabilityOf(given, slices, utcOffsetH),
    tco2PerMwh: plant.tco2PerMwh ?? (row.gco2PerKwhDirect ?? 0) / KG_PER_TONNE,
    maxHoursPerYear: plant.maxHoursPerYear ?? permitted,
    fuelLimitMwhPerDay: fuel !== undefined && heatRate ? fuel / heatRate : null,
  }
}

/** Energy out over energy in of batteries (ATB) and of iron-air (an estimate). */
const ROUND_TRIP = { battery: 0.86, ironAir: 0.4 } as const
const HOURS_UNLESS_KNOWN = 4

function toStorage(row: EnergySourceRow, plant: OnSite): OnSiteStorage {
  return {
    ...toUnits(row, plant),
    durationH: plant.durationH ?? HOURS_OF_STORAGE[row.id] ?? HOURS_UNLESS_KNOWN,
    roundTripShare: plant.roundTripShare ?? ROUND_TRIP[row.id === 'ldes_ironair' ? 'ironAir' : 'battery'],
  }
}

function toContract(row: EnergySourceRow, contract: PowerContract, clock: Clock): ContractTerms {
  const { slices, utcOffsetH, yearsPerPeriod } = clock
  const usd = contract.usdPerMwh ?? (row.vomUsdPerMwh ?? 0) + (row.fuelCostUsdPerMwh ?? 0)
  return {
    id: contract.id,
    kind: contract.kind,
    maxMw: contract.maxMw,
    usdPerMwh: usd,
    escalatorPerYear: contract.escalatorPerYear,
    profile: contract.kind === 'baseload' ? slices.map(() => 1) : availabilityOf(row, slices, utcOffsetH),
    start: contract.start,
    termPeriods: Math.max(1, Math.round(contract.termYears / yearsPerPeriod)),
    takeOrPayShare: contract.takeOrPayShare,
    isDirect: contract.isDirect,
    firmShare: contract.isDirect ? contract.firmShare : 0,
    tco2PerMwh: (row.gco2PerKwhDirect ?? 0) / KG_PER_TONNE,
  }
}
