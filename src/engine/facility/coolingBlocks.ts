import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { unitKw } from '../../plan/unitPower.ts'
import { HOURS_PER_YEAR, KW_PER_MW, USD_PER_MUSD } from '../../plan/units.ts'
import { HighsModel } from '../problem/highsModel.ts'
import { type Column, Problem, type Term } from '../problem/problem.ts'
import { type CoolingOption, coolingOptions } from './coolingOptions.ts'

/** Blocks of a site that hold the same accelerators and have the same cooling. */
export interface CoolingBlocks {
  readonly blocks: number
  readonly itMwEach: number
  /** Accelerators in these blocks; empty: a given load, or room to spare. */
  readonly accelerators: readonly string[]
  readonly technologyId: string
  /** USD a year of all of them: energy with carbon, water, capital. */
  readonly usdPerYear: number
  readonly waterM3PerYear: number
  /** The cheapest that carries these racks; another one where the water permit is too small for it. */
  readonly cheapestId: string
  readonly why: 'cheapest' | 'water-permit'
}

export interface BlockChoice {
  readonly siteId: string
  /** Empty where no choice carries every block within the permit. */
  readonly chosen: readonly CoolingBlocks[]
  readonly waterM3PerYear: number
  readonly waterLimitM3PerYear: number | null
  /** Weighted by MW of the blocks. */
  readonly meanPue: number
  readonly usdPerYear: number
}

interface Group {
  readonly accelerators: readonly string[]
  readonly blocks: number
}

const NOISE_MW = 1e-6

/**
 * Cooling of a site block by block, all of them full: whole blocks n[g,q] of each group g with each technology q that
 * carries the racks of the group,
 *
 *   min sum n MW cost[q];  sum_q n[g,q] = blocks of g;  sum n MW water[q] <= permit
 *
 * solved to the optimum. Blocks are filled with the accelerators of the result's last period, the densest racks
 * first; without a result they hold the plan's accelerators together, for any may stand in any of them.
 */
export async function coolingBlocks(
  plan: Plan,
  catalog: Catalog,
  siteId: string,
  result?: PlanResult,
): Promise<BlockChoice> {
  const options = coolingOptions(plan, catalog, siteId)
  const { facility } = plan.sites.find((own) => own.id === siteId)!
  const groups = result ? filled(plan, result, siteId) : unfilled(plan, siteId)
  const carries = groups.map(({ accelerators }) =>
    options.filter((own) => own.refused.every(({ acceleratorId }) => !accelerators.includes(acceleratorId))),
  )
  const counts = await choose(groups, carries, facility.moduleItMw, facility.waterLimitM3PerYear)
  const chosen = groups.flatMap(({ accelerators }, g): CoolingBlocks[] =>
    carries[g]!.flatMap((own, q) => {
      const blocks = counts[g]?.[q] ?? 0
      const mw = blocks * facility.moduleItMw
      const cheapest = carries[g]![0]!
      if (blocks === 0) return []
      return [
        {
          ...{ blocks, itMwEach: facility.moduleItMw, accelerators, technologyId: own.technologyId },
          usdPerYear: mw * KW_PER_MW * own.totalUsd,
          waterM3PerYear: mw * waterPerMw(own),
          cheapestId: cheapest.technologyId,
          why: own.totalUsd > cheapest.totalUsd ? 'water-permit' : 'cheapest',
        },
      ]
    }),
  )
  const sum = (pick: (own: CoolingBlocks) => number) => chosen.reduce((all, own) => all + pick(own), 0)
  const pueOf = (id: string) => options.find((own) => own.technologyId === id)!.meanPue
  const blocks = sum((own) => own.blocks)
  return {
    siteId,
    chosen,
    waterM3PerYear: sum((own) => own.waterM3PerYear),
    waterLimitM3PerYear: facility.waterLimitM3PerYear ?? null,
    meanPue: blocks === 0 ? 0 : sum((own) => own.blocks * pueOf(own.technologyId)) / blocks,
    usdPerYear: sum((own) => own.usdPerYear),
  }
}

/** Cubic metres a year of a full MW of IT: litres per kWh are cubic metres per MWh. */
function waterPerMw({ meanWueLPerKwh }: CoolingOption): number {
  return meanWueLPerKwh * HOURS_PER_YEAR
}

/** [group][technology] blocks; empty where there is no such choice. */
async function choose(
  groups: readonly Group[],
  carries: readonly (readonly CoolingOption[])[],
  itMw: number,
  waterLimit: number | undefined,
): Promise<readonly (readonly number[])[]> {
  if (groups.length === 0 || carries.some((own) => own.length === 0)) return []
  const problem = new Problem()
  const columns = groups.map(({ blocks }, g) =>
    carries[g]!.map((own) =>
      problem.variable(`blocks.${g}.${own.technologyId}`, 'blocks', {
        ...{ isInteger: true, upper: blocks },
        cost: (itMw * KW_PER_MW * own.totalUsd) / USD_PER_MUSD,
      }),
    ),
  )
  const all = (own: readonly Column[]) => own.map((column): Term => [1, column])
  groups.forEach(({ blocks }, g) => {
    problem.equal(`group.${g}`, 'blocks', all(columns[g]!), blocks)
  })
  if (waterLimit !== undefined) {
    const drunk = carries.flatMap((own, g) =>
      own.map((option, q): Term => [(itMw * waterPerMw(option)) / 1000, columns[g]![q]!]),
    )
    problem.atMost('water', '1000 m3', drunk, waterLimit / 1000)
  }
  const model = await HighsModel.open(problem)
  try {
    const found = model.solveInteger(problem.isInteger, { gapShare: 0 })
    return found.hasSolution
      ? columns.map((own) => own.map((column) => Math.round(found.values[column]!)))
      : []
  } finally {
    model.close()
  }
}

/** Rooms that the plan may have, before anything is known of what stands in them. */
function unfilled(plan: Plan, siteId: string): Group[] {
  const { maxItMw, moduleItMw } = plan.sites.find((own) => own.id === siteId)!.facility
  const blocks = Math.ceil(maxItMw / moduleItMw - NOISE_MW)
  return blocks > 0 ? [{ accelerators: plan.accelerators.map(({ id }) => id), blocks }] : []
}

/** Rooms of the last period, filled one after another with the densest racks first; alike ones together. */
function filled(plan: Plan, { builds }: PlanResult, siteId: string): Group[] {
  const { moduleItMw } = plan.sites.find((own) => own.id === siteId)!.facility
  const last = builds.findLast((own) => own.siteId === siteId)
  const waiting = plan.accelerators
    .map((own) => ({
      ...{ id: own.id, rackKw: unitKw(own) * own.unitsPerRack },
      mw: ((last?.unitsByAccelerator[own.id] ?? 0) * unitKw(own)) / KW_PER_MW,
    }))
    .sort((a, b) => b.rackKw - a.rackKw)
  const rooms = Array.from({ length: Math.ceil((last?.builtItMw ?? 0) / moduleItMw - NOISE_MW) }, () => {
    let free = moduleItMw
    return waiting.flatMap((own) => {
      const mw = Math.min(free, own.mw)
      free -= mw
      own.mw -= mw
      return mw > NOISE_MW ? [own.id] : []
    })
  })
  return [...Map.groupBy(rooms, (ids) => ids.join(' ')).values()].map((own) => ({
    accelerators: own[0]!,
    blocks: own.length,
  }))
}
