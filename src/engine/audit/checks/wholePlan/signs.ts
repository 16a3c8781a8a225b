import type { AuditLine } from '../../../../plan/result/audit.ts'
import type { Audited } from '../../audited.ts'
import { agrees, forbids } from '../../line.ts'
import { say } from '../../said.ts'

const CHECK = 'signs'
/** Solvers leave a little below zero. */
const NOISE = 1e-4

/** Work that waits is taken from one slice and given to another. */
const EITHER_SIGN: ReadonlySet<string> = new Set(['waitedTokSBySlice'])

/** Nothing physical is negative: a negative flow would let another be larger than there is. */
export function checkSigns({ result }: Audited): AuditLine[] {
  const { builds, placements, deployments, flows, leases, sales, purchases, demand } = result
  const lists = { builds, placements, deployments, flows, leases, sales, purchases, demand }
  const found = Object.entries(lists).flatMap(([name, items]) =>
    items.flatMap((item, i) => negativesIn(item, `${name}[${i}]`)),
  )
  return [
    agrees({
      check: CHECK,
      path: 'builds',
      what: say`Figures below zero of what cannot be`,
      claimed: found.length,
      recomputed: 0,
      unit: 'figures',
      toleranceShare: 0,
    }),
    ...found.map((path) =>
      forbids({ check: CHECK, path, claimed: 1, unit: 'figures' }, say`${path} is below zero`),
    ),
  ]
}

function negativesIn(value: unknown, path: string): string[] {
  if (typeof value === 'number') return value < -NOISE ? [path] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, own]) =>
    EITHER_SIGN.has(key) ? [] : negativesIn(own, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`),
  )
}
