import { getRegion } from '../../../../catalog/find.ts'
import type { AuditLine } from '../../../../plan/result/audit.ts'
import type { RepresentativeDay, SiteProfiles } from '../../../../plan/schema/profiles.ts'
import type { Site } from '../../../../plan/schema/site.ts'
import { type Audited, buildPath, listBuilds, sumOf } from '../../audited.ts'
import { agrees } from '../../line.ts'
import { yearMean } from '../../powerBlocks.ts'
import { type Said, say } from '../../said.ts'

const CHECK = 'days'
/** Days are scaled to the mean of the year, then rounded. */
const MEAN_TOLERANCE = 0.005
/** The day of the highest load is one of them. */
const PEAK_TOLERANCE = 0.005
/** What a few days may miss of the load duration, of the highest load: not held by scaling, as the mean is. */
const DURATION_TOLERANCE = 0.05
/** The same in the few highest hours, of which a few days have few. */
const TAIL_TOLERANCE = 0.1
const TAIL_SHARE = 0.02
/** What a few days may miss of price and carbon moving with the load. */
const LOAD_TOLERANCE = 0.03

/**
 * Representative days: their blocks have the hours of the plan's slices, they are those of the plan, and their means,
 * peak and load duration, and what they say of price and carbon in the hours of the load, are those of the 8,760 hours
 * that they stand for.
 */
export function checkDays(audited: Audited): AuditLine[] {
  return [
    ...hourLines(audited),
    ...audited.plan.sites.flatMap((site) => {
      const used = audited.result.siteDays.find(({ siteId }) => siteId === site.id)
      if (!used) return site.profiles?.year ? yearLines(site, site.profiles.days, site.profiles.year) : []
      if (used.isSynthetic) return syntheticLines(audited, site, used.days)
      return [
        ownLine(site, used.days),
        ...(site.profiles?.year ? yearLines(site, used.days, site.profiles.year) : []),
      ]
    }),
  ]
}

function hourLines(audited: Audited): AuditLine[] {
  const { slices } = audited.result
  return listBuilds(audited).flatMap(({ site, build }) => {
    if (build.dayBlocks.length === 0) return []
    const hours = slices.map((slice, h) => ({
      claimed: sumOf(build.dayBlocks, (own) => (own.slice === h ? own.hours : 0)),
      recomputed: slice.hoursPerPeriod,
    }))
    const worst = hours.reduce((most, own) =>
      Math.abs(own.claimed - own.recomputed) > Math.abs(most.claimed - most.recomputed) ? own : most,
    )
    return [
      agrees({
        check: CHECK,
        path: buildPath(build, 'dayBlocks'),
        what: say`Hours of the representative days of ${site} in ${build.period}, in the slice where they differ most`,
        ...worst,
        unit: 'h',
        toleranceShare: 1e-6,
      }),
    ]
  })
}

function ownLine(site: Site, days: readonly RepresentativeDay[]): AuditLine {
  const own = site.profiles?.days ?? []
  return agrees({
    check: CHECK,
    path: `siteDays[${site.id}]`,
    what: say`Representative days of ${site} that are the plan's own`,
    claimed: days.length,
    recomputed: own.filter((day, i) => JSON.stringify(day) === JSON.stringify(days[i])).length,
    unit: 'days',
    toleranceShare: 0,
  })
}

type Year = NonNullable<SiteProfiles['year']>

function yearLines(site: Site, days: readonly RepresentativeDay[], year: Year): AuditLine[] {
  const line = (
    what: Said,
    unit: string,
    claimed: number | undefined,
    hours: number | undefined,
    share: number,
  ) =>
    claimed === undefined || hours === undefined
      ? []
      : [
          agrees({
            check: CHECK,
            path: `sites[${site.id}].profiles`,
            what: say`${what} at ${site} on its representative days, against the 8,760 hours`,
            claimed,
            recomputed: hours,
            unit,
            toleranceShare: share,
            noise: 1e-3,
          }),
        ]
  const price = (day: RepresentativeDay) => day.usdPerMwh
  const carbon = (day: RepresentativeDay) => day.kgCo2PerMwh
  return [
    ...line(
      say`Mean load`,
      'of the highest',
      yearMean(days, (day) => day.loadShare),
      year.loadShare,
      MEAN_TOLERANCE,
    ),
    ...durationLines(site, days, year),
    ...line(say`Mean price`, 'USD/MWh', yearMean(days, price), year.usdPerMwh, MEAN_TOLERANCE),
    ...line(say`Mean carbon`, 'kg/MWh', yearMean(days, carbon), year.kgCo2PerMwh, MEAN_TOLERANCE),
    ...line(
      say`Price in the hours of the load`,
      'USD/MWh',
      ofLoad(days, price),
      year.usdPerMwhOfLoad,
      LOAD_TOLERANCE,
    ),
    ...line(
      say`Carbon in the hours of the load`,
      'kg/MWh',
      ofLoad(days, carbon),
      year.kgCo2PerMwhOfLoad,
      LOAD_TOLERANCE,
    ),
  ]
}

/** Highest load, and the load that is exceeded in shares of the hours, both over the highest of the year. */
function durationLines(site: Site, days: readonly RepresentativeDay[], year: Year): AuditLine[] {
  const hours = days
    .flatMap(({ weightDays, loadShare = [] }) => loadShare.map((share) => ({ weightDays, share })))
    .sort((a, b) => b.share - a.share)
  if (year.loadDuration === undefined || hours.length === 0) return []
  const all = sumOf(hours, ({ weightDays }) => weightDays)
  const exceededIn = (hoursShare: number): number => {
    let passed = 0
    for (const { weightDays, share } of hours) {
      passed += weightDays
      if (passed > hoursShare * all) return share
    }
    return 0
  }
  const line = (what: Said, claimed: number, recomputed: number, tolerance: number) =>
    agrees({
      ...{ check: CHECK, path: `sites[${site.id}].profiles`, claimed, recomputed, unit: 'of the highest' },
      what: say`${what} at ${site} on its representative days, against the 8,760 hours (${tolerance * 100} % of the highest allowed)`,
      ...{ toleranceShare: 0, noise: tolerance },
    })
  return [
    line(say`Highest load`, hours[0]!.share, 1, PEAK_TOLERANCE),
    ...year.loadDuration.map(({ hoursShare, loadShare }) =>
      line(
        say`Load exceeded in ${hoursShare * 100} % of the hours`,
        exceededIn(hoursShare),
        loadShare,
        hoursShare < TAIL_SHARE ? TAIL_TOLERANCE : DURATION_TOLERANCE,
      ),
    ),
  ]
}

/** Mean of a series weighted by load. */
function ofLoad(
  days: readonly RepresentativeDay[],
  pick: (day: RepresentativeDay) => readonly number[] | undefined,
): number | undefined {
  const load = yearMean(days, (day) => day.loadShare)
  const both = yearMean(days, (day) => pick(day)?.map((value, hour) => value * (day.loadShare?.[hour] ?? 0)))
  return load && both !== undefined ? both / load : undefined
}

function syntheticLines({ catalog }: Audited, site: Site, days: readonly RepresentativeDay[]): AuditLine[] {
  const region = getRegion(catalog, site.catalogRegionId)
  const shared = { check: CHECK, path: `siteDays[${site.id}]`, toleranceShare: MEAN_TOLERANCE }
  const price = yearMean(days, (day) => day.usdPerMwh)
  const carbon = yearMean(days, (day) => day.kgCo2PerMwh)
  return [
    ...(price === undefined
      ? []
      : [
          agrees({
            ...shared,
            what: say`Mean price of the synthetic days of ${site}`,
            claimed: price,
            recomputed: site.power.energyUsdPerMwh ?? region.priceUsdMwh,
            unit: 'USD/MWh',
          }),
        ]),
    ...(carbon === undefined
      ? []
      : [
          agrees({
            ...shared,
            what: say`Mean carbon of the synthetic days of ${site}`,
            claimed: carbon,
            recomputed: region.gco2KwhDirect,
            unit: 'kg/MWh',
          }),
        ]),
  ]
}
