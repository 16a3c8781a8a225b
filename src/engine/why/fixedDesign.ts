import { AppFault } from '../../plan/fault.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import type { SiteBuild } from '../../plan/result/siteBuild.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { Site } from '../../plan/schema/site.ts'
import type { Formulation } from '../formulate.ts'
import { newFirmMw } from '../layers/power/grid/gridLimit.ts'
import { HighsModel } from '../problem/highsModel.ts'
import type { Problem } from '../problem/problem.ts'
import { listImpliedBounds, listImpliedRows } from './impliedBounds.ts'

/** Less is the solver's noise. */
const LEAST_MW = 1e-6
/** Columns of units that leave service early. */
const EARLY = 'early.'

/** Values of columns by name that a result states. */
export type Design = ReadonlyMap<string, number>

/**
 * The whole numbers of a result by the names of their columns: phases, openings, purchases, plant and what hangs on
 * them. A site that has no room is not open; plant with no unit does not stand.
 */
export function readDesign({ inputs }: Formulation, result: PlanResult): Design {
  const { plan, periods } = inputs
  return new Map(
    plan.sites.flatMap((site) => {
      const builds = periods.map(({ label }) => {
        const build = result.builds.find((own) => own.siteId === site.id && own.period === label)
        if (!build) throw foreign(`builds[${site.id} ${label}]`, undefined)
        return build
      })
      const last = builds.at(-1)
      const studied = last && newFirmMw(site.power, last) + last.flexibleMw > LEAST_MW ? 1 : 0
      return [
        ...builds.flatMap((build) => designOf(plan, site, build)),
        [`studied.${site.id}`, studied] as const,
      ]
    }),
  )
}

/** What stands at a site in one period. */
function designOf({ accelerators }: Plan, site: Site, build: SiteBuild): (readonly [string, number])[] {
  const column = (...parts: readonly string[]) => [...parts, build.period].join('.')
  return [
    [column('phases', site.id), build.phases],
    [column('open', site.id), build.phases > 0 ? 1 : 0],
    ...accelerators.map(
      ({ id }) => [column('bought', site.id, id), Math.round(build.boughtByAccelerator[id] ?? 0)] as const,
    ),
    ...site.power.onSite.flatMap(({ id, unitMw }) => {
      const units = Math.round((build.onSiteMw[id] ?? 0) / unitMw)
      return [
        [column('units', site.id, id), units] as const,
        [column('standing', site.id, id), units > 0 ? 1 : 0] as const,
      ]
    }),
  ]
}

/**
 * A formulated plan in HiGHS's memory with its structure fixed as a result has it. Racks stay continuous, so that one
 * more megawatt may also be filled, and so do those that leave early; whole numbers that the result does not state are found by a search and then fixed.
 */
export async function openFixedDesign(formulation: Formulation, result: PlanResult): Promise<HighsModel> {
  const { problem } = formulation
  const design = readDesign(formulation, result)
  const model = await HighsModel.open(problem)
  for (const column of listImpliedBounds(problem))
    model.setBounds(column, problem.lower[column]!, Number.POSITIVE_INFINITY)
  const unknown: boolean[] = problem.columnNames.map(() => false)
  problem.columnNames.forEach((name, column) => {
    if (!problem.isInteger[column] || name.startsWith('bought.') || name.startsWith(EARLY)) return
    const value = design.get(name)
    if (value === undefined) unknown[column] = true
    else model.setBounds(column, value, value)
  })
  if (unknown.includes(true)) fixUnknown(model, unknown, result)
  for (const row of listImpliedRows(problem)) {
    if (isStudied(problem, row, design))
      model.setRowBounds(row, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
  }
  return model
}

/** Whether the whole number of a row, its last column, is fixed at one. */
function isStudied(problem: Problem, row: number, design: Design): boolean {
  const column = problem.indices[problem.rowStarts[row + 1]! - 1]!
  return design.get(problem.columnNames[column]!) === 1
}

function fixUnknown(model: HighsModel, unknown: readonly boolean[], result: PlanResult): void {
  const found = model.solveInteger(unknown, { gapShare: 1e-3, timeLimitS: 60 })
  if (!found.hasSolution) {
    model.close()
    throw foreign('builds', result.inputsHash)
  }
  unknown.forEach((is, column) => {
    if (!is) return
    const value = Math.round(found.values[column]!)
    model.setBounds(column, value, value)
  })
}

/** A result that cannot be of the plan it came with. */
export function foreign(path: string, value: unknown): AppFault {
  return new AppFault('bad-input', 'The result is not of this plan', [
    { path, value, expected: 'the result of a solve of the plan as it stands' },
  ])
}
