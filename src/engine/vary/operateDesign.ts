import type { PlanResult } from '../../plan/result/result.ts'
import { MS_PER_SECOND } from '../../plan/units.ts'
import type { Formulation } from '../formulate.ts'
import { newFirmMw } from '../layers/power/grid/gridLimit.ts'
import { HighsModel } from '../problem/highsModel.ts'
import type { Solved } from '../strategy/solveFormulation.ts'
import { readDesign } from '../why/fixedDesign.ts'

/**
 * Runs what a result has built and contracted on a plan that turned out otherwise: phases, racks, plant, grid service
 * and leases begun stay (at most what the plan still allows), operations are solved anew. Of the units that leave early at
 * most those leave that were to.
 */
export async function operateDesign(formulation: Formulation, result: PlanResult): Promise<Solved> {
  const { problem } = formulation
  const started = performance.now()
  const design = new Map([...readDesign(formulation, result), ...readContracted(formulation, result)])
  const exits = readExits(formulation, result)
  const model = await HighsModel.open(problem)
  try {
    problem.columnNames.forEach((name, column) => {
      const value = design.get(name)
      if (value === undefined) return
      const kept = Math.max(problem.lower[column]!, Math.min(value, problem.upper[column]!))
      model.setBounds(column, kept, kept)
    })
    for (const [column, units] of exits) model.setBounds(column, 0, units)
    const isKnown = (name: string, column: number) => design.has(name) || exits.has(column)
    const unknown = problem.columnNames.map(
      (name, column) => problem.isInteger[column]! && !isKnown(name, column),
    )
    const outcome = unknown.includes(true)
      ? model.solveInteger(unknown, { gapShare: 1e-4 })
      : model.solveLinear()
    const timeS = (performance.now() - started) / MS_PER_SECOND
    if (!outcome.hasSolution || outcome.status === 'infeasible') return { kind: 'infeasible', timeS }
    const { objective, values, rowDuals } = outcome
    return {
      ...{ kind: 'plan', status: 'within-gap', gapShare: 0, gapAskedShare: 0 },
      ...{ timeS, values, rowDuals },
      ...{ objectiveMusd: objective, boundMusd: objective },
    }
  } finally {
    model.close()
  }
}

/** By column: units that leave early in the result. */
function readExits({ inputs, accelerators }: Formulation, { retirements }: PlanResult): Map<number, number> {
  const { plan, periods } = inputs
  return new Map(
    accelerators.fleets.flatMap(({ siteIndex, acceleratorIndex, early }) =>
      early.map(({ column, age, bought }): [number, number] => {
        const own = retirements.find(
          (row) =>
            row.isEarly &&
            row.siteId === plan.sites[siteIndex]!.id &&
            row.acceleratorId === plan.accelerators[acceleratorIndex]!.id &&
            row.ageYears === age.years &&
            row.boughtPeriod === periods[bought]!.label,
        )
        return [column, own?.units ?? 0]
      }),
    ),
  )
}

/** Grid service and leases by the names of their columns. */
function readContracted({ inputs }: Formulation, result: PlanResult): Map<string, number> {
  const values = new Map<string, number>()
  for (const build of result.builds) {
    const site = inputs.plan.sites.find(({ id }) => id === build.siteId)
    if (!site) continue
    const key = `${build.siteId}.${build.period}`
    values.set(`contracted.${key}`, newFirmMw(site.power, build))
    values.set(`released.${key}`, build.releasedMw)
    values.set(`flexible.${key}`, build.flexibleMw)
  }
  for (const { id } of inputs.plan.distribution.leases)
    for (const { label } of inputs.periods) {
      const lease = result.leases.find((own) => own.leaseId === id && own.period === label)
      values.set(`lease-begun.${id}.${label}`, (lease?.begunAccel ?? 0) / 1000)
    }
  return values
}
