import { unitKw } from '../../../plan/unitPower.ts'
import { KW_PER_MW, USD_PER_MUSD } from '../../../plan/units.ts'
import type { Inputs } from '../../derive/inputs.ts'
import type { Column, Problem, Term } from '../../problem/problem.ts'
import type { Busy, Serving } from './serving.ts'

/** Units of one accelerator at a site that stand ready for a model without being busy, [period][slice]. */
export interface Held extends Omit<Busy, 'classIndex'> {
  readonly modelId: string
}

/** Whether a model is deployed at a site, [period]. */
export interface Deployment {
  readonly siteIndex: number
  readonly modelId: string
  readonly columns: readonly Column[]
}

export interface Deployments {
  readonly deployed: readonly Deployment[]
  readonly held: readonly Held[]
}

/**
 * Layer 4, deployments: models with a licence for each site or with replicas that stand ready.
 *
 *   1. only    sum_{g,w of m} p_g busy[s,g,w,t,h] <= IT MW of the site x deployed[s,m,t]
 *   2. ready   sum_g (sum_{w of m} busy[s,g,w,t,h] + held[s,g,m,t,h]) / unitsPerReplica_g >= replicas x deployed[s,m,t]
 *
 * Models without either need no columns. The licence is paid while the model is deployed.
 */
export function declareDeployments(problem: Problem, inputs: Inputs, serving: Serving): Deployments {
  const deployed: Deployment[] = []
  const held: Held[] = []
  const ruled = inputs.plan.models.filter((own) => own.minimumReplicas > 0 || own.licenceUsdPerSiteYear > 0)
  inputs.plan.sites.forEach((_, siteIndex) => {
    for (const model of ruled) {
      const busy = serving.busy.filter(
        (own) => own.siteIndex === siteIndex && modelOf(inputs, own) === model.id,
      )
      if (busy.length === 0) continue
      const columns = declareDeployed(problem, inputs, siteIndex, model.id)
      deployed.push({ siteIndex, modelId: model.id, columns })
      declareOnly(problem, inputs, busy, columns)
      if (model.minimumReplicas === 0) continue
      const own = declareHeld(problem, inputs, busy, model.id)
      held.push(...own)
      declareReady(problem, inputs, busy, own, columns)
    }
  })
  return { deployed, held }
}

function modelOf({ speed }: Inputs, { classIndex, acceleratorIndex }: Busy): string {
  return speed[classIndex]![acceleratorIndex]!.modelId
}

function declareDeployed(problem: Problem, inputs: Inputs, siteIndex: number, modelId: string): Column[] {
  const { plan, periods } = inputs
  const model = plan.models.find((own) => own.id === modelId)!
  return periods.map((period) =>
    problem.variable(`deployed.${plan.sites[siteIndex]!.id}.${modelId}.${period.label}`, 'deployments', {
      isInteger: true,
      upper: 1,
      cost: (model.licenceUsdPerSiteYear / USD_PER_MUSD) * period.lengthYears * period.discount,
    }),
  )
}

/** Nothing of the model is busy where it is not deployed. */
function declareOnly(
  problem: Problem,
  inputs: Inputs,
  busy: readonly Busy[],
  deployed: readonly Column[],
): void {
  const { siteIndex } = busy[0]!
  const { id, facility } = inputs.plan.sites[siteIndex]!
  const mostMw = Math.max(facility.maxItMw, facility.existingItMw)
  const modelId = modelOf(inputs, busy[0]!)
  for (const period of inputs.periods)
    for (const slice of inputs.slices) {
      const terms: Term[] = busy.map((own) => [
        unitKw(inputs.plan.accelerators[own.acceleratorIndex]!) / KW_PER_MW,
        own.columns[period.index]![slice.index]!,
      ])
      terms.push([-mostMw, deployed[period.index]!])
      problem.atMost(`only.${id}.${modelId}.${period.label}.${slice.id}`, 'MW', terms, 0)
    }
}

function declareHeld(problem: Problem, inputs: Inputs, busy: readonly Busy[], modelId: string): Held[] {
  const { plan, periods, slices } = inputs
  const { siteIndex } = busy[0]!
  return [...new Set(busy.map((own) => own.acceleratorIndex))].map((acceleratorIndex) => ({
    siteIndex,
    acceleratorIndex,
    modelId,
    columns: periods.map((period) =>
      slices.map((slice) =>
        problem.variable(
          `held.${plan.sites[siteIndex]!.id}.${plan.accelerators[acceleratorIndex]!.id}.${modelId}.${period.label}.${slice.id}`,
          'units',
        ),
      ),
    ),
  }))
}

/** Units of an accelerator that a replica of the model takes: the largest of the classes that it serves there. */
export function unitsPerReplica(inputs: Inputs, modelId: string, acceleratorIndex: number): number {
  const own = inputs.speed
    .map((row) => row[acceleratorIndex]!)
    .filter((speed) => speed.modelId === modelId && speed.mTokSPerUnit > 0)
  return Math.max(...own.map((speed) => speed.unitsPerReplica))
}

function declareReady(
  problem: Problem,
  inputs: Inputs,
  busy: readonly Busy[],
  held: readonly Held[],
  deployed: readonly Column[],
): void {
  const { siteIndex } = busy[0]!
  const { modelId } = held[0]!
  const { minimumReplicas } = inputs.plan.models.find((own) => own.id === modelId)!
  for (const period of inputs.periods)
    for (const slice of inputs.slices) {
      const terms = [...busy, ...held].map((own): Term => {
        const units = unitsPerReplica(inputs, modelId, own.acceleratorIndex)
        return [1 / units, own.columns[period.index]![slice.index]!]
      })
      terms.push([-minimumReplicas, deployed[period.index]!])
      const name = `ready.${inputs.plan.sites[siteIndex]!.id}.${modelId}.${period.label}.${slice.id}`
      problem.atLeast(name, 'replicas', terms, 0)
    }
}
