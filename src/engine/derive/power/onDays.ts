import { getCooling, getEnergySource, getRegion } from '../../../catalog/find.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { EnergySourceRow } from '../../../plan/catalog/siteRows.ts'
import { overCooling } from '../../../plan/coolingParts.ts'
import type { RepresentativeDay } from '../../../plan/schema/profiles.ts'
import type { Site } from '../../../plan/schema/site.ts'
import { KG_PER_TONNE } from '../../../plan/units.ts'
import { coolingOverhead } from '../../climate/coolingOverhead.ts'
import type { SiteClimate } from '../inputs.ts'
import type { Period } from '../periods.ts'
import { localHours, solarOffsetH } from '../profileBySlice.ts'
import type { SiteEnergy } from './energyInputs.ts'
import type { PowerSlice } from './powerSlices.ts'
import { isSolar } from './sourceProfile.ts'

interface OnDays {
  readonly site: Site
  readonly catalog: Catalog
  readonly days: readonly RepresentativeDay[]
  readonly slices: readonly PowerSlice[]
  readonly periods: readonly Period[]
}

type Series = 'loadShare' | 'usdPerMwh' | 'kgCo2PerMwh'

/** Blocks that the days fill a period with, and the means of the imported year for them. */
interface MonthMeans {
  readonly slices: readonly PowerSlice[]
  readonly energy: SiteEnergy
}

/** [slice] mean of a series over the local hours of each block of its day; undefined where the days have it not. */
function ofDays(
  { site, catalog, days, slices }: OnDays,
  pick: (day: RepresentativeDay) => readonly number[] | undefined,
) {
  if (days.some((day) => pick(day) === undefined)) return undefined
  const offsetH = solarOffsetH(getRegion(catalog, site.catalogRegionId))
  return slices.map((slice) => {
    const series = pick(days[slice.day!]!)!
    return meanOf(localHours(slice, offsetH).map((hour) => series[hour]!))
  })
}

/**
 * Energy of a site with price, carbon, load, sun and wind of its representative days in the place of means; `base` has
 * the means for the same slices. Output keeps the capacity factor of the plant over the days' year.
 *
 * A day stands for days of other months too. What was imported keeps, over the days of a period and in each slice of
 * the plan, the mean of the months of the period: price is shifted to it, load (where it is known by month) and carbon
 * are scaled. `like` has all days of the periods where `own` has some of their hours alone.
 */
export function energyOnDays(own: OnDays, base: SiteEnergy, like?: MonthMeans): SiteEnergy {
  const { site, catalog, periods } = own
  const means = like ?? { slices: own.slices, energy: base }
  const of = (name: Series) => ofDays(own, (day) => day[name])
  const [load, usd, kg] = [of('loadShare'), of('usdPerMwh'), of('kgCo2PerMwh')]
  const byMonth = (name: Series, values: readonly number[], table: Table | undefined, held: Hold) =>
    periods.map((_, t) => (table ? holdMeans(own, means, name, values, table, held, t) : values))
  const isLoadByMonth = site.profiles?.loadShare?.meanByMonth !== undefined
  const loads =
    load && byMonth('loadShare', load, isLoadByMonth ? means.energy.fixedShare.mean : undefined, scaled)
  const profileOf = (energySourceId: string, factor: number) =>
    outputOnDays(own, getEnergySource(catalog, energySourceId), factor)
  return {
    ...base,
    times: own.slices,
    days: own.days,
    ...(loads ? { fixedShare: onDaysWithPeak(loads, base.fixedShare.peak) } : {}),
    ...(usd ? { importedUsdPerMwh: byMonth('usdPerMwh', usd, means.energy.importedUsdPerMwh, shifted) } : {}),
    ...(kg
      ? { importedTco2PerMwh: byMonth('kgCo2PerMwh', kg, kgOf(means.energy), scaled).map(toTonnes) }
      : {}),
    sources: base.sources.map((source) => {
      const plant = site.power.onSite.find(({ id }) => id === source.id)!
      const row = getEnergySource(catalog, plant.energySourceId)
      const factor = plant.availabilityShare ?? row.capacityFactorMax
      const output = source.kind === 'weather' ? profileOf(row.id, factor) : undefined
      return output ? { ...source, availability: output } : source
    }),
    contracts: base.contracts.map((contract) => {
      const { energySourceId, kind } = site.power.contracts.find(({ id }) => id === contract.id)!
      const row = getEnergySource(catalog, energySourceId)
      const output = kind === 'baseload' ? undefined : profileOf(row.id, row.capacityFactorMax)
      return output ? { ...contract, profile: output } : contract
    }),
  }
}

type Table = readonly (readonly number[])[]
/** A value of a day, held to a mean where the days have another. */
type Hold = (value: number, mean: number, ofDays: number) => number

const shifted: Hold = (value, mean, ofDays) => value + mean - ofDays
const scaled: Hold = (value, mean, ofDays) => (ofDays > 0 ? (value * mean) / ofDays : value)
const kgOf = ({ importedTco2PerMwh }: SiteEnergy): Table | undefined =>
  importedTco2PerMwh?.map((row) => row.map((tonnes) => tonnes * KG_PER_TONNE))
const toTonnes = (row: readonly number[]): number[] => row.map((kg) => kg / KG_PER_TONNE)

/** [slice] values of a period held so that over its days each slice of the plan has the mean that `table` says. */
function holdMeans(
  own: OnDays,
  { slices }: MonthMeans,
  name: Series,
  values: readonly number[],
  table: Table,
  hold: Hold,
  t: number,
): number[] {
  const all = slices === own.slices ? values : ofDays({ ...own, slices }, (day) => day[name])!
  const target = new Map(slices.map(({ index, loadIndex }) => [loadIndex, table[t]![index]!]))
  const ofSlice = new Map(
    [...Map.groupBy(slices, ({ loadIndex }) => loadIndex)].map(([loadIndex, blocks]) => {
      const hours = blocks.reduce((sum, { hoursIn }) => sum + hoursIn[t]!, 0)
      return [
        loadIndex,
        blocks.reduce((sum, { index, hoursIn }) => sum + hoursIn[t]! * all[index]!, 0) / hours,
      ]
    }),
  )
  return own.slices.map(({ index, loadIndex }) =>
    hold(values[index]!, target.get(loadIndex)!, ofSlice.get(loadIndex)!),
  )
}

/** Shares of the fixed load: never above all of it; the peak of a slice is at least what a day has in it. */
function onDaysWithPeak(loads: Table, peaks: Table): SiteEnergy['fixedShare'] {
  const mean = loads.map((row) => row.map((share) => Math.min(1, share)))
  return { mean, peak: peaks.map((row, t) => row.map((peak, h) => Math.max(peak, mean[t]![h]!))) }
}

/** [slice] output per MW of sun or wind on the days, its mean of the year the capacity factor as far as 1 allows. */
function outputOnDays(own: OnDays, row: EnergySourceRow, factor: number): number[] | undefined {
  const isWind = row.id.includes('wind')
  if (!isSolar(row) && !isWind) return undefined
  const series = (day: RepresentativeDay) => (isWind ? day.windShare : day.solarShare) ?? day.supplyShare
  const output = ofDays(own, series)
  if (!output) return undefined
  const days = own.days.map((day) => day.weightDays * meanOf(series(day)!))
  const mean =
    days.reduce((sum, value) => sum + value, 0) / own.days.reduce((sum, day) => sum + day.weightDays, 0)
  return mean === 0 ? output : output.map((share) => Math.min(1, (share * factor) / mean))
}

/**
 * Overheads in the weather of the days, scaled so that the means of each period and type of day stay what the whole
 * year's weather gives (`base`); a given PUE stays as it is.
 */
export function climateOnDays(own: OnDays, base: SiteClimate): SiteClimate {
  const { site, catalog, slices, periods } = own
  const { facility } = site
  const at = (pick: (overhead: ReturnType<typeof coolingOverhead>) => number) =>
    ofDays(own, ({ dryBulbC, wetBulbC }) =>
      dryBulbC && wetBulbC
        ? dryBulbC.map((dry, hour) =>
            overCooling(facility, (id) =>
              pick(coolingOverhead(getCooling(catalog, id).id, dry, Math.min(dry, wetBulbC[hour]!))),
            ),
          )
        : undefined,
    )
  const overhead = at((one) => one.kwPerKwIt + facility.electricalLossShare)
  const water = at((one) => one.litresPerKwhIt)
  if (facility.givenPue !== undefined || !overhead || !water) return base
  return {
    ...base,
    pue: periods.map((_, t) => {
      const above = base.pue[t]!.map((pue) => pue - 1)
      // Scaling to the mean must not carry a hot day above what the plant is sized for.
      return keepMeans(slices, t, overhead, above).map((share) => Math.min(base.pueDesign, 1 + share))
    }),
    wueLPerKwh: periods.map((_, t) => keepMeans(slices, t, water, base.wueLPerKwh[t]!)),
  }
}

/** Values scaled, for each type of day in a period, so that their mean by hours is that of others. */
function keepMeans(
  slices: readonly PowerSlice[],
  t: number,
  values: readonly number[],
  like: readonly number[],
): number[] {
  const scale = new Map(
    [...Map.groupBy(slices, ({ dayType }) => dayType)].map(([dayType, own]) => {
      const sum = (list: readonly number[]) =>
        own.reduce((all, { index, hoursIn }) => all + hoursIn[t]! * list[index]!, 0)
      const all = sum(values)
      return [dayType, all > 0 ? sum(like) / all : 1]
    }),
  )
  return values.map((value, p) => value * scale.get(slices[p]!.dayType)!)
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
