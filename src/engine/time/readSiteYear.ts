import { parseEpw } from '../../catalog/import/parseEpw.ts'
import { type HourlyRules, parseHourlyCsv } from '../../catalog/import/parseHourlyCsv.ts'
import { AppFault } from '../../plan/fault.ts'
import { wetBulbC } from '../climate/wetBulb.ts'
import type { SiteYear } from './siteProfiles.ts'

export const HOURLY_RULES = {
  load: { what: 'load, MW', least: 0, most: 1e6 },
  price: { what: 'price, USD/MWh', least: -1000, most: 20_000 },
  carbon: { what: 'carbon, kg/MWh', least: 0, most: 2000 },
  supply: { what: 'output per MW', least: 0, most: 1.2 },
  solar: { what: 'output of sun per MW', least: 0, most: 1.2 },
  wind: { what: 'output of wind per MW', least: 0, most: 1.2 },
} as const satisfies Record<string, HourlyRules>

/** Texts of files by what is in them. */
export type HourlyTexts = Partial<Record<keyof typeof HOURLY_RULES | 'epw', string | undefined>>

/** A year of hours from the texts of its files; faults name the file by what is in it, and the row. */
export function readSiteYear(texts: HourlyTexts): SiteYear {
  const hours = (name: keyof typeof HOURLY_RULES) => {
    const text = texts[name]
    return text === undefined ? undefined : within(name, () => parseHourlyCsv(text, HOURLY_RULES[name]))
  }
  const { epw } = texts
  return {
    load: hours('load'),
    usdPerMwh: hours('price'),
    kgCo2PerMwh: hours('carbon'),
    supply: hours('supply'),
    solar: hours('solar'),
    wind: hours('wind'),
    weather: epw === undefined ? undefined : within('epw', () => readWeather(epw)),
  }
}

function within<T>(name: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof AppFault)) throw error
    const faults = error.faults.map((own) => ({ ...own, path: `${name}, ${own.path}` }))
    throw new AppFault(error.code, error.message, faults)
  }
}

function readWeather(text: string): SiteYear['weather'] {
  const { place, dryBulbC, humidityPercent } = parseEpw(text)
  return { place, dryBulbC, wetBulbC: dryBulbC.map((dry, hour) => wetBulbC(dry, humidityPercent[hour]!)) }
}
