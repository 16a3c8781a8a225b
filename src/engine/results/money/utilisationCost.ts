import type { CostLine } from '../../../plan/result/money.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { USD_PER_MUSD } from '../../../plan/units.ts'
import type { Inputs } from '../../derive/inputs.ts'
import { fixedItMw, idleAndWorkMw } from '../../layers/aidc/facility.ts'
import type { CostShare } from './costShares.ts'

/** What the own sites cost, parted by whether it follows the work; present values. */
export interface UtilisationCost {
  /** Share of the accelerator-hours held at the own sites that are at work, discounted. */
  readonly utilisation: number
  readonly fixedMusd: number
  readonly variableMusd: number
  /** Million tokens of the own sites, discounted. */
  readonly mTok: number
  readonly lines: readonly WorkedLine[]
}

interface WorkedLine {
  readonly line: CostLine
  /** Share of the line that follows the work. */
  readonly workShare: number
}

/** IT energy of a site over the horizon, discounted like money, MWh. */
export interface WorkEnergy {
  /** What work adds to the draw of units that stand idle. */
  readonly workMwh: number
  /** Idle draw of the units in service, their network, the fixed load. */
  readonly standingMwh: number
}

const BY_TOKEN: readonly string[] = ['Royalties']
const BY_ENERGY: readonly string[] = ['Grid energy', 'Carbon', 'Water']
const FUEL = 'Fuel and variable '

/**
 * Levelised cost of the own sites at a utilisation u other than that of the plan, u_0, USD per million tokens:
 *
 *   LCOT(u) = F u_0 / (u N) + V / N
 *
 * with N the discounted million tokens, F what is paid whether the accelerators work or not (buildings, purchases,
 * maintenance, connection, demand charges, contracts), V what follows the work: royalties, and of energy, carbon and
 * water the share w = W / (W + S) of the work in the IT energy. Speeds and prices stay as they are in the plan.
 */
export function levelisedAt(
  { utilisation, fixedMusd, variableMusd, mTok }: UtilisationCost,
  u: number,
): number {
  return (((fixedMusd * utilisation) / u + variableMusd) * USD_PER_MUSD) / mTok
}

/** Null where the own sites serve nothing. */
export function utilisationCost(
  { inputs, result }: { readonly inputs: Inputs; readonly result: PlanResult },
  linesByPlace: ReadonlyMap<string, readonly CostLine[]>,
  shares: readonly CostShare[],
  hours: { readonly heldAccelH: number; readonly workedAccelH: number },
): UtilisationCost | null {
  const sites = new Set(inputs.plan.sites.map((site) => site.id))
  const mTok = shares.reduce((sum, share) => sum + (sites.has(share.placeId) ? share.mTok : 0), 0)
  if (mTok <= 0 || hours.heldAccelH <= 0 || hours.workedAccelH <= 0) return null
  const lines = inputs.plan.sites.flatMap(({ id }, siteIndex) => {
    const { workMwh, standingMwh } = workEnergy(inputs, result, siteIndex)
    const all = workMwh + standingMwh
    const ofEnergy = all > 0 ? workMwh / all : 0
    return (linesByPlace.get(id) ?? []).map((line) => ({ line, workShare: shareOf(line.name, ofEnergy) }))
  })
  const variableMusd = lines.reduce((sum, { line, workShare }) => sum + workShare * line.presentMusd, 0)
  const allMusd = lines.reduce((sum, { line }) => sum + line.presentMusd, 0)
  const utilisation = hours.workedAccelH / hours.heldAccelH
  return { utilisation, fixedMusd: allMusd - variableMusd, variableMusd, mTok, lines }
}

function shareOf(name: string, ofEnergy: number): number {
  if (BY_TOKEN.includes(name)) return 1
  return BY_ENERGY.includes(name) || name.startsWith(FUEL) ? ofEnergy : 0
}

export function workEnergy(inputs: Inputs, result: PlanResult, siteIndex: number): WorkEnergy {
  const { accelerators, sites } = inputs.plan
  const siteId = sites[siteIndex]!.id
  const power = accelerators.map((_, g) => idleAndWorkMw(inputs, g))
  const hours = result.slices.reduce((sum, slice) => sum + slice.hoursPerPeriod, 0)
  let workMwh = 0
  let standingMwh = 0
  for (const [t, { label, discount }] of inputs.periods.entries()) {
    const inService = result.builds.find((own) => own.siteId === siteId && own.period === label)
    const placed = result.placements.filter((own) => own.siteId === siteId && own.period === label)
    standingMwh += fixedItMw(inputs, siteIndex, t) * hours * discount
    for (const [g, { id }] of accelerators.entries()) {
      standingMwh += (inService?.unitsByAccelerator[id] ?? 0) * power[g]!.idle * hours * discount
      for (const { unitsBySlice } of placed.filter((own) => own.acceleratorId === id))
        result.slices.forEach((slice, h) => {
          workMwh += (unitsBySlice[h] ?? 0) * power[g]!.work * slice.hoursPerPeriod * discount
        })
    }
  }
  return { workMwh, standingMwh }
}
