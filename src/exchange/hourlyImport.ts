import { parseEpw } from '../catalog/import/parseEpw.ts'
import { parseHourlyCsv } from '../catalog/import/parseHourlyCsv.ts'
import { hourlyCooling } from '../engine/climate/hourlyCooling.ts'
import { wetBulbC } from '../engine/climate/wetBulb.ts'
import { AppFault } from '../plan/fault.ts'
import { readPlan } from '../plan/readPlan.ts'
import type { Plan } from '../plan/schema/plan.ts'
import type { Site } from '../plan/schema/site.ts'
import type { Outcome } from './applyTables.ts'
import { toCell } from './cells.ts'

/** Years of hours that become fields of one site: spot price in USD/MWh, fixed IT load in MW, weather as EPW. */
export const HOURLY_TARGETS = ['hourly-price', 'hourly-load', 'weather-epw'] as const
export type HourlyTarget = (typeof HOURLY_TARGETS)[number]

const HOURS_PER_DAY = 24
/** Digits of a share or a factor of an hour that a year of metering carries. */
const DIGITS = 6

type Fields = readonly (readonly [path: readonly [keyof Site, string], value: unknown])[]

/** What a year of hours would make of one site: means and the shape of the mean day. */
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
  const fields = READERS[target](text, site)
  const next = structuredClone(site) as unknown as Record<string, Record<string, unknown>>
  const changes = fields.map(([[part, field], value]) => {
    const before = next[part]![field]
    next[part]![field] = value
    return {
      kind: 'changed' as const,
      where: `sites, ${siteId}`,
      field: `${part}.${field}`,
      before: toCell(before),
      after: toCell(value),
    }
  })
  const provenance = Object.fromEntries(
    fields.map(([[part, field]]) => [`sites[${siteId}].${part}.${field}`, { source: `Made of ${fileName}` }]),
  )
  const sites = plan.sites.map((own) => (own.id === siteId ? next : own))
  return {
    plan: readPlan({ ...plan, sites, provenance: { ...plan.provenance, ...provenance } }),
    changes,
    faults: [],
  }
}

const READERS: Readonly<Record<HourlyTarget, (text: string, site: Site) => Fields>> = {
  'hourly-price': (text) => {
    const prices = parseHourlyCsv(text, { what: 'price, USD/MWh', least: 0, most: 20_000 })
    const mean = meanOf(prices)
    return [
      [['power', 'energyUsdPerMwh'], round(mean)],
      [['power', 'energyPriceByHour'], byHour(prices).map((price) => (mean > 0 ? round(price / mean) : 1))],
    ]
  },
  'hourly-load': (text) => {
    const load = parseHourlyCsv(text, { what: 'IT load, MW', least: 0, most: 100_000 })
    const hours = byHour(load)
    const peak = Math.max(...hours)
    return [
      [['facility', 'fixedItMw'], round(peak)],
      [['facility', 'fixedItShareByHour'], hours.map((mw) => (peak > 0 ? round(mw / peak) : 0))],
    ]
  },
  'weather-epw': (text, { facility }) => {
    const { dryBulbC, humidityPercent } = parseEpw(text)
    const wet = dryBulbC.map((dry, hour) => wetBulbC(dry, humidityPercent[hour]!))
    const losses = facility.electricalLossShare
    const cooling = hourlyCooling(facility.coolingTechnologyId, { dryBulbC, wetBulbC: wet }, losses)
    return [
      [['facility', 'givenPue'], round(cooling.meanPue)],
      [['facility', 'givenPueDesign'], round(cooling.highestPue)],
      [['facility', 'givenWueLPerKwh'], round(cooling.meanWueLPerKwh)],
    ]
  },
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
