import { MONTHS_PER_YEAR } from '../../plan/calendar.ts'
import type { TariffCase } from '../../plan/cases/tariffCase.ts'
import { KW_PER_MW } from '../../plan/units.ts'
import { type MonthUse, monthsOf } from './monthsOf.ts'

export interface MonthBill {
  /** Month of the year, 1 to 12. */
  readonly month: number
  readonly meteredMw: number
  readonly minimumTakeMw: number
  readonly ratchetMw: number
  readonly billedMw: number
  /** Which of the three set the bill. */
  readonly setBy: 'meter' | 'minimum take' | 'ratchet'
  readonly demandUsd: number
  /** Demand windows of the month, each on its own highest MW. */
  readonly windows: readonly { readonly name: string; readonly peakMw: number; readonly demandUsd: number }[]
  readonly energyMwh: number
  readonly energyUsd: number
  readonly fixedUsd: number
  readonly totalUsd: number
}

export interface YearBill {
  readonly months: readonly MonthBill[]
  readonly demandUsd: number
  readonly windowsUsd: number
  readonly energyUsd: number
  readonly fixedUsd: number
  readonly totalUsd: number
}

/**
 * Bills month by month:
 *
 *   billed = max(metered, minimum take x contracted, ratchet x highest peak of the look-back)
 *
 * Demand windows (hours of the day in some months) are charged beside it, each on its own highest MW.
 *
 * The ratchet looks at the peaks of the months before, those of the named months of the year alone where some are
 * named: metered ones, or billed ones where the tariff says so. In a year that repeats, the months before the first
 * are the last of the same year.
 */
export function yearBill(tariff: TariffCase): YearBill {
  const months = monthsOf(tariff)
  const billed = billedMw(tariff, months)
  const bills = months.map((own, i): MonthBill => {
    const minimumTakeMw = tariff.minimumTakeShare * own.contractedMw
    const ratchetMw = ratchetOf(tariff, tariff.ratchetBasis === 'billed' ? billed : meteredOf(months), i)
    const demandUsd = billed[i]! * KW_PER_MW * own.demandChargeUsdPerKwMonth
    const windows = windowsOf(tariff, own, monthOf(tariff, i))
    return {
      month: monthOf(tariff, i),
      meteredMw: own.peakMw,
      minimumTakeMw,
      ratchetMw,
      billedMw: billed[i]!,
      setBy: billed[i] === own.peakMw ? 'meter' : billed[i] === minimumTakeMw ? 'minimum take' : 'ratchet',
      demandUsd,
      windows,
      energyMwh: own.energyMwh,
      energyUsd: own.energyUsd,
      fixedUsd: tariff.fixedUsdPerMonth,
      totalUsd: demandUsd + sumUsd(windows) + own.energyUsd + tariff.fixedUsdPerMonth,
    }
  })
  const sum = (pick: (own: MonthBill) => number) => bills.reduce((total, own) => total + pick(own), 0)
  return {
    months: bills,
    demandUsd: sum((own) => own.demandUsd),
    windowsUsd: sum((own) => sumUsd(own.windows)),
    energyUsd: sum((own) => own.energyUsd),
    fixedUsd: sum((own) => own.fixedUsd),
    totalUsd: sum((own) => own.totalUsd),
  }
}

function windowsOf(
  { demandWindows }: TariffCase,
  { windowPeaksMw }: MonthUse,
  month: number,
): MonthBill['windows'] {
  return demandWindows.flatMap(({ name, usdPerKwMonth, months }, w) => {
    const peakMw = windowPeaksMw[w]!
    const isCharged = months.length === 0 || months.includes(month)
    return isCharged ? [{ name, peakMw, demandUsd: peakMw * KW_PER_MW * usdPerKwMonth }] : []
  })
}

function sumUsd(windows: MonthBill['windows']): number {
  return windows.reduce((sum, own) => sum + own.demandUsd, 0)
}

type Months = ReturnType<typeof monthsOf>

const meteredOf = (months: Months): number[] => months.map((own) => own.peakMw)

/**
 * [month] MW billed. Billed peaks that a ratchet looks at are billed by it in turn: in a year that repeats the months
 * are gone round until nothing changes (a ratchet of at most 1 lifts none above the highest).
 */
function billedMw(tariff: TariffCase, months: Months): number[] {
  const metered = meteredOf(months)
  const billed = [...metered]
  for (;;) {
    const before = [...billed]
    months.forEach((own, i) => {
      const looked = tariff.ratchetBasis === 'billed' ? billed : metered
      const least = tariff.minimumTakeShare * own.contractedMw
      billed[i] = Math.max(own.peakMw, least, ratchetOf(tariff, looked, i))
    })
    if (billed.every((mw, i) => mw === before[i])) return billed
  }
}

function ratchetOf(tariff: TariffCase, peaksMw: readonly number[], i: number): number {
  const { ratchetShare, ratchetMonths, ratchetOnlyMonths: only, earlierPeaksMw: earlier } = tariff
  let highest = 0
  for (let before = 1; before <= ratchetMonths; before++) {
    const at = i - before
    if (only.length > 0 && !only.includes(monthOf(tariff, at))) continue
    const count = peaksMw.length
    const wrapped = tariff.yearRepeats ? ((at % count) + count) % count : at
    highest = Math.max(highest, peaksMw[wrapped] ?? earlier[earlier.length + at] ?? 0)
  }
  return ratchetShare * highest
}

/** Month of the year of a bill; those before the first count backward. */
function monthOf({ startMonth }: TariffCase, index: number): number {
  const month = (startMonth - 1 + index) % MONTHS_PER_YEAR
  return ((month + MONTHS_PER_YEAR) % MONTHS_PER_YEAR) + 1
}
