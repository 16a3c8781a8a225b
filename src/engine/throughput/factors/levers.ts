import { PARTS, type Part } from '../step/parts.ts'

/** What a trait may change: one part of the step, or parts that tend to change together. */
export const LEVERS = [...PARTS, 'all', 'read', 'matmul', 'fixed'] as const
export type Lever = (typeof LEVERS)[number]

const GROUPS: Partial<Record<Lever, readonly Part[]>> = {
  all: PARTS,
  read: ['weights', 'experts', 'cache'],
  matmul: ['decode', 'prefill'],
  fixed: ['layers', 'moeLayers', 'collectives', 'requests', 'sequences'],
}

export function partsOf(lever: Lever): readonly Part[] {
  return GROUPS[lever] ?? [lever as Part]
}

/** Levers whose expected changes are multiples of one. */
export function scaled(
  unit: number,
  multiples: Partial<Record<Lever, number>>,
): Partial<Record<Lever, number>> {
  return Object.fromEntries(Object.entries(multiples).map(([lever, multiple]) => [lever, unit * multiple]))
}
