import type { PlanResult } from '../../../plan/result/result.ts'
import type { SiteBuild } from '../../../plan/result/siteBuild.ts'
import { SECONDS_PER_HOUR, TOKENS_PER_MTOK } from '../../../plan/units.ts'
import type { Inputs } from '../../derive/inputs.ts'
import type { Period } from '../../derive/periods.ts'
import { trainingUnits } from '../../layers/accelerators/training.ts'
import { heldTerms, type LeaseBlocks } from '../../layers/distribution/leases.ts'
import { leaseBlockMusd } from '../money/costs.ts'
import type { Reader } from '../reader.ts'
import { type Closed, meanOf } from '../tokens/closedFlows.ts'
import { powerBuild } from './powerBuild.ts'

/** Below this many Mtok/s or units a value is solver noise. */
const NOISE = 1e-7

/** What stands at each site in each period. */
export function siteBuilds(reader: Reader, closed: Closed): SiteBuild[] {
  const { inputs, accelerators } = reader.formulation
  return inputs.plan.sites.flatMap((site, siteIndex) =>
    inputs.periods.map((period, t) => {
      const state = reader.site(siteIndex, t)
      return {
        siteId: site.id,
        period: period.label,
        builtItMw: state.builtItMw,
        usedItMw: state.usedItMw,
        phases: state.phases,
        peakMw: state.peakMw,
        unitsByAccelerator: Object.fromEntries(
          inputs.plan.accelerators.map((accelerator, g) => [accelerator.id, state.active[g]!]),
        ),
        boughtByAccelerator: Object.fromEntries(
          accelerators.fleets
            .filter((fleet) => fleet.siteIndex === siteIndex)
            .map((fleet) => [
              inputs.plan.accelerators[fleet.acceleratorIndex]!.id,
              reader.at(fleet.bought[t]!),
            ]),
        ),
        trainingByAccelerator: trainingOf(inputs, siteIndex, t),
        servedTokS: servedMTokS(reader, closed, site.id, t) * TOKENS_PER_MTOK,
        ...powerBuild(reader, siteIndex, t),
      }
    }),
  )
}

/** Units kept for training, of the accelerators that have any. */
function trainingOf(inputs: Inputs, siteIndex: number, t: number): Record<string, number> {
  return Object.fromEntries(
    inputs.plan.accelerators.flatMap(({ id }, g) => {
      const { kept } = trainingUnits(inputs, siteIndex, g, t)
      return kept > 0 ? [[id, kept]] : []
    }),
  )
}

/** As the flows of the result say it, mean of the week. */
function servedMTokS(reader: Reader, closed: Closed, siteId: string, t: number): number {
  return closed.flows
    .filter(({ to }) => to === siteId)
    .reduce((sum, { mTokS }) => sum + meanOf(reader, mTokS[t] ?? []), 0)
}

type Columns = Reader['formulation']['distribution']['toSites'][number]['columns'][number]

function weeklyMean(reader: Reader, columns: Columns, { slices }: Reader['formulation']['inputs']): number {
  const hours = slices.reduce((sum, slice) => sum + slice.hoursPerPeriod, 0)
  return slices.reduce((sum, slice, h) => sum + reader.at(columns[h]!) * slice.hoursPerPeriod, 0) / hours
}

/** Leased accelerators (held, or at their busiest where paid by the hour), tokens and cost, by period. */
export function leases(reader: Reader): PlanResult['leases'] {
  const { inputs, distribution, problem } = reader.formulation
  return inputs.plan.distribution.leases.flatMap((lease, index) => {
    const own = distribution.toLeases.filter((flow) => flow.placeIndex === index)
    const blocks = distribution.leaseBlocks.find((one) => one.leaseIndex === index)
    const blockMusd = leaseBlockMusd(reader, index)
    return inputs.periods.flatMap((period, t) => {
      const held = blocks ? heldAccelerators(reader, blocks, period) : 0
      const mTokS = own.reduce((sum, flow) => sum + weeklyMean(reader, flow.columns[t]!, inputs), 0)
      if (mTokS <= NOISE && held <= NOISE) return []
      const accel = inputs.slices.map((_, h) =>
        own.reduce((sum, flow) => {
          const group = inputs.groups[flow.groupIndex]!
          const speed = inputs.leaseSpeed[flow.classIndex]![index]!.mTokSPerUnit
          return sum + (group.peakFactor[t]![h]! * reader.at(flow.columns[t]![h]!)) / speed
        }, 0),
      )
      const costMusd = own.reduce(
        (sum, flow) =>
          sum + flow.columns[t]!.reduce((total, c) => total + problem.cost[c]! * reader.at(c), 0),
        0,
      )
      return [
        {
          period: period.label,
          leaseId: lease.id,
          accel: blocks ? held : Math.max(...accel),
          begunAccel: blocks ? 1000 * reader.at(blocks.begun[t]!) : 0,
          tokS: mTokS * TOKENS_PER_MTOK,
          costMusd: (costMusd + blockMusd[t]!) / period.discount,
        },
      ]
    })
  })
}

/** Tokens bought of APIs and what they cost, before discounting, by period. */
export function purchases(reader: Reader): PlanResult['purchases'] {
  const { inputs, distribution, problem } = reader.formulation
  return inputs.plan.distribution.apis.flatMap((api, index) => {
    if (api.tier === 'device') return []
    const own = distribution.toApis.filter((flow) => flow.placeIndex === index)
    return inputs.periods.flatMap((period, t) => {
      const mTokS = own.reduce((sum, flow) => sum + weeklyMean(reader, flow.columns[t]!, inputs), 0)
      if (mTokS <= NOISE) return []
      const musd = own.reduce(
        (sum, flow) => sum + flow.columns[t]!.reduce((all, c) => all + problem.cost[c]! * reader.at(c), 0),
        0,
      )
      return [
        {
          period: period.label,
          apiId: api.id,
          tokS: mTokS * TOKENS_PER_MTOK,
          costMusd: musd / period.discount,
        },
      ]
    })
  })
}

function heldAccelerators(reader: Reader, blocks: LeaseBlocks, period: Period): number {
  const terms = heldTerms(reader.formulation.inputs, blocks, period)
  return terms.reduce((sum, [thousands, column]) => sum + thousands * 1000 * reader.at(column), 0)
}

/** Present value of million tokens served: all of them and output only. */
export function discountedMTok(reader: Reader): { all: number; output: number } {
  const { inputs, distribution } = reader.formulation
  let all = 0
  let output = 0
  for (const flow of [...distribution.toSites, ...distribution.toLeases, ...distribution.toApis]) {
    const { outputShare } = inputs.groups[flow.groupIndex]!
    inputs.periods.forEach((period, t) => {
      inputs.slices.forEach((slice, h) => {
        const mTok =
          reader.at(flow.columns[t]![h]!) * slice.hoursPerPeriod * SECONDS_PER_HOUR * period.discount
        all += mTok
        output += mTok * outputShare
      })
    })
  }
  return { all, output }
}
