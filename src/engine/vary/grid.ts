import type { GridAxis, SweepSpec } from '../../plan/cases/sweepSpec.ts'
import type { Metrics, SweepRow } from './task.ts'

type GridSpec = Extract<SweepSpec, { kind: 'grid' }>

/** Two inputs varied together: their values, and the variant of each pair of them. */
export interface Grid {
  readonly across: readonly number[]
  readonly down: readonly number[]
  /** By place of `down`, then of `across`. */
  readonly cells: readonly (readonly (SweepRow | undefined)[])[]
}

/** Kinds of decisions that a system is told by. */
export const FAMILIES = ['sites', 'accelerators', 'bought', 'power'] as const
export type Family = (typeof FAMILIES)[number]
const PREFIXES: Readonly<Record<Family, readonly string[]>> = {
  sites: ['site:'],
  accelerators: ['accelerator:'],
  bought: ['lease:', 'api:'],
  power: ['plant:', 'contract:'],
}
/** Less than this, in MW, units or accelerators, is not there. */
const LEAST = 1e-6

/** Evenly from the first value to the last. */
export function axisValues({ from, to, steps }: Pick<GridAxis, 'from' | 'to' | 'steps'>): number[] {
  const value = (step: number): number => from + ((to - from) * step) / (steps - 1)
  return Array.from({ length: steps }, (_, step) => Number(value(step).toPrecision(12)))
}

export const cellId = (down: number, across: number): string => `${down + 1} ${across + 1}`

export function gridOf({ across, down }: GridSpec, rows: readonly SweepRow[]): Grid {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const [columns, lines] = [axisValues(across), axisValues(down)]
  const cells = lines.map((_, line) => columns.map((_, column) => byId.get(cellId(line, column))))
  return { across: columns, down: lines, cells }
}

/** What of a family a plan makes use of, in the order of their names: which system is best where. */
export function systemOf({ decisions }: Metrics, family: Family): readonly string[] {
  return Object.entries(decisions)
    .filter(([key, size]) => size > LEAST && PREFIXES[family].some((prefix) => key.startsWith(prefix)))
    .map(([key]) => key)
    .toSorted()
}
