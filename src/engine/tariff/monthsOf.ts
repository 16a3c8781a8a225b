import type { TariffCase } from '../../plan/cases/tariffCase.ts'
import { HOURS_PER_DAY } from '../../plan/units.ts'

/** What a month's bill is made of. */
export interface MonthUse {
  readonly peakMw: number
  readonly energyMwh: number
  readonly contractedMw: number
  readonly demandChargeUsdPerKwMonth: number
  /** Energy at its price. */
  readonly energyUsd: number
  /** [window] highest MW within each demand window. */
  readonly windowPeaksMw: readonly number[]
}

const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The months of a case: as given, or cut out of the hours of a calendar year. */
export function monthsOf(tariff: TariffCase): MonthUse[] {
  if (tariff.hourlyMw) return monthsOfHours(tariff, tariff.hourlyMw)
  return tariff.months.map((own) => ({
    peakMw: own.peakMw,
    energyMwh: own.energyMwh,
    contractedMw: own.contractedMw ?? tariff.contractedMw,
    demandChargeUsdPerKwMonth: own.demandChargeUsdPerKwMonth ?? tariff.demandChargeUsdPerKwMonth,
    energyUsd: own.energyMwh * (own.energyUsdPerMwh ?? tariff.energyUsdPerMwh),
    windowPeaksMw: tariff.demandWindows.map(({ name }) => own.windowPeaksMw?.[name] ?? 0),
  }))
}

function monthsOfHours(tariff: TariffCase, hourlyMw: readonly number[]): MonthUse[] {
  const { contractedMw, demandChargeUsdPerKwMonth } = tariff
  const price = (hour: number) => tariff.hourlyUsdPerMwh?.[hour] ?? tariff.energyUsdPerMwh
  let first = 0
  return DAYS_OF_MONTH.map((days) => {
    const hours = hourlyMw.slice(first, first + days * HOURS_PER_DAY)
    const start = first
    first += hours.length
    return {
      contractedMw,
      demandChargeUsdPerKwMonth,
      peakMw: Math.max(...hours),
      energyMwh: hours.reduce((sum, mw) => sum + mw, 0),
      energyUsd: hours.reduce((sum, mw, i) => sum + mw * price(start + i), 0),
      windowPeaksMw: tariff.demandWindows.map((window) =>
        hours.reduce((most, mw, i) => (isWithin(tariff, window, start + i) ? Math.max(most, mw) : most), 0),
      ),
    }
  })
}

const DAYS_OF_WEEK = 7
const WEEKDAYS = 5

function isWithin(
  { firstWeekday }: TariffCase,
  { hours, weekdaysOnly }: TariffCase['demandWindows'][number],
  hour: number,
): boolean {
  const day = Math.floor(hour / HOURS_PER_DAY)
  const isWeekday = (firstWeekday - 1 + day) % DAYS_OF_WEEK < WEEKDAYS
  return hours.includes(hour % HOURS_PER_DAY) && (!weekdaysOnly || isWeekday)
}
