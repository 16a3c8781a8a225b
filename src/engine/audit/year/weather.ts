import type { RegionRow } from '../../../plan/catalog/siteRows.ts'
import type { SiteProfiles } from '../../../plan/schema/profiles.ts'
import { HOURS_PER_YEAR } from '../../../plan/units.ts'
import { normal, uniform } from './random.ts'

export interface Weather {
  /** [hour of the year, UTC] deg C. */
  readonly dryC: Float64Array
  readonly wetC: Float64Array
}

/** The ASHRAE 0.4 % condition is exceeded in so many hours a year. */
const DESIGN_HOURS = 35
/** Weather of an hour lasts into the next. */
const PERSISTENCE = 0.97
const SEED = 20_270_101

/**
 * One seeded year of hourly weather: season by latitude, day and persistent disorder, stretched so that the region's
 * mean holds and its 0.4 % dry bulb is exceeded in 35 hours. The air holds the relative humidity at which the 0.4 %
 * wet bulb is met at that temperature.
 */
export function weatherOf(
  region: Pick<RegionRow, 'lat' | 'lon' | 'meanDbC' | 'ashrae04DbC' | 'ashrae04WbC'>,
): Weather {
  const random = uniform(SEED)
  const seasonal = Math.min(1, 0.15 + Math.abs(region.lat) / 50)
  const hottestHour = (region.lat >= 0 ? 200 : 18) * 24
  let disorder = 0
  const raw = Float64Array.from({ length: HOURS_PER_YEAR }, (_, hour) => {
    const local = hour + region.lon / 15
    disorder = PERSISTENCE * disorder + Math.sqrt(1 - PERSISTENCE ** 2) * normal(random)
    return (
      seasonal * Math.cos(((hour - hottestHour) / HOURS_PER_YEAR) * 2 * Math.PI) +
      0.35 * Math.cos(((local - 15) / 24) * 2 * Math.PI) +
      0.3 * disorder
    )
  })
  const mean = raw.reduce((sum, value) => sum + value, 0) / HOURS_PER_YEAR
  const top = raw.toSorted()[HOURS_PER_YEAR - 1 - DESIGN_HOURS]! - mean
  const stretch = Math.max(0, region.ashrae04DbC - region.meanDbC) / top
  const dryC = raw.map((value) => region.meanDbC + (value - mean) * stretch)
  const humidity = humidityAt(region.ashrae04DbC, region.ashrae04WbC)
  return { dryC, wetC: dryC.map((celsius) => Math.min(celsius, wetBulbC(celsius, humidity))) }
}

const FIFTHS = 5

/** A year of the imported fifths: each day of a season takes its turn at being cold or hot. */
export function importedWeather(
  { dryBulbC, wetBulbC }: NonNullable<SiteProfiles['weather']>,
  lon: number,
): Weather {
  const pick = (table: readonly (readonly (readonly number[])[])[]) =>
    Float64Array.from({ length: HOURS_PER_YEAR }, (_, hour) => {
      const local = (((hour + Math.round(lon / 15)) % 24) + 24) % 24
      return table[Math.floor((hour * table.length) / HOURS_PER_YEAR)]![local]![
        Math.floor(hour / 24) % FIFTHS
      ]!
    })
  return { dryC: pick(dryBulbC), wetC: pick(wetBulbC) }
}

/** Wet bulb from dry bulb and relative humidity in percent (Stull 2011, within 1 K between 5 and 99 %). */
function wetBulbC(dryC: number, humidity: number): number {
  return (
    dryC * Math.atan(0.151977 * Math.sqrt(humidity + 8.313659)) +
    Math.atan(dryC + humidity) -
    Math.atan(humidity - 1.676331) +
    0.00391838 * humidity ** 1.5 * Math.atan(0.023101 * humidity) -
    4.686035
  )
}

/** Relative humidity in percent at which a dry bulb has a wet bulb, by bisection. */
function humidityAt(dryC: number, wetC: number): number {
  let low = 5
  let high = 99
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2
    if (wetBulbC(dryC, middle) < wetC) low = middle
    else high = middle
  }
  return low
}
