import { getRegion } from '../../catalog/find.ts'
import type { RegionRow } from '../../plan/catalog/siteRows.ts'
import type { SiteBuild } from '../../plan/result/siteBuild.ts'
import type { ResultSlice } from '../../plan/result/slices.ts'
import type { RepresentativeDay } from '../../plan/schema/profiles.ts'
import type { Site } from '../../plan/schema/site.ts'
import type { Audited } from './audited.ts'
import { middleOf } from './money/ledger.ts'
import { gridKgPerMwh, localHours, spotUsdPerMwh } from './money/spot.ts'

/** Hours of a period that a result balances the power of a site in, with the auditor's own price and carbon. */
export interface PowerBlock {
  readonly slice: ResultSlice
  readonly hours: number
  readonly usdPerMwh: number
  readonly kgPerMwh: number
  readonly drawnMw: number
  readonly unservedItMw: number
  readonly generatedMw: (plantId: string) => number
  readonly contractMw: (contractId: string) => number
  /** MW out of storage less MW into it. */
  readonly storedMw: number
  /** Output per MW of sun or wind by its capacity factor, where a representative day says so. */
  readonly outputOf: (energySourceId: string, factor: number) => number | undefined
}

/** The blocks of a site's power in a period: of its representative days, else the result's slices. */
export function powerBlocks(audited: Audited, site: Site, build: SiteBuild, t: number): PowerBlock[] {
  const region = getRegion(audited.catalog, site.catalogRegionId)
  return build.dayBlocks.length > 0
    ? blocksOfDays(audited, site, build, t, region)
    : blocksOfSlices(audited, site, build, t, region)
}

function blocksOfSlices(
  { plan, result }: Audited,
  site: Site,
  build: SiteBuild,
  t: number,
  region: RegionRow,
): PowerBlock[] {
  const storages = Object.values(build.storageMwBySlice)
  return result.slices.map((slice, h) => ({
    slice,
    hours: slice.hoursPerPeriod,
    usdPerMwh: spotUsdPerMwh(plan, site, region, slice, t),
    kgPerMwh: gridKgPerMwh(plan, site, region, slice, t),
    drawnMw: build.drawnMwBySlice[h] ?? 0,
    unservedItMw: build.unservedItMwBySlice[h] ?? 0,
    generatedMw: (id) => build.generatedMwBySlice[id]?.[h] ?? 0,
    contractMw: (id) => build.contractMwBySlice[id]?.[h] ?? 0,
    storedMw: storages.reduce((sum, own) => sum + (own.discharged[h] ?? 0) - (own.charged[h] ?? 0), 0),
    outputOf: () => undefined,
  }))
}

function blocksOfDays(
  { plan, result }: Audited,
  site: Site,
  build: SiteBuild,
  t: number,
  region: RegionRow,
): PowerBlock[] {
  const days = result.siteDays.find(({ siteId }) => siteId === site.id)?.days ?? []
  const change = (1 + site.power.energyPriceChangePerYear) ** middleOf(plan, t)
  const sumOf = (mw: Readonly<Record<string, number>>) => Object.values(mw).reduce((sum, own) => sum + own, 0)
  return build.dayBlocks.flatMap((block): PowerBlock[] => {
    const [day, slice] = [days[block.day], result.slices[block.slice]]
    if (!day || !slice) return []
    const hours = localHours(slice, region)
    const mean = (series: readonly number[]) =>
      hours.reduce((sum, hour) => sum + series[hour]!, 0) / hours.length
    const [usdOfMonth, kgOfMonth] = [
      spotUsdPerMwh(plan, site, region, slice, t),
      gridKgPerMwh(plan, site, region, slice, t),
    ]
    // What was imported keeps the mean of its months over the days of the period: price by a shift, carbon by a factor.
    const ofDays = (series: (day: RepresentativeDay) => readonly number[]) => {
      const own = build.dayBlocks.filter((other) => other.slice === block.slice)
      const all = own.reduce((sum, other) => sum + other.hours, 0)
      return own.reduce((sum, other) => sum + other.hours * mean(series(days[other.day]!)), 0) / all
    }
    const usdOnDay = ({ usdPerMwh }: RepresentativeDay) =>
      mean(usdPerMwh!) * change +
      (site.profiles?.usdPerMwh ? usdOfMonth - ofDays((own) => own.usdPerMwh!) * change : 0)
    const kgOnDay = ({ kgCo2PerMwh }: RepresentativeDay) => {
      const share = site.profiles?.kgCo2PerMwh ? kgOfMonth / ofDays((own) => own.kgCo2PerMwh!) : 1
      return mean(kgCo2PerMwh!) * (Number.isFinite(share) ? share : 1)
    }
    return [
      {
        slice,
        hours: block.hours,
        usdPerMwh: day.usdPerMwh ? usdOnDay(day) : usdOfMonth,
        kgPerMwh: day.kgCo2PerMwh ? kgOnDay(day) : kgOfMonth,
        drawnMw: block.drawnMw,
        unservedItMw: block.unservedItMw,
        generatedMw: (id) => block.generatedMw[id] ?? 0,
        contractMw: (id) => block.contractMw[id] ?? 0,
        storedMw: sumOf(block.dischargedMw) - sumOf(block.chargedMw),
        outputOf: (energySourceId, factor) => {
          const output = (own: RepresentativeDay) => outputSeries(own, energySourceId)
          const series = output(day)
          const year = yearMean(days, output)
          return series && year ? Math.min(1, (mean(series) * factor) / year) : undefined
        },
      },
    ]
  })
}

function outputSeries(day: RepresentativeDay, energySourceId: string): readonly number[] | undefined {
  if (/wind/.test(energySourceId)) return day.windShare ?? day.supplyShare
  return /solar|^pv/.test(energySourceId) ? (day.solarShare ?? day.supplyShare) : undefined
}

/** Mean of a series over the days of a year that the representative days stand for. */
export function yearMean(
  days: readonly RepresentativeDay[],
  pick: (day: RepresentativeDay) => readonly number[] | undefined,
): number | undefined {
  let [sum, weight] = [0, 0]
  for (const day of days) {
    const series = pick(day)
    if (!series) return undefined
    sum += day.weightDays * series.reduce((all, value) => all + value, 0)
    weight += day.weightDays * series.length
  }
  return weight > 0 ? sum / weight : undefined
}
