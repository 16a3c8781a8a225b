import {
  MONTHS_PER_QUARTER,
  monthNumber,
  monthsPerPeriod,
  periodFrom,
  periodsOf,
} from '../../plan/calendar.ts'
import type { PlanEdit } from '../../plan/planPath.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { Inputs } from '../derive/inputs.ts'
import { stepAt } from '../derive/periods.ts'
import { qualityFloor } from '../derive/qualityRule.ts'
import { gridLimitMw } from '../layers/power/gridLimit.ts'
import type { Amounts, ElasticGroup } from './elastic.ts'

/** A way to mend a plan; `rounded` up so that a planner would write it. */
export type Edits = readonly PlanEdit[]

const isBefore = (label: string, other: string) => monthNumber(label) < monthNumber(other)

/**
 * Edits of the plan that widen one group of limits by the amounts it lacks, times `factor`; several where the same lack
 * may be mended in several ways. Whether they do is for a solve to say.
 */
export function editsFor(inputs: Inputs, group: ElasticGroup, amounts: Amounts, factor: number): Edits[] {
  const lacks = new Map([...amounts].map(([period, amount]) => [period, amount * factor]))
  const most = Math.max(0, ...lacks.values())
  const first = [...lacks.keys()].sort()[0]
  if (first === undefined) return []
  const [ownerId, partId] = group.ownerId.split('/') as [string, string | undefined]
  const { plan } = inputs
  const site = `sites[${ownerId}]`
  const up = (path: string, before: number, by = most): PlanEdit => ({ path, value: roundUp(before + by) })
  const own = plan.sites.find(({ id }) => id === group.siteId)
  switch (group.family) {
    case 'grid':
      return gridEdits(inputs, group, lacks, first)
    case 'flexible-grid':
      return [[up(`${site}.power.flexible.limitMw`, own?.power.flexible?.limitMw ?? 0)]]
    case 'rooms':
      return roomEdits(plan, group, most, first)
    case 'crews':
      return [[{ path: `${site}.facility.maxPhasesPerQuarter`, value: null }]]
    case 'cooling':
      return [[up(`${site}.facility.coolingLimitItMw`, own?.facility.coolingLimitItMw ?? 0)]]
    case 'plant': {
      const plant = own?.power.onSite.find(({ id }) => id === partId)
      return plant ? [[up(`${site}.power.onSite[${partId}].maxMw`, plant.maxMw)]] : []
    }
    case 'contract': {
      const contract = own?.power.contracts.find(({ id }) => id === partId)
      if (!contract) return []
      const path = `${site}.power.contracts[${partId}]`
      const more = up(`${path}.maxMw`, contract.maxMw)
      return isBefore(first, contract.start)
        ? [[{ path: `${path}.start`, value: first }], [{ path: `${path}.start`, value: first }, more]]
        : [[more]]
    }
    case 'air-cooling':
      return [[{ path: 'procurement.coolingRule', value: 'note' }]]
    case 'ride-through':
      return [[{ path: `${site}.power.rideThroughMinutes`, value: 0 }]]
    case 'firm-power':
      return [[{ path: `${site}.power.reserveMarginShare`, value: 0 }]]
    case 'run-hours':
      return [[{ path: `${site}.power.onSite[${partId}].maxHoursPerYear`, value: 8760 }]]
    case 'fuel':
      return [[{ path: `${site}.power.onSite[${partId}].fuelLimitMmbtuPerDay`, value: null }]]
    case 'supply':
      return supplyEdits(plan, group.ownerId, lacks, first)
    case 'home-share':
      return loweredShares(
        `procurement.minimumDomesticShare.${ownerId}`,
        plan.procurement.minimumDomesticShare[ownerId] ?? 0,
      )
    case 'link': {
      const [regionId, siteId] = group.ownerId.split('>')
      const index = plan.distribution.links.findIndex(
        (link) => link.regionId === regionId && link.siteId === siteId,
      )
      const link = plan.distribution.links[index]
      return link ? [[up(`distribution.links[${index}].limitMTokS`, link.limitMTokS)]] : []
    }
    case 'api': {
      const api = plan.distribution.apis.find(({ id }) => id === group.ownerId)
      return api ? [[up(`distribution.apis[${api.id}].limitMTokS`, api.limitMTokS)]] : []
    }
    case 'lease': {
      const lease = plan.distribution.leases.find(({ id }) => id === group.ownerId)
      return lease ? [[{ ...up(`distribution.leases[${lease.id}].limitAccel`, lease.limitAccel) }]] : []
    }
    case 'carbon':
      return [[up(`${site}.power.carbonLimitTonnesPerYear`, own?.power.carbonLimitTonnesPerYear ?? 0)]]
    case 'water':
      return [[up(`${site}.facility.waterLimitM3PerYear`, own?.facility.waterLimitM3PerYear ?? 0)]]
    case 'clean-energy':
      return loweredShares(`${site}.power.minimumCleanShare`, own?.power.minimumCleanShare ?? 0)
    case 'locked-energy':
      return loweredShares(`${site}.power.minimumLockedShare`, own?.power.minimumLockedShare ?? 0)
    case 'capex':
      return [[up('budget.capexMusd', plan.budget.capexMusd ?? 0)]]
    case 'capex-year':
      return yearBudgets(inputs, lacks).map((value) => [{ path: 'budget.capexMusdByYear', value }])
    case 'carbon-budget':
      return [[up('budget.carbonTonnesPerYear', plan.budget.carbonTonnesPerYear ?? 0)]]
    case 'water-budget':
      return [[up('budget.waterM3PerYear', plan.budget.waterM3PerYear ?? 0)]]
    case 'carbon-total':
      return [[up('budget.carbonTonnes', plan.budget.carbonTonnes ?? 0)]]
    case 'unserved-total':
      return [[up('budget.unservedMTok', plan.budget.unservedMTok ?? 0)]]
    case 'leased-total':
      return [[up('budget.leasedMTok', plan.budget.leasedMTok ?? 0)]]
    case 'average-quality': {
      const taskClass = inputs.classes[inputs.groups.find(({ id }) => id === group.ownerId)!.classIndex]!
      const floor = qualityFloor(plan.routing, taskClass)
      return loweredShares(`routing.qualityFloorByClass.${taskClass.id}`, floor)
    }
    case 'demand':
      return []
    case 'hall':
      return []
    default:
      return group.family satisfies never
  }
}

/**
 * The budget of each year with what it lacks; as one year may bear all the lack where rooms of other years do not fit,
 * also the same for all years: their mean, and the highest.
 */
function yearBudgets({ plan, periods }: Inputs, lacks: Amounts): number[][] {
  const years = Map.groupBy(periods, ({ midYears }) => Math.floor(midYears))
  const needed = [...years.values()].map(([first], year) => {
    const before = stepAt(plan.budget.capexMusdByYear, year, 0)
    const lack = lacks.get(first!.label) ?? 0
    return lack > 0 ? roundUp(before + lack) : before
  })
  const mean = needed.reduce((sum, own) => sum + own, 0) / needed.length
  return [needed, [roundUp(mean)], [Math.max(...needed)]]
}

/** Three figures, rounded up. */
function roundUp(value: number): number {
  if (value <= 0) return 0
  const unit = 10 ** (Math.floor(Math.log10(value)) - 2)
  return Number((Math.ceil(value / unit - 1e-9) * unit).toPrecision(12))
}

/** Earlier where the grid is not there yet, more where it is, both. */
function gridEdits(inputs: Inputs, { ownerId }: ElasticGroup, lacks: Amounts, first: string): Edits[] {
  const siteIndex = inputs.plan.sites.findIndex(({ id }) => id === ownerId)
  const { power } = inputs.plan.sites[siteIndex]!
  const path = `sites[${ownerId}].power`
  const needed = inputs.periods.map(
    ({ label }, t) => gridLimitMw(inputs, siteIndex, t) + (lacks.get(label) ?? 0),
  )
  const mostMw = Math.max(power.gridLimitMw, ...needed)
  const more: PlanEdit[] =
    mostMw > power.gridLimitMw ? [{ path: `${path}.gridLimitMw`, value: roundUp(mostMw) }] : []
  const sooner: PlanEdit[] = isBefore(first, power.energised)
    ? [{ path: `${path}.energised`, value: first }]
    : []
  const at = Math.max(0, periodFrom(inputs.plan, sooner.length > 0 ? first : power.energised))
  /** A staircase that holds what is needed by each quarter from energisation. */
  const stairs: PlanEdit[] = []
  if (power.rampMwPerQuarter !== undefined || power.rampStepsMw !== undefined) {
    const steps = byQuarter(inputs.plan, needed.slice(at)).map(roundUp)
    const rising = steps.map((_, t) => Math.max(...steps.slice(0, t + 1)))
    stairs.push({ path: `${path}.rampStepsMw`, value: rising })
  }
  return [sooner, more, [...sooner, ...more], [...sooner, ...more, ...stairs]].filter(
    (edits) => edits.length > 0,
  )
}

/** What each quarter needs at most, of what each period needs. */
function byQuarter({ horizon }: Plan, needed: readonly number[]): number[] {
  const months = monthsPerPeriod({ horizon })
  const quarters = Math.ceil((needed.length * months) / MONTHS_PER_QUARTER)
  return Array.from({ length: quarters }, (_, q) => {
    const from = Math.floor((q * MONTHS_PER_QUARTER) / months)
    return Math.max(...needed.slice(from, Math.max(from + 1, ((q + 1) * MONTHS_PER_QUARTER) / months)))
  })
}

function roomEdits(plan: Plan, { ownerId }: ElasticGroup, most: number, first: string): Edits[] {
  const { facility } = plan.sites.find(({ id }) => id === ownerId)!
  const path = `sites[${ownerId}].facility`
  const phases = Math.ceil(most / facility.moduleItMw - 1e-9)
  const more: PlanEdit = { path: `${path}.maxItMw`, value: facility.maxItMw + phases * facility.moduleItMw }
  const months = monthNumber(first) - monthNumber(plan.horizon.start)
  const sooner: PlanEdit[] = [
    ...(isBefore(first, facility.earliest) ? [{ path: `${path}.earliest`, value: first }] : []),
    ...(months < facility.buildMonths ? [{ path: `${path}.buildMonths`, value: months }] : []),
  ]
  return sooner.length > 0 ? [sooner, [more], [...sooner, more]] : [[more]]
}

/** More in every period, or sooner. */
function supplyEdits(plan: Plan, acceleratorId: string, lacks: Amounts, first: string): Edits[] {
  const accelerator = plan.accelerators.find(({ id }) => id === acceleratorId)!
  const path = `accelerators[${acceleratorId}]`
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
  const both = { ...more, value: Math.ceil(accelerator.supplyUnitsPerPeriod + Math.max(...lacks.values())) }
  return sooner.length > 0 ? [[more], sooner, [...sooner, both]] : [[more]]
}

/** Shares from just below down to none. */
function loweredShares(path: string, share: number): Edits[] {
  return [0.95, 0.9, 0.8, 0.65, 0.5, 0.25, 0].map((own) => [
    { path, value: Math.floor(share * own * 1000) / 1000 },
  ])
}
