import { HOURS_PER_DAY } from '../../../plan/units.ts'
import type { Inputs } from '../../derive/inputs.ts'
import type { Slice } from '../../derive/slices.ts'
import type { Column, Problem, Term } from '../../problem/problem.ts'

/** Work of one group that arises in one slice and is served in a later one of the same day. */
export interface Shift {
  readonly groupIndex: number
  readonly from: number
  readonly to: number
  /** [period] Mtok/s, mean of the slice in which it arises. */
  readonly columns: readonly Column[]
}

/**
 * Layer 6, work that may wait. Served in the order in which it arose, a task waits as long as the slices are apart, and
 * at most a slice longer because work is served evenly within a slice:
 *
 *   shift[i,t,h,h'] >= 0 only where  hours from h to h' + hours of the longer slice <= window
 *
 * Days repeat: the night of one day serves the evening of the day before. Every column is inside one period.
 */
export function declareShifts(problem: Problem, inputs: Inputs): Shift[] {
  return inputs.groups.flatMap((group, groupIndex) =>
    inputs.slices.flatMap((from) =>
      inputs.slices.flatMap((to): Shift[] => {
        if (!mayShift(from, to, group.deferrableH)) return []
        const columns = inputs.periods.map((period) =>
          problem.variable(`shift.${group.id}.${period.label}.${from.id}.${to.id}`, 'Mtok/s', {
            upper: group.demandMTokS[period.index]![from.index]!,
          }),
        )
        return [{ groupIndex, from: from.index, to: to.index, columns }]
      }),
    ),
  )
}

function mayShift(from: Slice, to: Slice, windowH: number): boolean {
  if (windowH <= 0 || from.dayType !== to.dayType || from.index === to.index) return false
  const apart = (to.hours[0]! - from.hours[0]! + HOURS_PER_DAY) % HOURS_PER_DAY
  return apart + Math.max(from.hours.length, to.hours.length) <= windowH
}

/** What a slice's balance gains by work that leaves it, less what comes to it, Mtok/s of that slice. */
export function shiftTerms(
  inputs: Inputs,
  shifts: readonly Shift[],
  groupIndex: number,
  t: number,
  h: number,
): Term[] {
  const hours = (slice: number) => inputs.slices[slice]!.hoursPerPeriod
  return shifts.flatMap((shift): Term[] => {
    if (shift.groupIndex !== groupIndex) return []
    if (shift.from === h) return [[1, shift.columns[t]!]]
    return shift.to === h ? [[-hours(shift.from) / hours(h), shift.columns[t]!]] : []
  })
}

/** The most that a slice can be asked to serve of a group: its own demand and all that may come to it, Mtok/s. */
export function mostMTokS(inputs: Inputs, groupIndex: number, t: number, h: number): number {
  const { demandMTokS, deferrableH } = inputs.groups[groupIndex]!
  const to = inputs.slices[h]!
  return inputs.slices.reduce((sum, from) => {
    const share = from.hoursPerPeriod / to.hoursPerPeriod
    return mayShift(from, to, deferrableH) ? sum + demandMTokS[t]![from.index]! * share : sum
  }, demandMTokS[t]![h]!)
}
