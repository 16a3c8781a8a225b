import type { RegionRow } from '../../plan/catalog/siteRows.ts'
import { overCooling } from '../../plan/coolingParts.ts'
import type { SiteProfiles } from '../../plan/schema/profiles.ts'
import type { Site } from '../../plan/schema/site.ts'
import { syntheticWeather, type WeatherSample } from './climateBySlice.ts'
import { coolingOverhead } from './coolingOverhead.ts'

export interface OverheadPoint extends WeatherSample {
  /** Quarter of the year from 0, hour of the local day. */
  readonly quarter: number
  readonly hour: number
  readonly pue: number
  readonly wueLPerKwh: number
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** PUE and WUE of a site through the year, samples of each quarter and hour: the fifths of imported months, or synthetic. */
export function siteOverheads(
  site: Pick<Site, 'profiles'> & {
    readonly facility: Parameters<typeof overCooling>[0] & Pick<Site['facility'], 'electricalLossShare'>
  },
  region: Pick<RegionRow, 'lat' | 'meanDbC' | 'ashrae04DbC' | 'ashrae04WbC'>,
): OverheadPoint[] {
  const { electricalLossShare } = site.facility
  const imported = site.profiles?.weather
  const synthetic = syntheticWeather(region)
  const samples = (quarter: number, hour: number): WeatherSample[] =>
    imported ? importedSamples(imported, quarter, hour) : synthetic(quarter, hour + 0.5)
  return [0, 1, 2, 3].flatMap((quarter) =>
    HOURS.flatMap((hour) =>
      samples(quarter, hour).map((sample) => {
        const over = (pick: (own: ReturnType<typeof coolingOverhead>) => number) =>
          overCooling(site.facility, (id) => pick(coolingOverhead(id, sample.dryBulbC, sample.wetBulbC)))
        const pue = 1 + electricalLossShare + over((own) => own.kwPerKwIt)
        return { ...sample, quarter, hour, pue, wueLPerKwh: over((own) => own.litresPerKwhIt) }
      }),
    ),
  )
}

function importedSamples(
  { dryBulbC, wetBulbC }: NonNullable<SiteProfiles['weather']>,
  quarter: number,
  hour: number,
): WeatherSample[] {
  const perQuarter = dryBulbC.length / 4
  return dryBulbC.flatMap((byHour, season) =>
    Math.floor(season / perQuarter) === quarter
      ? byHour[hour]!.map((dry, fifth) => {
          return { dryBulbC: dry, wetBulbC: Math.min(dry, wetBulbC[season]![hour]![fifth]!) }
        })
      : [],
  )
}
