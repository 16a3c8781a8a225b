import { SECONDS_PER_HOUR, USD_PER_MUSD } from '../../../plan/units.ts'
import type { Inputs, TaskClass } from '../../derive/inputs.ts'
import type { Period } from '../../derive/periods.ts'
import type { Slice } from '../../derive/slices.ts'
import type { Column, Problem, Term } from '../../problem/problem.ts'
import type { Distribution } from '../distribution/distribution.ts'
import { leastRoyaltyUsdPerMTok, royaltyUsdPerMTok } from './royalty.ts'

/** Units of one accelerator busy with one class at one site, [period][slice]. */
export interface Busy {
  readonly siteIndex: number
  readonly acceleratorIndex: number
  readonly classIndex: number
  readonly columns: readonly (readonly Column[])[]
}

export interface Serving {
  readonly busy: readonly Busy[]
}

/**
 * Layer 4, models: what the deployed models carry.
 *
 *   sum_{i of class w} peak_i F[i,s,t,h] <= sum_g speed[w,g] busy[s,g,w,t,h]
 *
 * `speed` is that of the fastest eligible model on the unit at the class's latency target, its batch limited by
 * latency and by memory.
 */
export function declareServing(problem: Problem, inputs: Inputs, distribution: Distribution): Serving {
  const busy: Busy[] = []
  inputs.plan.sites.forEach((site, siteIndex) => {
    inputs.classes.forEach((taskClass, classIndex) => {
      const flows = distribution.toSites.filter(
        (flow) => flow.placeIndex === siteIndex && flow.classIndex === classIndex,
      )
      if (flows.length === 0) return
      const own = declareBusy(problem, inputs, siteIndex, classIndex)
      busy.push(...own)
      for (const period of inputs.periods) {
        for (const slice of inputs.slices) {
          const terms: Term[] = flows.map((flow) => [
            inputs.groups[flow.groupIndex]!.peakFactor[period.index]![slice.index]!,
            flow.columns[period.index]![slice.index]!,
          ])
          for (const item of own) {
            const speed = inputs.speed[classIndex]![item.acceleratorIndex]!.mTokSPerUnit
            terms.push([-speed, item.columns[period.index]![slice.index]!])
          }
          problem.atMost(
            `serve.${site.id}.${classKey(taskClass)}.${period.label}.${slice.id}`,
            'Mtok/s',
            terms,
            0,
          )
        }
      }
    })
  })
  return { busy }
}

/** The name of a class in columns and rows. */
export function classKey({ id, modelId }: TaskClass): string {
  return modelId === undefined ? id : `${id}@${modelId}`
}

/**
 * Royalty above the class's least (which the flows pay) on the tokens of one unit busy through a slice, million USD
 * (present value): units are busy at the busiest minute, royalties are paid on the mean.
 */
function royaltyMusd(
  inputs: Inputs,
  classIndex: number,
  acceleratorIndex: number,
  period: Period,
  slice: Slice,
): number {
  const speed = inputs.speed[classIndex]![acceleratorIndex]!
  const usdPerMTok = royaltyUsdPerMTok(inputs, speed) - leastRoyaltyUsdPerMTok(inputs, classIndex)
  if (usdPerMTok === 0) return 0
  const meanMTokS = speed.mTokSPerUnit / meanPeakFactor(inputs, classIndex, period.index, slice.index)
  return (usdPerMTok * meanMTokS * slice.hoursPerPeriod * SECONDS_PER_HOUR * period.discount) / USD_PER_MUSD
}

/** Busiest minute over mean of a class's demand in a slice, over all its groups. */
function meanPeakFactor({ groups, classes }: Inputs, classIndex: number, t: number, h: number): number {
  let mean = 0
  let peak = 0
  for (const group of groups) {
    if (classes[group.classIndex]!.id !== classes[classIndex]!.id) continue
    mean += group.demandMTokS[t]![h]!
    peak += group.demandMTokS[t]![h]! * group.peakFactor[t]![h]!
  }
  return mean > 0 ? peak / mean : 1
}

function declareBusy(problem: Problem, inputs: Inputs, siteIndex: number, classIndex: number): Busy[] {
  const site = inputs.plan.sites[siteIndex]!
  const taskClass = inputs.classes[classIndex]!
  return inputs.plan.accelerators.flatMap((accelerator, acceleratorIndex) => {
    if ((inputs.speed[classIndex]?.[acceleratorIndex]?.mTokSPerUnit ?? 0) <= 0) return []
    if (inputs.fleet.refusals[siteIndex]![acceleratorIndex] !== null) return []
    const fleet = `busy.${site.id}.${accelerator.id}.${classKey(taskClass)}`
    const columns = inputs.periods.map((period) => {
      const name = `${fleet}.${period.label}`
      return inputs.slices.map((slice) =>
        problem.variable(`${name}.${slice.id}`, 'units', {
          cost: royaltyMusd(inputs, classIndex, acceleratorIndex, period, slice),
        }),
      )
    })
    return [{ siteIndex, acceleratorIndex, classIndex, columns }]
  })
}
