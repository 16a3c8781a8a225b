import type { Problem } from './problem.ts'

/**
 * A solution as text, one column a line by the names of the MPS: `name value`, zeros left out, after lines of comment
 * with the objective and the proven bound. Solvers that read starting solutions of this form (`.sol`, `.mst`) take it.
 */
export function writeSolution(
  problem: Problem,
  values: Float64Array,
  claim: { readonly objectiveMusd: number; readonly boundMusd: number },
): string {
  return [
    `# Objective value = ${claim.objectiveMusd}`,
    `# Proven bound = ${claim.boundMusd}`,
    ...problem.columnNames.flatMap((name, column) =>
      values[column] === 0 ? [] : [`${name} ${values[column]}`],
    ),
    '',
  ].join('\n')
}
