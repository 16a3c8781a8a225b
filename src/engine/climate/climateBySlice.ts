import type { RegionRow } from '../../plan/catalog/siteRows.ts'
import { coolingOverhead } from './coolingOverhead.ts'
import { designDay } from './designDay.ts'

interface Question {
  readonly technologyId: string
  readonly region: Pick<RegionRow, 'lat' | 'meanDbC' | 'ashrae04DbC' | 'ashrae04WbC'>
  readonly electricalLossShare: number
  readonly slices: readonly { readonly hours: readonly number[] }[]
  readonly utcOffsetH: number
  /** Times of the year, in quarters, 0 the middle of the first; the middles of its four unless given. */
  readonly times?: readonly number[]
}

const MIDDLES_OF_QUARTERS = [0, 1, 2, 3]

/** 99.6 % point of the normal law: the ASHRAE 0.4 % design condition is so many deviations above the mean. */
const DESIGN_DEVIATIONS = 2.652
const DAILY_SWING_C = 4
/** Deviations at which each quarter is sampled around its mean: quintile midpoints of the normal law. */
const SAMPLES = [-1.2816, -0.5244, 0, 0.5244, 1.2816]

export interface WeatherSample {
  readonly dryBulbC: number
  readonly wetBulbC: number
}

/**
 * Synthetic weather at a time of the year (in quarters, 0 the middle of the first), a local hour and so many deviations
 * of what is neither season nor day: a yearly and a daily sine and normal scatter whose total deviation meets the
 * region's mean and ASHRAE 0.4 % design temperatures.
 */
export function weatherLaw(
  region: Question['region'],
): (quarter: number, localHour: number, deviations: number) => WeatherSample {
  const sigma = Math.max(0, (region.ashrae04DbC - region.meanDbC) / DESIGN_DEVIATIONS)
  const dailySigma = Math.min(DAILY_SWING_C / Math.SQRT2, sigma / 2)
  const rest = Math.sqrt(sigma ** 2 - dailySigma ** 2)
  // Four fifths of what is not daily is the season, the rest weather.
  const seasonal = rest * Math.sqrt(0.8) * Math.SQRT2
  const scatter = rest * Math.sqrt(0.2)
  const wetMean = region.ashrae04WbC - DESIGN_DEVIATIONS * 0.75 * sigma
  const summer = region.lat >= 0 ? 2.06 : 0.06
  return (quarter, localHour, deviations) => {
    const season = seasonal * Math.cos(((quarter - summer) / 4) * 2 * Math.PI)
    const local = (localHour + 24) % 24
    const day = dailySigma * Math.SQRT2 * Math.cos(((local - 15) / 24) * 2 * Math.PI)
    const above = season + day + scatter * deviations
    const dryBulbC = region.meanDbC + above
    return { dryBulbC, wetBulbC: Math.min(dryBulbC, wetMean + 0.75 * above) }
  }
}

/** Five samples of it at a time of the year. */
export function syntheticWeather(
  region: Question['region'],
): (quarter: number, localHour: number) => WeatherSample[] {
  const law = weatherLaw(region)
  return (quarter, localHour) => SAMPLES.map((deviations) => law(quarter, localHour, deviations))
}

/**
 * Facility MW per IT MW by time of the year and slice, from synthetic weather.
 */
export function climateBySlice(question: Question): {
  readonly pue: number[][]
  readonly pueDesign: number
  readonly wueLPerKwh: number[][]
} {
  const {
    technologyId,
    region,
    electricalLossShare,
    slices,
    utcOffsetH,
    times = MIDDLES_OF_QUARTERS,
  } = question
  const weather = syntheticWeather(region)
  const at = (time: number, hour: number) =>
    weather(time, hour + utcOffsetH).map(({ dryBulbC, wetBulbC }) =>
      coolingOverhead(technologyId, dryBulbC, wetBulbC),
    )
  const table = (pick: (overhead: ReturnType<typeof coolingOverhead>) => number) =>
    times.map((time) =>
      slices.map((slice) => {
        const all = slice.hours.flatMap((hour) => at(time, hour + 0.5).map(pick))
        return all.reduce((sum, value) => sum + value, 0) / all.length
      }),
    )
  const { dryC, wetC } = designDay(undefined, region)
  const design = coolingOverhead(technologyId, dryC, wetC)
  return {
    pue: table((overhead) => 1 + overhead.kwPerKwIt + electricalLossShare),
    pueDesign: 1 + design.kwPerKwIt + electricalLossShare,
    wueLPerKwh: table((overhead) => overhead.litresPerKwhIt),
  }
}
