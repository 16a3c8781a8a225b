import { monthsPerPeriod, periodFrom, periodsOf } from '../../../plan/calendar.ts'
import type { PlanEdit } from '../../../plan/planPath.ts'
import { stepAt } from '../../derive/periods.ts'
import { qualityFloor } from '../../derive/scheduling/qualityRule.ts'
import { type Edits, type Lack, loweredShares, type Mending, raised, roundUp } from '../conflict/lack.ts'

/** Ways to mend what limits of the whole plan, its suppliers and its places lack. */
export const PLAN_REPAIRS = {
  supply: supplyEdits,
  'home-share': ({ inputs: { plan }, ownerId }) =>
    loweredShares(
      `procurement.minimumDomesticShare.${ownerId}`,
      plan.procurement.minimumDomesticShare[ownerId] ?? 0,
    ),
  link: (lack) => {
    const [regionId, siteId] = lack.ownerId.split('>')
    const { links } = lack.inputs.plan.distribution
    const index = links.findIndex((link) => link.regionId === regionId && link.siteId === siteId)
    return index < 0 ? [] : raised(lack, `distribution.links[${index}].limitMTokS`, links[index]!.limitMTokS)
  },
  api: (lack) => {
    const own = lack.inputs.plan.distribution.apis.find(({ id }) => id === lack.ownerId)
    return own ? raised(lack, `distribution.apis[${own.id}].limitMTokS`, own.limitMTokS) : []
  },
  lease: (lack) => {
    const own = lack.inputs.plan.distribution.leases.find(({ id }) => id === lack.ownerId)
    return own ? raised(lack, `distribution.leases[${own.id}].limitAccel`, own.limitAccel) : []
  },
  capex: (lack) => budget(lack, 'capexMusd'),
  'capex-year': (lack) => yearBudgets(lack).map((value) => [{ path: 'budget.capexMusdByYear', value }]),
  'carbon-budget': (lack) => budget(lack, 'carbonTonnesPerYear'),
  'water-budget': (lack) => budget(lack, 'waterM3PerYear'),
  'carbon-total': (lack) => budget(lack, 'carbonTonnes'),
  'unserved-total': (lack) => budget(lack, 'unservedMTok'),
  'leased-total': (lack) => budget(lack, 'leasedMTok'),
  'away-from-edge-total': (lack) => budget(lack, 'awayFromEdgeMTok'),
  'average-quality': ({ inputs, ownerId }) => {
    const taskClass = inputs.classes[inputs.groups.find(({ id }) => id === ownerId)!.classIndex]!
    const floor = qualityFloor(inputs.plan.routing, taskClass)
    return loweredShares(`routing.qualityFloorByClass.${taskClass.id}`, floor)
  },
  // Demand gives way by a rule of the plan, not by an amount.
  demand: () => [],
} satisfies Partial<Mending>

type Total =
  | 'capexMusd'
  | 'carbonTonnesPerYear'
  | 'waterM3PerYear'
  | 'carbonTonnes'
  | 'unservedMTok'
  | 'leasedMTok'
  | 'awayFromEdgeMTok'

function budget(lack: Lack, field: Total): Edits[] {
  return raised(lack, `budget.${field}`, lack.inputs.plan.budget[field])
}

/**
 * The budget of each year with what it lacks; as one year may bear all the lack where rooms of other years do not fit,
 * also the same for all years: their mean, and the highest.
 */
function yearBudgets({ inputs: { plan, periods }, lacks }: Lack): number[][] {
  const years = Map.groupBy(periods, ({ midYears }) => Math.floor(midYears))
  const needed = [...years.values()].map(([first], year) => {
    const before = stepAt(plan.budget.capexMusdByYear, year, 0)
    const lack = lacks.get(first!.label) ?? 0
    return lack > 0 ? roundUp(before + lack) : before
  })
  const mean = needed.reduce((sum, own) => sum + own, 0) / needed.length
  return [needed, [roundUp(mean)], [Math.max(...needed)]]
}

/** More in every period, or sooner. */
function supplyEdits({ inputs: { plan }, lacks, most, first, ownerId }: Lack): Edits[] {
  const accelerator = plan.accelerators.find(({ id }) => id === ownerId)!
  const path = `accelerators[${ownerId}]`
  const lead = periodsOf(plan, accelerator.leadMonths)
  const sale = accelerator.onSaleFrom ? Math.max(0, periodFrom(plan, accelerator.onSaleFrom)) : 0
  const perPeriod = [...lacks].map(([period, units]) => {
    const deliveries = periodFrom(plan, period) - sale - lead + 1
    return deliveries > 0 ? units / deliveries : 0
  })
  const more: PlanEdit = {
    path: `${path}.supplyUnitsPerPeriod`,
    value: Math.ceil(accelerator.supplyUnitsPerPeriod + Math.max(...perPeriod)),
  }
  const at = periodFrom(plan, first)
  const sooner: PlanEdit[] = [
    ...(sale > at ? [{ path: `${path}.onSaleFrom`, value: first }] : []),
    ...(Math.min(sale, at) + lead > at
      ? [{ path: `${path}.leadMonths`, value: Math.max(0, at - Math.min(sale, at)) * monthsPerPeriod(plan) }]
      : []),
  ]
  // What is sold sooner has more periods to come in, but each brings no more.
  const both = { ...more, value: Math.ceil(accelerator.supplyUnitsPerPeriod + most) }
  return sooner.length > 0 ? [[more], sooner, [...sooner, both]] : [[more]]
}
