import type { Inputs } from '../../src/engine/derive/inputs.ts'
import { deliverableUnits } from '../../src/engine/layers/accelerators/purchase.ts'
import { gridLimitMw, standingMw } from '../../src/engine/layers/power/grid/gridLimit.ts'
import type { LimitFamily } from '../../src/engine/why/limits/limits.ts'
import type { Plan } from '../../src/plan/schema/plan.ts'

/** Widens one limit of a draft by a step in every period, as a planner would edit it. */
type Widen = (draft: Plan, inputs: Inputs, ownerId: string, step: number) => void

/** By adding to a field of the thing that owns the limit. */
function adding<T>(find: (draft: Plan, ownerId: string) => T | undefined, key: keyof T & string): Widen {
  return (draft, _, ownerId, step) => {
    const owner = find(draft, ownerId) as Record<string, number> | undefined
    if (owner) owner[key] = owner[key]! + step
  }
}

const siteOf = ({ sites }: Plan, id: string) => sites.find((own) => own.id === id)
const facilityOf = (draft: Plan, id: string) => siteOf(draft, id)?.facility
const powerOf = (draft: Plan, id: string) => siteOf(draft, id)?.power

/** A staircase, a step above what the grid allows in each quarter from the first. */
const widenGrid: Widen = (draft, inputs, ownerId, step) => {
  const power = powerOf(draft, ownerId)!
  const siteIndex = draft.sites.findIndex(({ id }) => id === ownerId)
  const brought = standingMw(inputs, siteIndex)
  const limits = inputs.periods.map((_, t) => gridLimitMw(inputs, siteIndex, t))
  const steps = limits.filter((mw) => mw > brought).map((mw) => mw + step)
  power.gridLimitMw = Math.max(...steps)
  power.rampStepsMw = steps
  power.rampMwPerQuarter = undefined
}

/** More in the first period of deliveries: what is not taken stays available. */
const widenSupply: Widen = (draft, inputs, ownerId, step) => {
  const index = draft.accelerators.findIndex(({ id }) => id === ownerId)
  const units = inputs.periods.map((_, t) => deliverableUnits(inputs, index, t))
  const first = units.findIndex((own) => own > 0)
  draft.accelerators[index]!.supplyUnitsByPeriod = units.map((own, t) => (t === first ? own + step : own))
}

const widenHall: Widen = (draft, _, ownerId, step) => {
  const facility = facilityOf(draft, ownerId)!
  facility.existingItMw += step
  facility.maxItMw += step
}

const widenYears: Widen = ({ budget }, _, __, step) => {
  budget.capexMusdByYear = budget.capexMusdByYear.map((own) => own + step)
}

const budgetOf = ({ budget }: Plan) => budget

/** Families that can be widened by an edit. */
export const WIDENED: { readonly [F in LimitFamily]?: Widen } = {
  grid: widenGrid,
  hall: widenHall,
  supply: widenSupply,
  'capex-year': widenYears,
  cooling: adding(facilityOf, 'coolingLimitItMw'),
  water: adding(facilityOf, 'waterLimitM3PerYear'),
  carbon: adding(powerOf, 'carbonLimitTonnesPerYear'),
  lease: adding(({ distribution }, id) => distribution.leases.find((own) => own.id === id), 'limitAccel'),
  api: adding(({ distribution }, id) => distribution.apis.find((own) => own.id === id), 'limitMTokS'),
  link: adding(
    ({ distribution }, id) => distribution.links.find((own) => `${own.regionId}>${own.siteId}` === id),
    'limitMTokS',
  ),
  capex: adding(budgetOf, 'capexMusd'),
  'carbon-budget': adding(budgetOf, 'carbonTonnesPerYear'),
  'water-budget': adding(budgetOf, 'waterM3PerYear'),
  'carbon-total': adding(budgetOf, 'carbonTonnes'),
  'unserved-total': adding(budgetOf, 'unservedMTok'),
  'leased-total': adding(budgetOf, 'leasedMTok'),
}

/** A group of demand of so much less in every period and slice, million tokens a second. */
export function withLessDemand(inputs: Inputs, groupId: string, step: number): Inputs {
  const groups = inputs.groups.map((own) =>
    own.id === groupId
      ? { ...own, demandMTokS: own.demandMTokS.map((slices) => slices.map((mTokS) => mTokS - step)) }
      : own,
  )
  return { ...inputs, groups }
}
