import type { Problem } from './problem.ts'

/**
 * The problem as free-format MPS text, minimising the row `cost_musd`, with the names the layers gave.
 * Another solver can read it; names contain no blanks.
 */
export function writeMps(problem: Problem): string {
  const rows = [...problem.rowNames.entries()]
  return [
    ...['NAME tokenworks', 'ROWS', ' N cost_musd'],
    ...rows.map(([row, name]) => ` ${rowKind(problem, row)} ${name}`),
    ...['COLUMNS', ...columnLines(problem), 'RHS'],
    ...rows.flatMap(([row, name]) => {
      const side = rightHandSide(problem, row)
      return side === 0 ? [] : [`    RHS ${name} ${side}`]
    }),
    'RANGES',
    ...rows.flatMap(([row, name]) => {
      const range = problem.rowUpper[row]! - problem.rowLower[row]!
      return Number.isFinite(range) && range > 0 ? [`    RANGE ${name} ${range}`] : []
    }),
    ...['BOUNDS', ...boundLines(problem), 'ENDATA', ''],
  ].join('\n')
}

function rowKind(problem: Problem, row: number): string {
  const [lower, upper] = [problem.rowLower[row]!, problem.rowUpper[row]!]
  if (lower === upper) return 'E'
  return Number.isFinite(upper) ? 'L' : Number.isFinite(lower) ? 'G' : 'N'
}

function rightHandSide(problem: Problem, row: number): number {
  const [lower, upper] = [problem.rowLower[row]!, problem.rowUpper[row]!]
  return Number.isFinite(upper) ? upper : Number.isFinite(lower) ? lower : 0
}

function columnLines(problem: Problem): string[] {
  const entries: string[][] = problem.columnNames.map(() => [])
  for (let row = 0; row < problem.rowNames.length; row++) {
    for (let k = problem.rowStarts[row]!; k < problem.rowStarts[row + 1]!; k++) {
      entries[problem.indices[k]!]!.push(`${problem.rowNames[row]} ${problem.values[k]}`)
    }
  }
  const lines: string[] = []
  let isInside = false
  entries.forEach((list, column) => {
    const wanted = problem.isInteger[column]!
    if (wanted !== isInside) {
      lines.push(`    MARKER 'MARKER' '${wanted ? 'INTORG' : 'INTEND'}'`)
      isInside = wanted
    }
    const name = problem.columnNames[column]!
    lines.push(`    ${name} cost_musd ${problem.cost[column]}`)
    for (const entry of list) lines.push(`    ${name} ${entry}`)
  })
  if (isInside) lines.push("    MARKER 'MARKER' 'INTEND'")
  return lines
}

function boundLines(problem: Problem): string[] {
  return problem.columnNames.flatMap((name, column) => {
    const [lower, upper] = [problem.lower[column]!, problem.upper[column]!]
    if (lower === upper) return [` FX BOUND ${name} ${lower}`]
    const lines: string[] = []
    if (lower !== 0) lines.push(Number.isFinite(lower) ? ` LO BOUND ${name} ${lower}` : ` MI BOUND ${name}`)
    lines.push(Number.isFinite(upper) ? ` UP BOUND ${name} ${upper}` : ` PL BOUND ${name}`)
    return lines
  })
}
