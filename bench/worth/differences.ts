import { deriveInputs } from '../../src/engine/derive/deriveInputs.ts'
import type { Inputs } from '../../src/engine/derive/inputs.ts'
import { formulate } from '../../src/engine/formulate.ts'
import { openFixedDesign } from '../../src/engine/why/fixedDesign.ts'
import type { LimitFamily } from '../../src/engine/why/limits/limits.ts'
import { explainWorth } from '../../src/engine/why/limits/shadowPrices.ts'
import type { Catalog } from '../../src/plan/catalog/catalog.ts'
import { readPlan } from '../../src/plan/readPlan.ts'
import type { PlanResult } from '../../src/plan/result/result.ts'
import type { Plan } from '../../src/plan/schema/plan.ts'
import { WIDENED, withLessDemand } from './widened.ts'

/** What a limit is said to be worth, and what the edited plan saves with the structure as built, USD. */
export interface Difference {
  readonly family: LimitFamily
  readonly ownerId: string
  readonly step: number
  readonly saidUsd: number
  readonly foundUsd: number
}

/** Every binding limit that an edit can widen, the dearest first, so many of a family at most. */
export async function worthDifferences(
  plan: Plan,
  catalog: Catalog,
  result: PlanResult,
  mostOfAFamily = Number.POSITIVE_INFINITY,
): Promise<Difference[]> {
  const inputs = deriveInputs(plan, catalog)
  const formulation = formulate(inputs)
  const isEditable = (family: LimitFamily) => family === 'demand' || WIDENED[family] !== undefined
  const isWanted = ({ family }: { readonly family: LimitFamily }) => isEditable(family)
  const { limits, objectiveMusd } = await explainWorth({ formulation, result, isWanted })
  const byFamily = Map.groupBy(limits, ({ family }) => family)
  const found: Difference[] = []
  for (const { family, ownerId, step, savedByStepUsd: saidUsd } of [...byFamily.values()].flatMap((own) =>
    own.slice(0, mostOfAFamily),
  )) {
    const changed =
      family === 'demand'
        ? withLessDemand(inputs, ownerId, step)
        : widened(plan, catalog, inputs, family, ownerId, step)
    const foundUsd = (objectiveMusd - (await costAsBuilt(changed, result))) * 1e6
    found.push({ family, ownerId, step, saidUsd, foundUsd })
  }
  return found
}

function widened(
  plan: Plan,
  catalog: Catalog,
  inputs: Inputs,
  family: LimitFamily,
  ownerId: string,
  step: number,
): Inputs {
  const draft = structuredClone(plan)
  WIDENED[family]!(draft, inputs, ownerId, step)
  return deriveInputs(readPlan(draft), catalog)
}

/** Present value of a plan with the structure of a result, million USD. */
async function costAsBuilt(inputs: Inputs, result: PlanResult): Promise<number> {
  const model = await openFixedDesign(formulate(inputs), result)
  const { status, objective } = model.solveLinear()
  model.close()
  return status === 'optimal' ? objective : Number.NaN
}
