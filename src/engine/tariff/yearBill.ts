import type { TariffCase } from '../../plan/cases/tariffCase.ts'

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
  readonly energyUsd: number
}

export interface YearBill {
  readonly months: readonly MonthBill[]
  readonly demandUsd: number
  readonly energyUsd: number
  readonly totalUsd: number
}

const KW_PER_MW = 1000

/**
 * Bills month by month:
 *
 *   billed = max(metered, minimum take x contracted, ratchet x highest metered of the look-back)
 *
 * The ratchet looks at metered peaks of the months before, those of the named months of the year alone where some
 * are named.
 */
export function yearBill(tariff: TariffCase): YearBill {
  const earlier = tariff.earlierPeaksMw.length
  const peaks = [...tariff.earlierPeaksMw, ...tariff.months.map((own) => own.peakMw)]
  const monthOf = (index: number) => ((((tariff.startMonth - 1 + index - earlier) % 12) + 12) % 12) + 1
  const counts = (index: number) =>
    tariff.ratchetOnlyMonths.length === 0 || tariff.ratchetOnlyMonths.includes(monthOf(index))
  const months = tariff.months.map(({ peakMw, energyMwh }, i): MonthBill => {
    const index = earlier + i
    const from = Math.max(0, index - tariff.ratchetMonths)
    const lookBack = peaks.slice(from, index).filter((_, k) => counts(from + k))
    const ratchetMw = tariff.ratchetShare * Math.max(0, ...lookBack)
    const minimumTakeMw = tariff.minimumTakeShare * tariff.contractedMw
    const billedMw = Math.max(peakMw, minimumTakeMw, ratchetMw)
    return {
      month: monthOf(index),
      meteredMw: peakMw,
      minimumTakeMw,
      ratchetMw,
      billedMw,
      setBy: billedMw === peakMw ? 'meter' : billedMw === minimumTakeMw ? 'minimum take' : 'ratchet',
      demandUsd: billedMw * KW_PER_MW * tariff.demandChargeUsdPerKwMonth,
      energyUsd: energyMwh * tariff.energyUsdPerMwh,
    }
  })
  const demandUsd = months.reduce((sum, own) => sum + own.demandUsd, 0)
  const energyUsd = months.reduce((sum, own) => sum + own.energyUsd, 0)
  return { months, demandUsd, energyUsd, totalUsd: demandUsd + energyUsd }
}
