import type { LayerName } from '../../../plan/result/cake.ts'
import { supplyToDate } from '../../layers/accelerators/purchase.ts'
import { trainingItMw, trainingUnits } from '../../layers/accelerators/training.ts'
import { fixedItMw, phasesAllowed, unitItMw } from '../../layers/aidc/facility.ts'
import { firmLimitMw } from '../../layers/power/grid/firmLimit.ts'
import { mostMTokS } from '../../layers/scheduling/shifts.ts'
import type { Reader, SiteState } from '../reader.ts'

/** What a layer could carry at a site in a period, beside what is asked of it. */
export interface LayerLimit {
  readonly layer: LayerName
  /** Mtok/s at the busiest minute; null: the layer sets no limit here. */
  readonly capacityMTokS: number | null
  readonly used: number
  /** In the layer's own unit; null as capacity. */
  readonly limit: number | null
  readonly unit: string
  /** Layer 4: memory there over memory that the batch at the latency target wants; null elsewhere and where idle. */
  readonly memoryShare: number | null
  /** The limit is exhausted: less is left than one more step (rack, room, MW) needs. */
  readonly isTight: boolean
}

/** Numbers below this are solver noise. */
const NOISE = 1e-6

/**
 * The limits of layers 6 to 1 at one site: each from its own limit, as if all others were wide.
 *
 *   power         need x (grid limit + firm plant - fixed) / (peak facility MW - fixed)
 *   facility      need x (attainable IT MW - fixed) / (IT MW in service - fixed)
 *   accelerators  need x units attainable by supply / units in service, each weighted by its speed on the mix, less
 *                 what training keeps
 *   models        need x units in service / units busy, each weighted by its speed on the mix; short memory slows a
 *                 unit, which its speed already says, and does not stop it
 *   distribution  limits of limited links + demand of regions without a limit
 *   scheduling    demand that is eligible for this site
 */
export function siteLimits(reader: Reader, siteIndex: number, t: number): LayerLimit[] {
  const state = reader.site(siteIndex, t)
  return [
    schedulingLimit(reader, siteIndex, t, state),
    distributionLimit(reader, siteIndex, t, state),
    modelsLimit(reader, siteIndex, t, state),
    acceleratorsLimit(reader, siteIndex, t, state),
    facilityLimit(reader, siteIndex, t, state),
    powerLimit(reader, siteIndex, t, state),
  ]
}

/** Mtok/s of one unit on the site's mix of demand: what flows there, or would be eligible if nothing does. */
function mixSpeeds(reader: Reader, siteIndex: number, t: number, h: number): number[] {
  const { inputs, distribution } = reader.formulation
  const weights = inputs.classes.map(() => 0)
  const flowing = distribution.toSites.filter((flow) => flow.placeIndex === siteIndex)
  for (const flow of flowing) {
    weights[flow.classIndex] = weights[flow.classIndex]! + reader.at(flow.columns[t]![h]!)
  }
  if (weights.every((weight) => weight <= NOISE)) {
    for (const flow of flowing) {
      const group = inputs.groups[flow.groupIndex]!
      weights[flow.classIndex] = weights[flow.classIndex]! + group.demandMTokS[t]![h]!
    }
  }
  return inputs.plan.accelerators.map((_, g) => {
    if (inputs.fleet.refusals[siteIndex]![g] !== null) return 0
    let tokens = 0
    let unitTime = 0
    weights.forEach((weight, classIndex) => {
      const speed = inputs.speed[classIndex]![g]!.mTokSPerUnit
      if (weight <= 0 || speed <= 0) return
      tokens += weight
      unitTime += weight / speed
    })
    return unitTime > 0 ? tokens / unitTime : 0
  })
}

/** Units that the site could have: its own in service and what supply has left. */
function attainableUnits(reader: Reader, state: SiteState, t: number): number[] {
  const { inputs, accelerators } = reader.formulation
  return inputs.plan.accelerators.map((_, g) => {
    const bought = accelerators.fleets
      .filter((fleet) => fleet.acceleratorIndex === g)
      .reduce((sum, fleet) => sum + reader.at(fleet.bought[t]!), 0)
    return state.active[g]! + Math.max(0, supplyToDate(inputs, g, t) - bought)
  })
}

/** Accelerators that can serve something of the site's demand. */
function usable(speeds: readonly number[]): number[] {
  return speeds.flatMap((speed, g) => (speed > 0 ? [g] : []))
}

/** Mtok/s of units on the mix. */
function weigh(units: readonly number[], speeds: readonly number[]): number {
  return usable(speeds).reduce((sum, g) => sum + units[g]! * speeds[g]!, 0)
}

/** Units that can serve something of the mix. */
function count(units: readonly number[], speeds: readonly number[]): number {
  return usable(speeds).reduce((sum, g) => sum + units[g]!, 0)
}

/** Units without those that training keeps. */
function lessTraining(reader: Reader, siteIndex: number, t: number, units: readonly number[]): number[] {
  return units.map((own, g) => own - trainingUnits(reader.formulation.inputs, siteIndex, g, t).kept)
}

/** Best Mtok/s per IT MW, for a site where nothing runs yet. */
function mTokSPerItMw(reader: Reader, speeds: readonly number[]): number {
  const { inputs } = reader.formulation
  return Math.max(0, ...speeds.map((speed, g) => speed / unitItMw(inputs, g)))
}

/** The need scaled by limit over use, or limit times a yield where nothing is used. */
function scaled(needMTokS: number, limit: number, used: number, yieldPerUnit: number): number {
  return used > NOISE && needMTokS > NOISE ? (needMTokS * limit) / used : limit * yieldPerUnit
}

function smallestUnitMw(reader: Reader, speeds: readonly number[]): number {
  return Math.min(...usable(speeds).map((g) => unitItMw(reader.formulation.inputs, g)))
}

function powerLimit(reader: Reader, siteIndex: number, t: number, state: SiteState): LayerLimit {
  const { inputs } = reader.formulation
  const pue = inputs.climate[siteIndex]!.pueDesign
  const fixed = pue * (fixedItMw(inputs, siteIndex, t) + trainingItMw(inputs, siteIndex, t))
  const limit = firmLimitMw(inputs, siteIndex, t)
  const speeds = mixSpeeds(reader, siteIndex, t, state.peakSlice)
  return {
    layer: 'power',
    capacityMTokS: scaled(
      state.peakMTokS,
      limit - fixed,
      state.peakMw - fixed,
      mTokSPerItMw(reader, speeds) / pue,
    ),
    used: state.peakMw,
    limit,
    unit: 'MW firm',
    memoryShare: null,
    isTight: limit - state.peakMw < pue * smallestUnitMw(reader, speeds),
  }
}

function facilityLimit(reader: Reader, siteIndex: number, t: number, state: SiteState): LayerLimit {
  const { inputs } = reader.formulation
  const { facility } = inputs.plan.sites[siteIndex]!
  const fixed = fixedItMw(inputs, siteIndex, t) + trainingItMw(inputs, siteIndex, t)
  const rooms = facility.existingItMw + facility.moduleItMw * phasesAllowed(inputs, siteIndex, t)
  const limit = Math.min(rooms, facility.coolingLimitItMw ?? Number.POSITIVE_INFINITY)
  const speeds = mixSpeeds(reader, siteIndex, t, state.peakSlice)
  return {
    layer: 'facility',
    capacityMTokS: scaled(
      state.peakMTokS,
      limit - fixed,
      state.usedItMw - fixed,
      mTokSPerItMw(reader, speeds),
    ),
    used: state.usedItMw,
    limit,
    unit: facility.coolingLimitItMw !== undefined && limit < rooms ? 'MW IT cooled' : 'MW IT',
    memoryShare: null,
    isTight: limit - state.usedItMw < smallestUnitMw(reader, speeds),
  }
}

function acceleratorsLimit(reader: Reader, siteIndex: number, t: number, state: SiteState): LayerLimit {
  const speeds = mixSpeeds(reader, siteIndex, t, state.peakSlice)
  const attainable = attainableUnits(reader, state, t)
  const forServing = (units: readonly number[]) => weigh(lessTraining(reader, siteIndex, t, units), speeds)
  // What trains stands there too, whether or not it could serve.
  const training = state.active.reduce((sum, units, g) => sum + (speeds[g]! > 0 ? 0 : units), 0)
  return {
    layer: 'accelerators',
    capacityMTokS: scaled(state.peakMTokS, forServing(attainable), forServing(state.active), 1),
    used: count(state.active, speeds) + training,
    limit: count(attainable, speeds) + training,
    unit: 'units',
    memoryShare: null,
    isTight: usable(speeds).every((g) => attainable[g]! - state.active[g]! < 1 - NOISE),
  }
}

function modelsLimit(reader: Reader, siteIndex: number, t: number, state: SiteState): LayerLimit {
  const speeds = mixSpeeds(reader, siteIndex, t, state.peakSlice)
  const serving = lessTraining(reader, siteIndex, t, state.active)
  const memoryShare = meanMemoryShare(reader, siteIndex, t, state.peakSlice)
  return {
    layer: 'models',
    capacityMTokS: scaled(state.peakMTokS, weigh(serving, speeds), weigh(state.busy, speeds), 1),
    used: count(state.busy, speeds),
    limit: count(serving, speeds),
    unit: 'units busy',
    memoryShare,
    isTight: memoryShare !== null && memoryShare < 1,
  }
}

/** Over the units busy in a slice; null: none is. */
function meanMemoryShare(reader: Reader, siteIndex: number, t: number, h: number): number | null {
  const { inputs, serving } = reader.formulation
  let units = 0
  let shares = 0
  for (const busy of serving.busy) {
    if (busy.siteIndex !== siteIndex) continue
    const amount = reader.at(busy.columns[t]![h]!)
    units += amount
    shares += amount * inputs.speed[busy.classIndex]![busy.acceleratorIndex]!.memoryRatio
  }
  return units > NOISE ? shares / units : null
}

function distributionLimit(reader: Reader, siteIndex: number, t: number, state: SiteState): LayerLimit {
  const { inputs, distribution } = reader.formulation
  const h = state.peakSlice
  const rows = distribution.linkRows.filter(
    (link) => link.siteIndex === siteIndex && link.period === t && link.slice === h,
  )
  if (rows.length === 0) {
    return {
      layer: 'distribution',
      capacityMTokS: null,
      used: state.peakMTokS,
      limit: null,
      unit: 'Mtok/s',
      memoryShare: null,
      isTight: false,
    }
  }
  const limited = new Set(rows.map((link) => link.regionId))
  const limit = rows.reduce((sum, link) => sum + link.limitMTokS, 0)
  let used = 0
  let open = 0
  for (const flow of distribution.toSites) {
    if (flow.placeIndex !== siteIndex) continue
    const group = inputs.groups[flow.groupIndex]!
    const peak = group.peakFactor[t]![h]!
    if (group.regionIds.some((id) => limited.has(id))) used += peak * reader.at(flow.columns[t]![h]!)
    else open += peak * mostMTokS(inputs, flow.groupIndex, t, h)
  }
  return {
    layer: 'distribution',
    capacityMTokS: limit + open,
    used,
    limit,
    unit: 'Mtok/s over limited links',
    memoryShare: null,
    isTight: used > limit - NOISE,
  }
}

function schedulingLimit(reader: Reader, siteIndex: number, t: number, state: SiteState): LayerLimit {
  const { inputs, agents } = reader.formulation
  const h = state.peakSlice
  let eligible = 0
  let strandedElsewhere = 0
  inputs.groups.forEach((group, i) => {
    if (group.siteIndices.includes(siteIndex))
      eligible += group.peakFactor[t]![h]! * mostMTokS(inputs, i, t, h)
    else strandedElsewhere += reader.at(agents.unserved[i]![t]![h]!)
  })
  return {
    layer: 'scheduling',
    capacityMTokS: eligible,
    used: state.peakMTokS,
    limit: eligible,
    unit: 'Mtok/s eligible here',
    memoryShare: null,
    isTight: state.peakMTokS > eligible - NOISE && strandedElsewhere > NOISE,
  }
}
