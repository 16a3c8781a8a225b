import type { RegionRow } from '../../plan/catalog/siteRows.ts'
import { weatherLaw } from '../climate/climateBySlice.ts'
import { persistent, seeded } from './noise.ts'
import type { SiteYear } from './siteProfiles.ts'

type Place = Pick<
  RegionRow,
  'id' | 'lat' | 'meanDbC' | 'ashrae04DbC' | 'ashrae04WbC' | 'priceUsdMwh' | 'gco2KwhDirect'
>

const DAYS = 365
const HOURS = Array.from({ length: DAYS * 24 }, (_, hour) => hour)
const RADIANS = Math.PI / 180
/** How long weather, cloud and wind last: shares of the deviation that are still there a day or an hour later. */
const PERSISTENCE = { weatherDay: 0.7, cloudDay: 0.4, windHour: 0.97 } as const
/** Price over its mean: mornings and evenings, heat and cold, sun and wind on the system (estimates, grade C). */
const PRICE = { daily: 0.2, perKelvin: 0.012, sun: 0.2, wind: 0.25 } as const
/** Carbon over its mean: sun and wind on the system push out what burns (estimates, grade C). */
const CARBON = { sun: 0.2, wind: 0.15 } as const
const LEAST = 0.2
const COMFORT_C = 17

/**
 * A year of hours made up from a region's row, the same every time: weather after the law of the region's mean and
 * design temperatures with days that last, sun by latitude and cloud, wind that comes and goes, price and carbon with
 * the means of the row. It is a shape to size storage and plant by, not a record of any year.
 */
export function syntheticYear(region: Place): SiteYear {
  const random = seeded(region.id)
  const weather = syntheticWeatherYear(region, persistent(random, PERSISTENCE.weatherDay))
  const solar = sunOf(region.lat, persistent(random, PERSISTENCE.cloudDay))
  const wind = windOf(region.lat, persistent(random, PERSISTENCE.windHour))
  const [sunMean, windMean] = [meanOf(solar), meanOf(wind)]
  const price = HOURS.map((hour) => {
    const [sun, blow] = [solar[hour]! - sunMean, wind[hour]! - windMean]
    const strain = PRICE.perKelvin * Math.abs(weather.dryBulbC[hour]! - COMFORT_C)
    return Math.max(LEAST, 1 + PRICE.daily * peaks(hour % 24) + strain - PRICE.sun * sun - PRICE.wind * blow)
  })
  const carbon = HOURS.map(
    (hour) => 1 - CARBON.sun * (solar[hour]! - sunMean) - CARBON.wind * (wind[hour]! - windMean),
  )
  return {
    usdPerMwh: scaled(price, region.priceUsdMwh),
    kgCo2PerMwh: scaled(carbon, region.gco2KwhDirect),
    solar,
    wind,
    weather: { place: region.id, ...weather },
  }
}

function syntheticWeatherYear(region: Place, disorder: () => number) {
  const law = weatherLaw(region)
  const byDay = Array.from({ length: DAYS }, disorder)
  const hours = HOURS.map((hour) => {
    const day = Math.floor(hour / 24)
    return law(((day + 0.5) / DAYS) * 4 - 0.5, (hour % 24) + 0.5, byDay[day]!)
  })
  return {
    dryBulbC: hours.map((own) => own.dryBulbC),
    wetBulbC: hours.map((own) => own.wetBulbC),
  }
}

/** Output of panels per MW: sine of the sun's height, dimmed by the cloud of the day. */
function sunOf(lat: number, cloud: () => number): number[] {
  const clear = Array.from({ length: DAYS }, () => Math.min(1, Math.max(0.15, 0.75 + 0.22 * cloud())))
  return HOURS.map((hour) => {
    const day = Math.floor(hour / 24)
    const declination = 23.45 * RADIANS * Math.sin(((284 + day + 1) / DAYS) * 2 * Math.PI)
    const angle = ((hour % 24) + 0.5 - 12) * 15 * RADIANS
    const height =
      Math.sin(lat * RADIANS) * Math.sin(declination) +
      Math.cos(lat * RADIANS) * Math.cos(declination) * Math.cos(angle)
    return Math.max(0, height) * clear[day]!
  })
}

/** Output of wind per MW: calm to full after a persistent disorder, windier in winter away from the equator. */
function windOf(lat: number, disorder: () => number): number[] {
  const winter = lat >= 0 ? 15 : 197
  const season = Math.min(0.5, Math.abs(lat) / 80)
  return HOURS.map((hour) => {
    const day = Math.floor(hour / 24)
    const z = 1.3 * disorder() - 0.5 + season * Math.cos(((day - winter) / DAYS) * 2 * Math.PI)
    return 1 / (1 + Math.exp(-z))
  })
}

/** Two rounded peaks, at eight and at nineteen, and a trough at three: from -1 to 1. */
function peaks(hour: number): number {
  const near = (at: number) => Math.exp(-(((hour - at) / 2.5) ** 2))
  return near(8) * 0.7 + near(19) - 0.9 * near(3) - 0.2
}

function scaled(values: readonly number[], mean: number): number[] {
  const own = meanOf(values)
  return values.map((value) => (value * mean) / own)
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
