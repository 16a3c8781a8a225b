import { MB_PER_GB, SECONDS_PER_HOUR, USD_PER_MUSD } from '../../../plan/units.ts'
import type { DemandGroup, Inputs } from '../../derive/inputs.ts'
import type { Period } from '../../derive/periods.ts'
import type { Problem, Row, Term } from '../../problem/problem.ts'
import type { Agents } from '../agents/agents.ts'
import { leastRoyaltyUsdPerMTok, royaltyUsdPerMTok } from '../models/royalty.ts'
import { declareQuality } from '../scheduling/quality.ts'
import { declareShifts, mostMTokS, type Shift, shiftTerms } from '../scheduling/shifts.ts'
import { type Flow, peakTerm } from './flows.ts'
import { declareLeases, type LeaseBlocks } from './leases.ts'

export interface Distribution {
  readonly toSites: readonly Flow[]
  readonly toLeases: readonly Flow[]
  /** Tokens bought of APIs. */
  readonly toApis: readonly Flow[]
  /** Work that waits for a later slice. */
  readonly shifts: readonly Shift[]
  /** Reserved leases; the others are paid by the hour used. */
  readonly leaseBlocks: readonly LeaseBlocks[]
  /** [group][period][slice]: the balance; its dual is the marginal cost of a Mtok/s. */
  readonly balance: readonly (readonly (readonly Row[])[])[]
  /** Rows of limited links. */
  readonly linkRows: readonly {
    siteIndex: number
    regionId: string
    period: number
    slice: number
    row: Row
    limitMTokS: number
  }[]
}

/**
 * Layer 5, distribution: flows from regions to sites and leases.
 *
 *   1. balance   sum_s F[i,s,t,h] + sum_l L[i,l,t,h] + sum_a B[i,a,t,h] + unserved[i,t,h] + leaving[i,t,h]
 *                  = D[i,t,h] + coming[i,t,h]                     (what waits: `scheduling/shifts.ts`)
 *   2. link      sum_i peak_i F[i,s,t,h] <= limit(r,s)            (only regions with a limited link)
 *   3. API       sum_i peak_i B[i,a,t,h] <= limit(a),   B[i,a,t,h] <= uptake(a) D[i,t,h]
 *
 * Cost: egress per byte on all, royalty per token on F and L, price per accelerator-hour used on L where the lease
 * has no term, the API's price of the class's mix on B; leased compute itself is in `leases.ts`.
 */
export function declareDistribution(problem: Problem, inputs: Inputs, agents: Agents): Distribution {
  const { toSites, toLeases, toApis } = declareRoutes(problem, inputs)
  const shifts = declareShifts(problem, inputs)
  declareApiLimits(problem, inputs, toApis)
  declareQuality(problem, inputs, { toSites, toLeases, toApis })
  return {
    toSites,
    toLeases,
    toApis,
    shifts,
    leaseBlocks: declareLeases(problem, inputs, toLeases),
    balance: declareBalance(problem, inputs, agents, [...toSites, ...toLeases, ...toApis], shifts),
    linkRows: declareLinks(problem, inputs, toSites),
  }
}

function declareRoutes(
  problem: Problem,
  inputs: Inputs,
): Pick<Distribution, 'toSites' | 'toLeases' | 'toApis'> {
  const { speed, leaseSpeed } = inputs
  const flowsTo = declareFlows.bind(null, problem, inputs)
  return {
    toSites: flowsTo(
      'flow',
      (group) => group.siteIndices,
      siteUsdPerMTok,
      (group) => able(group, (own) => speed[own]!.some(({ mTokSPerUnit }) => mTokSPerUnit > 0)),
    ),
    toLeases: flowsTo(
      'lease',
      (group) => group.leaseIndices,
      leaseUsdPerMTok,
      (group, place) => able(group, (own) => leaseSpeed[own]![place]!.mTokSPerUnit > 0),
    ),
    toApis: flowsTo(
      'api',
      (group) => group.apiIndices,
      apiUsdPerMTok,
      ({ classIndex }) => [classIndex],
      (place) => inputs.plan.distribution.apis[place]!.uptakeShare,
    ),
  }
}

function declareFlows(
  problem: Problem,
  inputs: Inputs,
  prefix: string,
  placesOf: (group: DemandGroup) => readonly number[],
  usdPerMTok: (inputs: Inputs, classIndex: number, place: number, period: Period) => number,
  servesAs: (group: DemandGroup, place: number) => readonly number[],
  uptakeShare: (place: number) => number = () => 1,
): Flow[] {
  return inputs.groups.flatMap((group, groupIndex) => {
    const upperOf = (place: number, t: number, h: number) =>
      uptakeShare(place) < 1
        ? uptakeShare(place) * group.demandMTokS[t]![h]!
        : mostMTokS(inputs, groupIndex, t, h)
    return placesOf(group).flatMap((placeIndex) =>
      servesAs(group, placeIndex).map((classIndex) => ({
        ...{ groupIndex, classIndex, placeIndex },
        columns: inputs.periods.map((period) => {
          const usd = usdPerMTok(inputs, classIndex, placeIndex, period)
          const { modelId } = inputs.classes[classIndex]!
          const name = `${prefix}.${group.id}${modelId === undefined ? '' : `@${modelId}`}.${placeIndex}`
          return inputs.slices.map((slice) =>
            problem.variable(`${name}.${period.label}.${slice.id}`, 'Mtok/s', {
              upper: upperOf(placeIndex, period.index, slice.index),
              cost: (usd * slice.hoursPerPeriod * SECONDS_PER_HOUR * period.discount) / USD_PER_MUSD,
            }),
          )
        }),
      })),
    )
  })
}

/** Of the classes as which a group is served, those that some hardware has a speed for; its own where it is alone. */
function able({ servedAs }: DemandGroup, canServe: (classIndex: number) => boolean): readonly number[] {
  return servedAs.length > 1 ? servedAs.filter(canServe) : servedAs
}

/** A million tokens of `bytesPerToken` are so many MB. */
export function egressUsdPerMTok({ plan }: Inputs): number {
  return (plan.distribution.bytesPerToken * plan.distribution.egressUsdPerGb) / MB_PER_GB
}

function siteUsdPerMTok(inputs: Inputs, classIndex: number): number {
  return egressUsdPerMTok(inputs) + leastRoyaltyUsdPerMTok(inputs, classIndex)
}

function leaseUsdPerMTok(inputs: Inputs, classIndex: number, place: number, period: Period): number {
  const lease = inputs.plan.distribution.leases[place]
  const speed = inputs.leaseSpeed[classIndex]?.[place]
  if (!lease || !speed || speed.mTokSPerUnit <= 0) return 0
  const perToken = egressUsdPerMTok(inputs) + royaltyUsdPerMTok(inputs, speed)
  if (lease.termQuarters > 0) return perToken
  const price = inputs.leaseUsdPerAccelH[place]![period.index]!
  return price / (speed.mTokSPerUnit * SECONDS_PER_HOUR) + perToken
}

function apiUsdPerMTok(inputs: Inputs, classIndex: number, place: number, period: Period): number {
  const isAtUser = inputs.plan.distribution.apis[place]?.tier === 'device'
  return (isAtUser ? 0 : egressUsdPerMTok(inputs)) + inputs.apiUsdPerMTok[place]![classIndex]![period.index]!
}

function declareApiLimits(problem: Problem, inputs: Inputs, flows: readonly Flow[]): void {
  inputs.plan.distribution.apis.forEach((api, index) => {
    const own = flows.filter((flow) => flow.placeIndex === index)
    if (own.length === 0) return
    for (const period of inputs.periods)
      for (const slice of inputs.slices) {
        const terms = own.map((flow) => peakTerm(inputs, flow, period, slice))
        problem.atMost(`api.${api.id}.${period.label}.${slice.id}`, 'Mtok/s', terms, api.limitMTokS)
      }
  })
}

function declareBalance(
  problem: Problem,
  inputs: Inputs,
  agents: Agents,
  flows: readonly Flow[],
  shifts: readonly Shift[],
): Row[][][] {
  return inputs.groups.map((group, groupIndex) => {
    const own = flows.filter((flow) => flow.groupIndex === groupIndex)
    return inputs.periods.map((period) =>
      inputs.slices.map((slice) => {
        const terms: Term[] = own.map((flow) => [1, flow.columns[period.index]![slice.index]!])
        terms.push([1, agents.unserved[groupIndex]![period.index]![slice.index]!])
        terms.push(...shiftTerms(inputs, shifts, groupIndex, period.index, slice.index))
        const demand = group.demandMTokS[period.index]![slice.index]!
        return problem.equal(`balance.${group.id}.${period.label}.${slice.id}`, 'Mtok/s', terms, demand)
      }),
    )
  })
}

function declareLinks(problem: Problem, inputs: Inputs, flows: readonly Flow[]): Distribution['linkRows'] {
  return inputs.plan.distribution.links.flatMap((link) => {
    const siteIndex = inputs.plan.sites.findIndex((site) => site.id === link.siteId)
    const own = flows.filter(
      (flow) =>
        flow.placeIndex === siteIndex && inputs.groups[flow.groupIndex]!.regionIds.includes(link.regionId),
    )
    return inputs.periods.flatMap((period) =>
      inputs.slices.map((slice) => ({
        siteIndex,
        regionId: link.regionId,
        period: period.index,
        slice: slice.index,
        limitMTokS: link.limitMTokS,
        row: problem.atMost(
          `link.${link.regionId}.${link.siteId}.${period.label}.${slice.id}`,
          'Mtok/s',
          own.map((flow) => peakTerm(inputs, flow, period, slice)),
          link.limitMTokS,
        ),
      })),
    )
  })
}
