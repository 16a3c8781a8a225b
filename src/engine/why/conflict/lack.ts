import { monthNumber } from '../../../plan/calendar.ts'
import type { PlanEdit } from '../../../plan/planPath.ts'
import type { Inputs } from '../../derive/inputs.ts'
import type { LimitFamily } from '../limits/limits.ts'
import type { Amounts } from './elastic.ts'

/** A way to mend a plan; rounded up so that a planner would write it. */
export type Edits = readonly PlanEdit[]

/** Limits of one owner that have to give way. */
export interface Lack {
  readonly inputs: Inputs
  /** By how much, by period. */
  readonly lacks: Amounts
  readonly most: number
  /** First period that lacks. */
  readonly first: string
  /** As a limit names it; of contracts and plant the site. */
  readonly ownerId: string
  /** Of contracts and plant their own id. */
  readonly partId: string
}

/** Several ways where the same lack may be mended in several ways; none: this family is never mended by itself. */
export type Mending = Readonly<Record<LimitFamily, (lack: Lack) => Edits[]>>

/** One way of one edit: a number raised by what is lacking most. */
export function raised({ most }: Lack, path: string, before: number | undefined): Edits[] {
  return [[{ path, value: roundUp((before ?? 0) + most) }]]
}

/** One way of one edit. */
export function put(path: string, value: PlanEdit['value']): Edits[] {
  return [[{ path, value }]]
}

/** Shares from just below down to none. */
export function loweredShares(path: string, share: number): Edits[] {
  return [0.95, 0.9, 0.8, 0.65, 0.5, 0.25, 0].map((own) => [
    { path, value: Math.floor(share * own * 1000) / 1000 },
  ])
}

/** Three figures, rounded up. */
export function roundUp(value: number): number {
  if (value <= 0) return 0
  const unit = 10 ** (Math.floor(Math.log10(value)) - 2)
  return Number((Math.ceil(value / unit - 1e-9) * unit).toPrecision(12))
}

export function isBefore(label: string, other: string): boolean {
  return monthNumber(label) < monthNumber(other)
}
