import { coolingOverhead } from './coolingOverhead.ts'

/** Hour by hour, of one year: deg C. */
export interface HourlyWeather {
  readonly dryBulbC: readonly number[]
  readonly wetBulbC: readonly number[]
}

export interface HourlyCooling {
  /** [hour] facility over IT. */
  readonly pue: readonly number[]
  /** [hour] litres per kWh of IT. */
  readonly wueLPerKwh: readonly number[]
  readonly meanPue: number
  readonly highestPue: number
  readonly meanWueLPerKwh: number
}

/**
 * PUE and WUE of a technology through a year of weather. Means are weighted by the IT load of each hour, which is
 * constant unless given: facility energy over IT energy, and water over IT energy.
 */
export function hourlyCooling(
  technologyId: string,
  { dryBulbC, wetBulbC }: HourlyWeather,
  electricalLossShare: number,
  itLoad?: readonly number[],
): HourlyCooling {
  const hours = dryBulbC.map((dry, hour) =>
    coolingOverhead(technologyId, dry, Math.min(dry, wetBulbC[hour]!)),
  )
  const pue = hours.map((own) => 1 + own.kwPerKwIt + electricalLossShare)
  const wueLPerKwh = hours.map((own) => own.litresPerKwhIt)
  return {
    pue,
    wueLPerKwh,
    meanPue: mean(pue, itLoad),
    highestPue: pue.reduce((most, value) => Math.max(most, value), 0),
    meanWueLPerKwh: mean(wueLPerKwh, itLoad),
  }
}

function mean(values: readonly number[], weights?: readonly number[]): number {
  const weight = (hour: number) => weights?.[hour] ?? 1
  const all = values.reduce((sum, _, hour) => sum + weight(hour), 0)
  return values.reduce((sum, value, hour) => sum + value * weight(hour), 0) / all
}
