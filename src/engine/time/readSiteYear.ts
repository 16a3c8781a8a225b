import { parseEpw } from '../../catalog/import/parseEpw.ts'
import { type HourlyRules, parseHourlyCsv } from '../../catalog/import/parseHourlyCsv.ts'
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

/** A year of hours from the texts of its files; faults name the row. */
export function readSiteYear(texts: HourlyTexts): SiteYear {
  const hours = (name: keyof typeof HOURLY_RULES) =>
    texts[name] === undefined ? undefined : parseHourlyCsv(texts[name], HOURLY_RULES[name])
  return {
    load: hours('load'),
    usdPerMwh: hours('price'),
    kgCo2PerMwh: hours('carbon'),
    supply: hours('supply'),
    solar: hours('solar'),
    wind: hours('wind'),
    weather: texts.epw === undefined ? undefined : readWeather(texts.epw),
  }
}

function readWeather(text: string): SiteYear['weather'] {
  const { place, dryBulbC, humidityPercent } = parseEpw(text)
  return { place, dryBulbC, wetBulbC: dryBulbC.map((dry, hour) => wetBulbC(dry, humidityPercent[hour]!)) }
}
