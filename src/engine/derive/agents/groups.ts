import type { Plan } from '../../../plan/schema/plan.ts'
import { offerRttMs } from '../../../plan/tiers.ts'
import type { FleetRules } from '../accelerators/fleetRules.ts'
import type { DemandGroup, Eligibility, Refusal, ServingSpeed, TaskClass } from '../inputs.ts'
import { listPeriods } from '../periods.ts'
import { refusalAtApi, refusalAtLease, refusalAtSite, type Targets } from '../scheduling/eligibility.ts'
import { isAverage, qualityFloor } from '../scheduling/qualityRule.ts'
import type { Slice } from '../slices.ts'
import { demandBySlice } from './demandBySlice.ts'
import { shareInClass, tokenMix, type Workload } from './workloads.ts'

interface Grouping {
  readonly plan: Plan
  /** Those of the demand first, then those by model. */
  readonly classes: readonly TaskClass[]
  readonly workloads: readonly Workload[]
  readonly slices: readonly Slice[]
  /** [region][site]. */
  readonly rttMs: readonly (readonly number[])[]
  /** [class][accelerator]. */
  readonly speed: readonly (readonly ServingSpeed[])[]
  /** [class][lease]. */
  readonly leaseSpeed: readonly (readonly ServingSpeed[])[]
  readonly refusals: FleetRules['refusals']
  readonly leaseRefusals: FleetRules['leaseRefusals']
}

/** For each class and region, where it may be served and why not elsewhere. */
export function listEligibility(grouping: Grouping): Eligibility[] {
  const { plan, classes, workloads, rttMs } = grouping
  return classes.flatMap((taskClass, classIndex) => {
    if (taskClass.modelId !== undefined) return []
    const targets = targetsOf(workloads, taskClass)
    const speeds = bestOf(grouping.speed, servedAs(classes, classIndex))
    const leaseSpeeds = bestOf(grouping.leaseSpeed, servedAs(classes, classIndex))
    return plan.regions.flatMap((region, regionIndex) => {
      const tokS = tokensOf(workloads, taskClass, region.id)
      if (tokS <= 0) return []
      const question = (ms: number) => ({ plan, taskClass, zone: region.residencyZone, rttMs: ms })
      return [
        {
          classIndex,
          regionIndex,
          sites: nearestOnly(
            plan,
            rttMs[regionIndex]!,
            plan.sites.map((site, index) =>
              refusalAtSite(question(rttMs[regionIndex]![index]!), site, {
                speeds,
                refusals: grouping.refusals[index]!,
              }),
            ),
          ),
          leases: plan.distribution.leases.map((lease, index) =>
            refusalAtLease(question(lease.rttMs), lease, leaseSpeeds[index]!, grouping.leaseRefusals[index]!),
          ),
          apis: plan.distribution.apis.map((api) => refusalAtApi(question(offerRttMs(api)), api, targets)),
        },
      ]
    })
  })
}

/** Classes as which a class is served: itself, or those by model. */
function servedAs(classes: readonly TaskClass[], classIndex: number): number[] {
  const { id } = classes[classIndex]!
  const byModel = classes.flatMap((own, index) => (own.id === id && own.modelId !== undefined ? [index] : []))
  return byModel.length > 0 ? byModel : [classIndex]
}

/** [hardware] the fastest of some classes. */
function bestOf(table: Grouping['speed'], classIndices: readonly number[]): ServingSpeed[] {
  return table[classIndices[0]!]!.map((first, g) =>
    classIndices.reduce((best, index) => {
      const own = table[index]![g]!
      return own.mTokSPerUnit > best.mTokSPerUnit ? own : best
    }, first),
  )
}

/** Without pooling, the nearest of the sites that may serve a region, and no other. */
function nearestOnly({ routing }: Plan, rttMs: readonly number[], refusals: readonly Refusal[]): Refusal[] {
  if (routing.poolAcrossSites) return [...refusals]
  const nearest = open(refusals).reduce((best, s) => (rttMs[s]! < (rttMs[best] ?? Infinity) ? s : best), -1)
  return refusals.map((refusal, s) => (refusal === null && s !== nearest ? 'not-nearest' : refusal))
}

/**
 * Regions of a class that may go to the same places become one group, unless one of their links is limited, their
 * work may wait or their floor is an average: then each needs columns of its own.
 */
export function groupDemand(grouping: Grouping, eligibility: readonly Eligibility[]): DemandGroup[] {
  const { plan, classes, workloads, slices } = grouping
  const limited = new Set(plan.distribution.links.map((link) => link.regionId))
  const merged = Map.groupBy(eligibility, (item) => {
    const own = plan.regions[item.regionIndex]!.id
    const places = [...item.sites, '|', ...item.leases, '|', ...item.apis]
    const taskClass = classes[item.classIndex]!
    const isAlone =
      limited.has(own) || deferrableHours(plan, taskClass, slices) > 0 || isAverage(plan.routing, taskClass)
    const open = places.map((refusal) => (refusal === null ? 1 : 0))
    return `${item.classIndex} ${open.join('')} ${isAlone ? own : ''}`
  })
  return [...merged.values()].map((items) => {
    const { classIndex, sites, leases, apis } = items[0]!
    const taskClass = classes[classIndex]!
    const deferrableH = deferrableHours(plan, taskClass, slices)
    const regions = items.map((item) => plan.regions[item.regionIndex]!)
    const demandOf = (own: typeof regions) =>
      demandBySlice(workloads, taskClass, own, listPeriods(plan), slices)
    const all = demandOf(regions)
    const byRegion = regions.map((region) => demandOf([region]).demandMTokS)
    return {
      id: `${taskClass.id}.${regions.map((region) => region.id).join('+')}`,
      classIndex,
      servedAs: servedAs(classes, classIndex),
      averageFloor: isAverage(plan.routing, taskClass) ? qualityFloor(plan.routing, taskClass) : null,
      regionIds: regions.map((region) => region.id),
      siteIndices: open(sites),
      leaseIndices: open(leases),
      apiIndices: open(apis),
      regionShares: all.demandMTokS.map((row, t) =>
        row.map((total, h) => byRegion.map((own) => (total > 0 ? own[t]![h]! / total : 1 / byRegion.length))),
      ),
      outputShare: tokenMix(workloads, taskClass).output,
      deferrableH,
      ...(deferrableH > 0 ? { ...all, peakFactor: all.peakFactor.map((row) => row.map(() => 1)) } : all),
    }
  })
}

function open(refusals: Eligibility['sites']): number[] {
  return refusals.flatMap((refusal, index) => (refusal === null ? [index] : []))
}

/** Tokens of a class in a region over the horizon, in tokens per second summed over periods. */
function tokensOf(workloads: readonly Workload[], taskClass: TaskClass, regionId: string): number {
  return workloads.reduce((sum, workload) => {
    const share = shareInClass(workload, taskClass) * (workload.regionShares[regionId] ?? 0)
    return sum + share * workload.tokS.reduce((total, value) => total + value, 0)
  }, 0)
}

/** The tightest targets of a class. */
function targetsOf(workloads: readonly Workload[], taskClass: TaskClass): Targets {
  const own = workloads.filter((workload) => shareInClass(workload, taskClass) > 0)
  return {
    ttftMs: Math.min(...own.map((workload) => workload.ttftMs)),
    tpotMs: Math.min(...own.map((workload) => workload.tpotMs)),
  }
}

/** Hours that a class may wait; none where they are fewer than the longest block of a day has. */
function deferrableHours({ routing }: Plan, { id, latency }: TaskClass, slices: readonly Slice[]): number {
  const general = latency === 'standard' || latency === 'batch' ? routing.deferrableHours[latency] : 0
  const hours = routing.deferrableHoursByClass[id] ?? general
  return hours >= Math.max(...slices.map((slice) => slice.hours.length)) ? hours : 0
}
