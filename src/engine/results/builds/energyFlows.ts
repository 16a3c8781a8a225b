import type { PlanResult } from '../../../plan/result/result.ts'
import type { SiteBuild } from '../../../plan/result/siteBuild.ts'
import type { Inputs } from '../../derive/inputs.ts'

/** Where the electricity of one site comes from in one period, and what it is used for; MWh. */
export interface EnergyFlow {
  readonly siteId: string
  readonly gridMwh: number
  /** By contract and by plant on site, as the plan names them. */
  readonly contractMwh: Readonly<Record<string, number>>
  readonly plantMwh: Readonly<Record<string, number>>
  readonly itMwh: number
  /** Cooling and losses of the electrical chain: what PUE stands for. */
  readonly overheadMwh: number
  /** Put into storage and not got back. */
  readonly storageLossMwh: number
}

/**
 * Electricity of every site in a period; sites that use none are left out.
 *
 *   supplied = grid + contracts + plant + out of storage - into storage
 *   IT       = sum over blocks of hours x supplied / PUE
 *   overhead = supplied - IT
 */
export function energyFlows(
  { slices, climate, plan, periods }: Pick<Inputs, 'slices' | 'climate' | 'plan' | 'periods'>,
  { builds }: Pick<PlanResult, 'builds'>,
  period: string,
): EnergyFlow[] {
  const t = periods.findIndex((own) => own.label === period)
  const hours = slices.map((slice) => slice.hoursPerPeriod)
  const sum = (mw: readonly number[]) => hours.reduce((total, h, index) => total + h * (mw[index] ?? 0), 0)
  return plan.sites.flatMap(({ id }, siteIndex): EnergyFlow[] => {
    const build = builds.find((own) => own.siteId === id && own.period === period)
    if (!build) return []
    const supplied = hours.map((_, h) => suppliedMw(build, h))
    const pue = climate[siteIndex]!.pue[t]!
    const itMwh = sum(supplied.map((mw, h) => mw / pue[h]!))
    const suppliedMwh = sum(supplied)
    if (suppliedMwh <= 0) return []
    const stored = Object.values(build.storageMwBySlice)
    return [
      {
        siteId: id,
        gridMwh: sum(build.drawnMwBySlice),
        contractMwh: sumEach(build.contractMwBySlice, sum),
        plantMwh: sumEach(build.generatedMwBySlice, sum),
        itMwh,
        overheadMwh: suppliedMwh - itMwh,
        storageLossMwh: stored.reduce((total, own) => total + sum(own.charged) - sum(own.discharged), 0),
      },
    ]
  })
}

function sumEach(
  lists: Readonly<Record<string, readonly number[]>>,
  sum: (mw: readonly number[]) => number,
): Record<string, number> {
  return Object.fromEntries(Object.entries(lists).map(([id, mw]) => [id, sum(mw)]))
}

/** MW that the site's IT and its overhead take in a block of hours; of a virtual contract nothing is taken. */
export function suppliedMw(build: SiteBuild, h: number): number {
  const at = (lists: Readonly<Record<string, readonly number[]>>) =>
    Object.values(lists).reduce((total, own) => total + (own[h] ?? 0), 0)
  const storage = Object.values(build.storageMwBySlice).reduce(
    (total, own) => total + (own.discharged[h] ?? 0) - (own.charged[h] ?? 0),
    0,
  )
  return (build.drawnMwBySlice[h] ?? 0) + at(build.contractMwBySlice) + at(build.generatedMwBySlice) + storage
}
