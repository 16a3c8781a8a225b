import type { Formulation } from '../../formulate.ts'
import { type Column, Problem, type Term } from '../../problem/problem.ts'
import { listImpliedBounds, listImpliedRows } from '../impliedBounds.ts'
import type { Limit, LimitFamily } from '../limits/limits.ts'
import { listLimits } from '../limits/listLimits.ts'

/** Limits of one family and owner, which give way together. */
export interface ElasticGroup {
  readonly family: LimitFamily
  readonly ownerId: string
  readonly siteId: string | null
  readonly unit: string
  /** By quarter: the columns that say how much the limit gives way (of demand: one a slice). */
  readonly slacks: readonly { readonly period: string; readonly columns: readonly number[] }[]
  readonly weightMusd: number
  /** Of demand: Mtok/s summed over quarters and slices; else 0. */
  readonly demandMTokS: number
}

/** A part of a plan that is looked at. */
export interface Window {
  /** Quarters whose hours count. */
  readonly periods: ReadonlySet<string>
  /** Whether what is built by then has to be built in the quarters before, or is there. */
  readonly hasPast: boolean
}

/**
 * A formulated plan whose limits may give way, each family of limits of each owner by slacks of its own, with nothing
 * but these to pay for: minimise sum of weight x slack. Demand gives way as tokens not served.
 *
 * With a window the hours of other quarters, and all that comes after it (or before it, too), are left out. What is left
 * is a part of the rows: what cannot hold together there cannot in the whole.
 */
export function relax(
  formulation: Formulation,
  window: Window | null,
): { readonly problem: Problem; readonly groups: readonly ElasticGroup[] } {
  const { problem: own, inputs } = formulation
  const kept = keptRows(formulation, window)
  const columnOf = new Map(own.columnNames.map((name, column) => [name, column]))
  const unservedOf = ({ ownerId, period }: Limit) =>
    inputs.slices.map(({ id }) => columnOf.get(`unserved.${ownerId}.${period}.${id}`)!)
  const used = new Set(kept.flatMap((row) => own.indices.slice(own.rowStarts[row]!, own.rowStarts[row + 1]!)))
  const problem = new Problem()
  const lifted = new Set(listImpliedBounds(own))
  const placeOf = new Map<number, Column>()
  own.columnNames.forEach((name, column) => {
    if (!used.has(column)) return
    const upper = lifted.has(column) ? Number.POSITIVE_INFINITY : own.upper[column]!
    const [lower, isInteger] = [own.lower[column]!, own.isInteger[column]!]
    placeOf.set(column, problem.variable(name, own.columnUnits[column]!, { lower, upper, isInteger }))
  })
  const rows = new Set(kept)
  const isThere = ({ rowsUp, rowsDown, columns }: Limit) =>
    [...rowsUp, ...rowsDown].some(({ index }) => rows.has(index)) ||
    columns.some(({ index }) => placeOf.has(index))
  const limits = listLimits(formulation).filter((limit) => isElastic(limit, formulation) && isThere(limit))
  const added = new Map<number, Term[]>()
  const bounds: { column: Column; term: Term; upper: number; name: string; unit: string }[] = []
  const slackOf = (limit: Limit): number[] => {
    if (limit.family === 'demand') {
      const unserved = unservedOf(limit).flatMap((column) => placeOf.get(column) ?? [])
      for (const column of unserved) {
        problem.upper[column] = Number.POSITIVE_INFINITY
        problem.cost[column] = limit.weightMusd / inputs.slices.length
      }
      return unserved
    }
    const slack = problem.variable(`slack.${limit.family}.${limit.ownerId}.${limit.period}`, limit.unit, {
      cost: limit.weightMusd,
    })
    const add = (row: number, factor: number) => added.set(row, [...(added.get(row) ?? []), [factor, slack]])
    for (const { index, factor } of limit.rowsUp) add(index, -factor)
    for (const { index, factor } of limit.rowsDown) add(index, factor)
    for (const { index, factor } of limit.columns) {
      const column = placeOf.get(index)
      if (column === undefined) continue
      const [name, unit] = [own.columnNames[index]!, own.columnUnits[index]!]
      bounds.push({ column, term: [-factor, slack], upper: own.upper[index]!, name, unit })
      problem.upper[column] = Number.POSITIVE_INFINITY
    }
    return [slack]
  }
  const groups = [...Map.groupBy(limits, ({ family, ownerId }) => `${family} ${ownerId}`).values()].map(
    (members): ElasticGroup => {
      const { family, ownerId, siteId, unit, weightMusd } = members[0]!
      const slacks = members.map((limit) => ({ period: limit.period, columns: slackOf(limit) }))
      const demandMTokS = demandOf(family, ownerId, formulation)
      return { family, ownerId, siteId, unit, slacks, weightMusd, demandMTokS }
    },
  )
  for (const row of kept) {
    const terms: Term[] = [...(added.get(row) ?? [])]
    for (let k = own.rowStarts[row]!; k < own.rowStarts[row + 1]!; k++)
      terms.push([own.values[k]!, placeOf.get(own.indices[k]!)!])
    problem.constrain(own.rowNames[row]!, own.rowUnits[row]!, terms, own.rowLower[row]!, own.rowUpper[row]!)
  }
  for (const { column, term, upper, name, unit } of bounds)
    problem.atMost(`bound.${name}`, unit, [[1, column], term], upper)
  return { problem, groups }
}

/**
 * Families that may give way. The halls follow from rooms, and firm power from the grid, unless a margin on top of the
 * peak is asked for.
 */
function isElastic({ family, siteId }: Limit, { inputs }: Formulation): boolean {
  if (family === 'hall') return false
  // What need not be served gives way by itself, as far as its cap lets it.
  if (family === 'demand') return inputs.plan.routing.mustServe
  if (family !== 'firm-power') return true
  return inputs.plan.sites.some(({ id, power }) => id === siteId && power.reserveMarginShare > 0)
}

/** Rows that are not implied, and of those the ones that the window is about. */
function keptRows({ problem: { rowNames }, inputs }: Formulation, window: Window | null): number[] {
  const dropped = new Set(listImpliedRows({ rowNames }))
  const labels = new Set(inputs.periods.map(({ label }) => label))
  const sorted = [...(window?.periods ?? [])].sort()
  const [first, last] = [window?.hasPast ? '' : (sorted[0] ?? ''), sorted.at(-1) ?? '']
  return rowNames.flatMap((name, row) => {
    if (dropped.has(row)) return []
    if (window === null) return [row]
    const parts = name.split('.')
    const at = parts.findLastIndex((part) => labels.has(part))
    if (at < 0) return [row]
    const isOfHours = at < parts.length - 1
    const label = parts[at]!
    return (isOfHours ? window.periods.has(label) : label >= first && label <= last) ? [row] : []
  })
}

function demandOf(family: LimitFamily, ownerId: string, { inputs }: Formulation): number {
  if (family !== 'demand') return 0
  const group = inputs.groups.find(({ id }) => id === ownerId)
  return (group?.demandMTokS ?? []).flat().reduce((sum, own) => sum + own, 0)
}
