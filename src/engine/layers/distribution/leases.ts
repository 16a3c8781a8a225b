import { MONTHS_PER_QUARTER, periodsOf } from '../../../plan/calendar.ts'
import { USD_PER_MUSD } from '../../../plan/units.ts'
import type { Inputs } from '../../derive/inputs.ts'
import type { Period } from '../../derive/periods.ts'
import type { Column, Problem, Term } from '../../problem/problem.ts'
import { type Flow, peakTerm } from './flows.ts'

/** Blocks of a reserved lease: taken in a period, paid for their whole term whether used or not. */
export interface LeaseBlocks {
  readonly leaseIndex: number
  /** [period] thousand accelerators whose term begins. */
  readonly begun: readonly Column[]
}

const THOUSAND = 1000

/**
 * Layer 5, leased compute. A lease with a term is a take-or-pay block at the price of the period in which it begins;
 * without one it is paid by the hour used (the cost then stands on the flow).
 *
 *   1. use      sum_i peak_i L[i,l,t,h] / speed[w,l] <= sum of blocks begun in the term before t     (reserved)
 *   2. limit    the same use (on demand) or the blocks (reserved) <= limitAccel[l]
 */
export function declareLeases(problem: Problem, inputs: Inputs, flows: readonly Flow[]): LeaseBlocks[] {
  return inputs.plan.distribution.leases.flatMap((lease, leaseIndex) => {
    const own = flows.filter((flow) => flow.placeIndex === leaseIndex)
    if (own.length === 0) return []
    const limit = lease.limitAccel / THOUSAND
    if (lease.termQuarters === 0) {
      for (const period of inputs.periods) declareUse(problem, inputs, leaseIndex, own, period, [], limit)
      return []
    }
    const blocks = declareBlocks(problem, inputs, leaseIndex, limit)
    for (const period of inputs.periods) {
      const held = heldTerms(inputs, blocks, period)
      problem.atMost(`lease-held.${lease.id}.${period.label}`, 'thousand accelerators', held, limit)
      declareUse(problem, inputs, leaseIndex, own, period, held, 0)
    }
    return [blocks]
  })
}

/** In each slice of a period the flows use no more than what is held, or the limit where nothing is. */
function declareUse(
  problem: Problem,
  inputs: Inputs,
  leaseIndex: number,
  flows: readonly Flow[],
  period: Period,
  held: readonly Term[],
  limit: number,
): void {
  const { id } = inputs.plan.distribution.leases[leaseIndex]!
  for (const slice of inputs.slices) {
    const used = flows.map((flow) => {
      const speed = inputs.leaseSpeed[flow.classIndex]![leaseIndex]!.mTokSPerUnit
      return peakTerm(inputs, flow, period, slice, speed * THOUSAND)
    })
    const paid = held.map(([value, column]): Term => [-value, column])
    const name = `lease-use.${id}.${period.label}.${slice.id}`
    problem.atMost(name, 'thousand accelerators', [...used, ...paid], limit)
  }
}

function termPeriods({ plan }: Inputs, leaseIndex: number): number {
  return periodsOf(plan, plan.distribution.leases[leaseIndex]!.termQuarters * MONTHS_PER_QUARTER)
}

/** Blocks whose term covers a period. */
export function heldTerms(inputs: Inputs, { leaseIndex, begun }: LeaseBlocks, period: Period): Term[] {
  const term = termPeriods(inputs, leaseIndex)
  return begun
    .filter((_, start) => start <= period.index && period.index < start + term)
    .map((column) => [1, column])
}

/** Million USD, present value, that a block of a thousand accelerators begun at `start` costs in `period`. */
export function blockCostMusd(inputs: Inputs, leaseIndex: number, start: number, period: Period): number {
  if (period.index < start || period.index >= start + termPeriods(inputs, leaseIndex)) return 0
  const usdPerHour = inputs.leaseUsdPerAccelH[leaseIndex]![start]!
  const hours = inputs.slices.reduce((sum, slice) => sum + slice.hoursPerPeriod, 0)
  return (usdPerHour * hours * period.discount * THOUSAND) / USD_PER_MUSD
}

function declareBlocks(problem: Problem, inputs: Inputs, leaseIndex: number, limit: number): LeaseBlocks {
  const lease = inputs.plan.distribution.leases[leaseIndex]!
  const begun = inputs.periods.map((start) =>
    problem.variable(`lease-begun.${lease.id}.${start.label}`, 'thousand accelerators', {
      upper: limit,
      cost: inputs.periods.reduce(
        (sum, period) => sum + blockCostMusd(inputs, leaseIndex, start.index, period),
        0,
      ),
    }),
  )
  return { leaseIndex, begun }
}
