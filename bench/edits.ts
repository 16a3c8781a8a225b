import type { Plan } from '../src/plan/schema/plan.ts'

/** What a planner changes between two looks at the screen: one demand, one price, one grid limit. */
export const EDITS: readonly ((plan: Plan) => Plan)[] = [
  (plan) => ({
    ...plan,
    demand: plan.demand.map((line, k) =>
      k === 0 ? { ...line, unitsEnd: (line.unitsEnd ?? 1) * 1.05 } : line,
    ),
  }),
  (plan) => ({
    ...plan,
    accelerators: plan.accelerators.map((unit, k) =>
      k === 0 ? { ...unit, priceUsdPerUnit: unit.priceUsdPerUnit * 1.1 } : unit,
    ),
  }),
  (plan) => ({
    ...plan,
    sites: plan.sites.map((site, k) => {
      if (k > 0) return site
      const { power } = site
      const rampStepsMw = (power.rampStepsMw ?? []).map((step) => step * 0.95)
      return { ...site, power: { ...power, gridLimitMw: power.gridLimitMw * 0.95, rampStepsMw } }
    }),
  }),
]
