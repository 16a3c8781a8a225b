import type { Formulation } from '../../formulate.ts'
import type { Problem } from '../../problem/problem.ts'

/** The same decision over the periods, as `phases.site`: its columns by position in `Structure.columns`. */
export interface Path {
  readonly name: string
  readonly members: readonly number[]
}

/** The integers that are searched: phases, openings, plant, deployments; not racks, which are many and small. */
export interface Structure {
  readonly columns: readonly number[]
  readonly paths: readonly Path[]
  /** By position in `columns`: its path. */
  readonly pathOf: readonly number[]
  /**
   * By position: |cost| of one more from its period on, million USD: what a step of the column, kept from then on,
   * costs. Says which decisions are worth a branch before any has been tried.
   */
  readonly stakeMusd: Float64Array
  /** Rows with no other columns, on which bounds are propagated. */
  readonly rows: readonly number[]
}

/** Integers other than racks bought and racks that leave early. */
export function toStructural({ problem, accelerators }: Formulation): boolean[] {
  const racks = new Set<number>([...rackColumns({ accelerators }), ...earlyColumns({ accelerators })])
  return problem.isInteger.map((is, column) => is && !racks.has(column))
}

export function rackColumns({ accelerators }: Pick<Formulation, 'accelerators'>): readonly number[] {
  return accelerators.fleets.flatMap((fleet) => fleet.bought)
}

/** Units that leave service early; none in most plans. */
export function earlyColumns({ accelerators }: Pick<Formulation, 'accelerators'>): readonly number[] {
  return accelerators.fleets.flatMap((fleet) => fleet.early.map(({ column }) => column))
}

export function readStructure(formulation: Formulation): Structure {
  const { problem } = formulation
  const columns = toStructural(formulation).flatMap((is, column) => (is ? [column] : []))
  const labels = new Set(formulation.inputs.periods.map(({ label }) => label))
  const byName = Map.groupBy(columns.keys(), (position) => {
    const parts = problem.columnNames[columns[position]!]!.split('.')
    return parts.filter((part) => !labels.has(part)).join('.')
  })
  const paths = [...byName].map(([name, members]) => ({ name, members }))
  const pathOf = new Array<number>(columns.length).fill(0)
  for (const [path, { members }] of paths.entries()) for (const member of members) pathOf[member] = path
  return {
    columns,
    paths,
    pathOf,
    stakeMusd: stakes(problem, columns, paths),
    rows: ownRows(problem, columns),
  }
}

function stakes(problem: Problem, columns: readonly number[], paths: readonly Path[]): Float64Array {
  const stake = new Float64Array(columns.length)
  for (const { members } of paths) {
    let musd = 0
    for (const member of members.toReversed()) {
      musd += problem.cost[columns[member]!]!
      stake[member] = Math.abs(musd)
    }
  }
  return stake
}

function ownRows(problem: Problem, columns: readonly number[]): number[] {
  const isOwn = new Uint8Array(problem.cost.length)
  for (const column of columns) isOwn[column] = 1
  return [...problem.rowNames.keys()].filter((row) => {
    const [from, to] = [problem.rowStarts[row]!, problem.rowStarts[row + 1]!]
    for (let k = from; k < to; k++) if (isOwn[problem.indices[k]!] === 0) return false
    return to > from
  })
}
