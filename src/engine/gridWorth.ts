import { MONTHS_PER_QUARTER, shiftLabel } from '../plan/calendar.ts'
import type { Catalog } from '../plan/catalog/catalog.ts'
import { AppFault } from '../plan/fault.ts'
import type { PlanResult } from '../plan/result/result.ts'
import type { Plan } from '../plan/schema/plan.ts'
import { type SolveRequest, solvePlan } from './solvePlan.ts'

/** What a site stands on in each period, and what the whole plan costs. */
export interface GridCase {
  readonly energised: string
  /** Present value with the penalty for what is not served, and without it. */
  readonly objectiveMusd: number
  readonly paidMusd: number
  readonly gapShare: number
  readonly periods: readonly {
    readonly period: string
    readonly contractedMw: number
    readonly peakMw: number
    readonly onSiteUnits: Readonly<Record<string, number>>
    readonly onSiteMw: Readonly<Record<string, number>>
  }[]
}

export interface GridWorth {
  readonly siteId: string
  readonly quartersEarlier: number
  readonly asPlanned: GridCase
  readonly earlier: GridCase
  /** What the plan saves by it. */
  readonly worthMusd: number
}

/** Two solves: the plan as it is, and with one site's firm grid so many quarters earlier. */
export async function gridWorth(
  request: Omit<SolveRequest, 'inputsHash'>,
  siteId: string,
  quartersEarlier: number,
): Promise<GridWorth> {
  const { plan } = request
  const site = plan.sites.find((own) => own.id === siteId)
  if (!site) {
    const expected = plan.sites.map((own) => own.id).join(', ')
    throw new AppFault('not-found', 'The plan has no such site', [
      { path: '--site', value: siteId, expected },
    ])
  }
  const energised = shiftLabel(site.power.energised, -quartersEarlier * MONTHS_PER_QUARTER)
  const moved = plan.sites.map((own) =>
    own.id === siteId ? { ...own, power: { ...own.power, energised } } : own,
  )
  const asPlanned = await solveCase(request, plan, siteId)
  const earlier = await solveCase(request, { ...plan, sites: moved }, siteId)
  const worthMusd = asPlanned.objectiveMusd - earlier.objectiveMusd
  return { siteId, quartersEarlier, asPlanned, earlier, worthMusd }
}

async function solveCase(
  request: { readonly catalog: Catalog },
  plan: Plan,
  siteId: string,
): Promise<GridCase> {
  const answer = await solvePlan({ ...request, plan, inputsHash: '' })
  if (answer.kind !== 'plan') {
    throw new AppFault('conflict', 'One of the two plans cannot be solved', [
      { path: `sites[${siteId}].power.energised`, value: answer.kind, expected: 'a plan that can be solved' },
    ])
  }
  const { builds, solver, summary }: PlanResult = answer.result
  return {
    energised: plan.sites.find((own) => own.id === siteId)!.power.energised,
    objectiveMusd: solver.objectiveMusd,
    paidMusd: summary.netPresentCostMusd,
    gapShare: solver.gapShare,
    periods: builds
      .filter((build) => build.siteId === siteId)
      .map(({ period, contractedMw, peakMw, onSiteUnits, onSiteMw }) => {
        return { period, contractedMw, peakMw, onSiteUnits, onSiteMw }
      }),
  }
}
