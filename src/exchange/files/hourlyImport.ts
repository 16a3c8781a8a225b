import { parseHourlyCsv } from '../../catalog/import/parseHourlyCsv.ts'
import { HOURLY_RULES, readSiteYear } from '../../engine/time/readSiteYear.ts'
import { type SiteYear, siteProfiles } from '../../engine/time/siteProfiles.ts'
import { AppFault } from '../../plan/fault.ts'
import { readPlan } from '../../plan/readPlan.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { Site } from '../../plan/schema/site.ts'
import { HOURS_PER_DAY } from '../../plan/units.ts'
import { toCell } from '../cells.ts'
import type { Outcome } from '../changes.ts'

/** Years of hours of one site: spot price in USD/MWh, fixed IT load in MW, grid carbon in kg/MWh, weather as EPW. */
export const HOURLY_TARGETS = ['hourly-price', 'hourly-load', 'hourly-carbon', 'weather-epw'] as const
export type HourlyTarget = (typeof HOURLY_TARGETS)[number]

const TYPICAL_DAYS = 5
const MOST_NOTE = 2000
/** Digits of a share or a factor of an hour that a year of metering carries. */
const DIGITS = 6

/** A value of the site, and what is shown of it where it is no plain value. */
interface Field {
  readonly path: readonly [part: keyof Site, field?: string]
  readonly value: unknown
  readonly shown?: string
}

/** What a year of hours would make of one site: mean or peak, the shape of the mean day, and means by month. */
export function importHours(
  plan: Plan,
  {
    target,
    siteId,
    text,
    fileName,
  }: {
    readonly target: HourlyTarget
    readonly siteId: string
    readonly text: string
    readonly fileName: string
  },
): Outcome {
  const site = plan.sites.find((own) => own.id === siteId)
  if (!site) {
    throw new AppFault('not-found', 'The plan has no such site', [
      { path: 'site', value: siteId, expected: `one of ${plan.sites.map(({ id }) => id).join(', ')}` },
    ])
  }
  const fields = READERS[target](text, site, fileName)
  const next = structuredClone(site) as unknown as Record<string, unknown>
  const changes = fields.map(({ path: [part, field], value, shown }) => {
    const holder = field === undefined ? next : (next[part] as Record<string, unknown>)
    const before = holder[field ?? part]
    holder[field ?? part] = value
    return {
      kind: 'changed' as const,
      where: `sites, ${siteId}`,
      field: field === undefined ? part : `${part}.${field}`,
      before: shown === undefined ? toCell(before) : noteOf(before),
      after: shown ?? toCell(value),
    }
  })
  const provenance = Object.fromEntries(
    fields.map(({ path }) => [`sites[${siteId}].${path.join('.')}`, { source: `Made of ${fileName}` }]),
  )
  const sites = plan.sites.map((own) => (own.id === siteId ? next : own))
  return {
    plan: readPlan({ ...plan, sites, provenance: { ...plan.provenance, ...provenance } }),
    changes,
    faults: [],
  }
}

const READERS: Readonly<
  Record<HourlyTarget, (text: string, site: Site, fileName: string) => readonly Field[]>
> = {
  'hourly-price': (text, site, fileName) => {
    const prices = parseHourlyCsv(text, HOURLY_RULES.price)
    const mean = meanOf(prices)
    const shown = `${fileName}: ${round(mean)} USD/MWh`
    return [
      { path: ['power', 'energyUsdPerMwh'], value: round(mean) },
      {
        path: ['power', 'energyPriceByHour'],
        value: byHour(prices).map((price) => (mean > 0 ? round(price / mean) : 1)),
      },
      withProfiles(site, fileName, { usdPerMwh: prices }, shown),
    ]
  },
  'hourly-load': (text, site, fileName) => {
    const load = parseHourlyCsv(text, HOURLY_RULES.load)
    const hours = byHour(load)
    const peak = load.reduce((most, mw) => Math.max(most, mw), 0)
    return [
      { path: ['facility', 'fixedItMw'], value: round(peak) },
      {
        path: ['facility', 'fixedItShareByHour'],
        value: hours.map((mw) => (peak > 0 ? round(mw / peak) : 0)),
      },
      ...(peak > 0 ? [withProfiles(site, fileName, { load }, `${fileName}: ${round(peak)} MW`)] : []),
    ]
  },
  'hourly-carbon': (text, site, fileName) => {
    const year = readSiteYear({ carbon: text })
    const shown = `${fileName}: ${round(meanOf(year.kgCo2PerMwh!))} kg/MWh`
    return [withProfiles(site, fileName, year, shown)]
  },
  'weather-epw': (text, site, fileName) => {
    const year = readSiteYear({ epw: text })
    const { place, dryBulbC } = year.weather!
    return [
      withProfiles(site, fileName, year, `${fileName}: ${place}, ${round(meanOf(dryBulbC)).toFixed(1)} °C`),
    ]
  },
}

/** What the site has of hours already stays; its representative days are those of the files they were made of. */
function withProfiles(site: Site, fileName: string, year: SiteYear, shown: string): Field {
  const made = siteProfiles(year, { typicalDays: TYPICAL_DAYS, note: `Imported from ${fileName}` })
  const before = site.profiles
  const value = before
    ? { ...before, ...made, note: `${before.note}; ${fileName}`.slice(0, MOST_NOTE), days: before.days }
    : made
  return { path: ['profiles'], value, shown }
}

function noteOf(profiles: unknown): string | null {
  const note: unknown = typeof profiles === 'object' && profiles ? Reflect.get(profiles, 'note') : null
  return typeof note === 'string' ? note : null
}

function byHour(values: readonly number[]): number[] {
  return Array.from({ length: HOURS_PER_DAY }, (_, hour) =>
    meanOf(values.filter((_value, index) => index % HOURS_PER_DAY === hour)),
  )
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

function round(value: number): number {
  return Number(value.toPrecision(DIGITS))
}
