import type { Problem } from '../../problem/problem.ts'
import type { Path, Structure } from './structure.ts'

/** Paths with less at stake than this share of the largest follow from the others. */
const LEADING = 0.05

export interface RankedPaths {
  readonly leading: readonly Path[]
  readonly following: readonly Path[]
  /** As in the structure. */
  readonly stakeMusd: Float64Array
}

/**
 * Which decisions come first: a path leads where much is at stake and no row ties it to one with more at stake, as an
 * opening is tied to its phases and a standing plant to its units. Each list has those with most at stake first.
 */
export function rankPaths(problem: Problem, structure: Structure): RankedPaths {
  const stakes = structure.paths.map(({ members }) =>
    Math.max(...members.map((own) => structure.stakeMusd[own]!)),
  )
  const most = Math.max(0, ...stakes)
  const tied = findTied(problem, structure, stakes)
  const order = [...structure.paths.keys()].sort((a, b) => stakes[b]! - stakes[a]! || a - b)
  const leads = (path: number) => stakes[path]! >= LEADING * most && !tied.has(path)
  return {
    stakeMusd: structure.stakeMusd,
    leading: order.filter(leads).map((path) => structure.paths[path]!),
    following: order.filter((path) => !leads(path)).map((path) => structure.paths[path]!),
  }
}

function findTied(problem: Problem, structure: Structure, stakes: readonly number[]): Set<number> {
  const positions = new Map(structure.columns.map((column, position) => [column, position]))
  const tied = new Set<number>()
  for (const row of structure.rows) {
    const paths = problem.indices
      .slice(problem.rowStarts[row]!, problem.rowStarts[row + 1]!)
      .map((column) => structure.pathOf[positions.get(column)!]!)
    const top = Math.max(...paths.map((path) => stakes[path]!))
    for (const path of paths) if (stakes[path]! < top) tied.add(path)
  }
  return tied
}
