import { getRegion } from '../../../catalog/find.ts'
import type { Site } from '../../../plan/schema/site.ts'
import { HOURS_PER_YEAR } from '../../../plan/units.ts'
import { coolingOverhead } from '../../climate/coolingOverhead.ts'
import { type Audited, type ListedBuild, listBuilds } from '../audited.ts'
import { firstHourOf, HOURS_PER_WEEK, hoursIn, monthsIn } from '../calendar.ts'
import { coolingMix, overMix } from '../coolingMix.ts'
import { Weeks } from './placeWeek.ts'
import { runSiteWeek, type SiteWeek } from './siteWeek.ts'
import { importedWeather, weatherOf } from './weather.ts'

/** One site in one quarter, run hour by hour. */
export interface SiteQuarter extends ListedBuild {
  readonly week: SiteWeek
  /** Of the period's own hours. */
  readonly itMwh: number
  readonly facilityMwh: number
  readonly waterM3: number
  /** Litres per kWh of IT in the quarter's weather: deviation of its hours over their mean; infinite where that is 0. */
  readonly waterSpread: number
  /** True where no hour of the year asks for water. */
  readonly isDry: boolean
  /** [slice of the result] MW, mean of its hours in the quarter. */
  readonly facilityMwBySlice: readonly number[]
  /** Load at the busiest minute of the week at the region's design temperatures. */
  readonly designMw: number
  /** Load that is exceeded in 35 hours of the whole year's 8,760, at busiest minutes. */
  readonly hotMw: number
}

interface Overheads {
  /** [hour of the year] facility kW per kW of IT. */
  readonly pue: Float64Array
  readonly litresPerKwh: Float64Array
  readonly designPue: number
}

/** Hours of a year that may exceed what is called its peak. */
const HOT_HOURS = 35

/** A result run hour by hour. */
export interface Simulation {
  readonly weeks: Weeks
  readonly sites: readonly SiteQuarter[]
}

/**
 * Every site and quarter of a result over a year of 8,760 hours. What an hour's weather asks of a cooling technology
 * is the one figure shared with the plan's own climate; weather, load and hours are the auditor's.
 */
export function simulate(audited: Audited): Simulation {
  const weeks = new Weeks(audited)
  const overheads = new Map(audited.plan.sites.map((site) => [site.id, overheadsOf(audited, site)]))
  const sites = listBuilds(audited).map(({ site, build, t }) => {
    const week = runSiteWeek(audited, weeks, site, build, t)
    const overhead = overheads.get(site.id)!
    const loadBySlice = audited.result.slices.map(() => ({ sum: 0, hours: 0 }))
    const first = firstHourOf(build.period)
    let itMwh = 0
    let facilityMwh = 0
    let waterM3 = 0
    for (const { ofYear, ofWeek, share } of hoursOf(audited, first)) {
      const mw = week.itMw[ofWeek]! * share
      itMwh += mw
      facilityMwh += mw * overhead.pue[ofYear]!
      waterM3 += mw * overhead.litresPerKwh[ofYear]!
      const slice = loadBySlice[weeks.sliceOfHour[ofWeek]!]
      if (slice) {
        slice.sum += mw * overhead.pue[ofYear]!
        slice.hours += share
      }
    }
    return {
      site,
      build,
      t,
      week,
      itMwh,
      facilityMwh,
      waterM3,
      waterSpread: spreadOf(overhead.litresPerKwh, first, hoursIn(audited.plan)),
      isDry: overhead.litresPerKwh.every((litres) => litres === 0),
      facilityMwBySlice: loadBySlice.map(({ sum, hours }) => (hours > 0 ? sum / hours : 0)),
      designMw: Math.max(...week.peakItMw) * overhead.designPue,
      hotMw: hotMw(week, overhead),
    }
  })
  return { weeks, sites }
}

const DAYS_PER_WEEK = 7

/**
 * The hours of a period from its first on. The weeks of a quarter run on; a month has too few for its weekends to be
 * two days in seven, so each of its days is every day of the week, a seventh each.
 */
function hoursOf({ plan }: Audited, first: number) {
  const turns = monthsIn(plan) === 1 ? DAYS_PER_WEEK : 1
  return Array.from({ length: hoursIn(plan) * turns }, (_, place) => {
    const hour = first + Math.floor(place / turns)
    return {
      ofYear: hour % HOURS_PER_YEAR,
      ofWeek: (hour + (place % turns) * 24) % HOURS_PER_WEEK,
      share: 1 / turns,
    }
  })
}

function overheadsOf({ catalog }: Audited, site: Site): Overheads {
  const { givenPue: known, givenPueDesign, givenWueLPerKwh = 0 } = site.facility
  if (known !== undefined) {
    const all = (value: number) => new Float64Array(HOURS_PER_YEAR).fill(value)
    return { pue: all(known), litresPerKwh: all(givenWueLPerKwh), designPue: givenPueDesign ?? known }
  }
  const { weather } = site.profiles ?? {}
  const region = getRegion(catalog, site.catalogRegionId)
  const mix = coolingMix(site, catalog)
  const { dryC, wetC } = weather ? importedWeather(weather, region.lon) : weatherOf(region)
  const at = (dry: number, wet: number) => {
    const of = (pick: 'kwPerKwIt' | 'litresPerKwhIt') =>
      overMix(mix, ({ id }) => coolingOverhead(id, dry, Math.min(dry, wet))[pick])
    return { kwPerKwIt: of('kwPerKwIt'), litresPerKwhIt: of('litresPerKwhIt') }
  }
  const pueOf = (kwPerKwIt: number) => 1 + site.facility.electricalLossShare + kwPerKwIt
  const hours = Array.from(dryC, (dry, hour) => at(dry, wetC[hour]!))
  return {
    pue: Float64Array.from(hours, (hour) => pueOf(hour.kwPerKwIt)),
    litresPerKwh: Float64Array.from(hours, (hour) => hour.litresPerKwhIt),
    designPue: pueOf(
      at(weather?.designDryBulbC ?? region.ashrae04DbC, weather?.designWetBulbC ?? region.ashrae04WbC)
        .kwPerKwIt,
    ),
  }
}

function spreadOf(year: Float64Array, first: number, hours: number): number {
  let [sum, squares] = [0, 0]
  for (let hour = first; hour < first + hours; hour++) {
    const value = year[hour % HOURS_PER_YEAR]!
    sum += value
    squares += value * value
  }
  const mean = sum / hours
  return mean > 0 ? Math.sqrt(Math.max(0, squares / hours - mean * mean)) / mean : Number.POSITIVE_INFINITY
}

function hotMw(week: SiteWeek, { pue }: Overheads): number {
  const load = Float64Array.from(pue, (own, hour) => own * week.peakItMw[hour % HOURS_PER_WEEK]!)
  return load.sort()[HOURS_PER_YEAR - 1 - HOT_HOURS]!
}
