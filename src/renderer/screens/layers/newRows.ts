import { listPeriods } from '../../../engine/derive/periods.ts'
import type { Plan, PlanInput } from '../../../plan/schema/plan.ts'
import { newId } from '../../grid/newId.ts'
import { currentWords } from '../../words/useWords.ts'

/** New rows with defaults that fit; the planner then types over them. */
type Row<K extends keyof PlanInput> = NonNullable<PlanInput[K]> extends readonly (infer R)[] ? R : never

export function newRegion(plan: Plan): Row<'regions'> {
  const [like] = plan.regions
  return {
    ...structuredClone(like!),
    id: newId(plan.regions, 'region'),
    name: currentWords().fields.newThings.region,
  }
}

export function newDemand(plan: Plan): Row<'demand'> {
  const share = 1 / plan.regions.length
  return {
    id: newId(plan.demand, 'demand'),
    archetypeId: 'chat_user',
    unitsStart: 0,
    unitsEnd: 0,
    growth: 'cagr',
    regionShares: Object.fromEntries(plan.regions.map((region) => [region.id, share])),
  }
}

/** A step that begins with the second period. */
export function newStep(plan: Plan) {
  const labels = listPeriods(plan).map((period) => period.label)
  return { from: labels[1] ?? plan.horizon.start, addUnits: 0 }
}

export function newModel(plan: Plan): Row<'models'> {
  const id = newId(plan.models, 'model')
  if (plan.models.length > 0) return { id, catalogModelId: 'gpt-oss-20b', quality: 0.5 }
  // The first one serves everything that the plan asks for: with a weaker one nothing could be solved.
  const { qualityFloorComplex, qualityFloorSimple, qualityFloorByClass } = plan.routing
  const quality = Math.max(qualityFloorComplex, qualityFloorSimple, ...Object.values(qualityFloorByClass))
  return { id, catalogModelId: 'gpt-oss-120b', quality, note: currentWords().fields.firstModelNote }
}

export function newAccelerator(plan: Plan): Row<'accelerators'> {
  return {
    id: newId(plan.accelerators, 'accelerator'),
    catalogAcceleratorId: 'nvidia-b300-sxm',
    accelPerUnit: 8,
    unitItKw: 14.4,
    priceUsdPerUnit: 846885,
    cooling: 'liquid',
    leadMonths: 9,
    supplyUnitsPerPeriod: 100,
  }
}

export function newTraining(plan: Plan): Row<'training'> {
  return {
    id: newId(plan.training, 'training'),
    siteId: plan.sites[0]?.id ?? '',
    acceleratorId: plan.accelerators[0]?.id ?? '',
    units: 1,
    from: plan.horizon.start,
  }
}

export function newSite(plan: Plan): Row<'sites'> {
  const [region] = plan.regions
  return {
    id: newId(plan.sites, 'site'),
    name: currentWords().fields.newThings.site,
    catalogRegionId: region!.catalogRegionId,
    residencyZone: region!.residencyZone,
    facility: {
      archetypeId: 'modular_room_2_4mw',
      moduleItMw: 1,
      maxItMw: 4,
      buildMonths: 9,
      earliest: plan.horizon.start,
      capexMusdPerMw: 10,
      coolingTechnologyId: plan.sites[0]?.facility.coolingTechnologyId ?? 'dlc85_w45_drycooler',
    },
    power: { gridLimitMw: 4, energised: plan.horizon.start },
  }
}

export function newLease(plan: Plan) {
  return {
    id: newId(plan.distribution.leases, 'lease'),
    name: currentWords().fields.newThings.lease,
    acceleratorId: 'nvidia-h200-sxm',
    usdPerAccelH: 3,
    limitAccel: 100,
  }
}

export function newLink(plan: Plan) {
  return { regionId: plan.regions[0]!.id, siteId: plan.sites[0]?.id ?? '', limitMTokS: 1 }
}

export function newOnSite(plan: Plan) {
  const own = plan.sites.flatMap((site) => site.power.onSite)
  return { id: newId(own, 'plant'), energySourceId: 'pv_util', maxMw: 1, unitMw: 1 }
}

export function newContract(plan: Plan) {
  const own = plan.sites.flatMap((site) => site.power.contracts)
  return {
    ...{ id: newId(own, 'contract'), kind: 'pay-as-produced', energySourceId: 'pv_util', maxMw: 1 },
    start: plan.horizon.start,
  }
}

export function newApi(plan: Plan) {
  return {
    ...{
      id: newId(plan.distribution.apis, 'api'),
      name: currentWords().fields.newThings.api,
      tokenPriceId: 'openai-gpt-4.1-mini',
    },
    ...{ quality: 0.8, limitMTokS: 1 },
  }
}

export function newSale(plan: Plan) {
  return {
    ...{
      id: newId(plan.distribution.sales, 'market'),
      name: currentWords().fields.newThings.market,
      kind: 'accelerator-hours',
    },
    ...{ acceleratorId: plan.accelerators[0]?.id ?? '', usd: 1, depth: 0 },
  }
}

export function newService(plan: Plan) {
  const strong = plan.models.toSorted((a, b) => b.quality - a.quality)
  return {
    ...{ id: newId([...plan.models, ...plan.routing.services], 'service'), kind: 'router', strongShare: 0.5 },
    ...{ strongModelId: strong[0]?.id ?? '', weakModelId: strong.at(-1)?.id ?? '' },
    quality: strong.at(-1)?.quality ?? 0,
  }
}
