import type { Problem } from './problem.ts'

const TERMS_A_LINE = 4

/**
 * The problem in CPLEX's LP format, minimising million USD, for people to read and other solvers to solve. Names are
 * those of the MPS; what the format takes for an operator is written `_`, and the few names that then coincide get a
 * number.
 */
export function writeLp(problem: Problem): string {
  const columns = lpNames(problem.columnNames)
  const rows = lpNames(problem.rowNames)
  const costs = problem.cost.flatMap((cost, column) => (cost === 0 ? [] : [term(cost, columns[column]!)]))
  const integers = columns.filter((_, column) => problem.isInteger[column])
  return [
    ...['Minimize', ` cost_musd:${wrap(costs)}`, 'Subject To'],
    ...rows.flatMap((name, row) => rowLines(problem, columns, name, row)),
    ...['Bounds', ...columns.map((name, column) => boundLine(problem, name, column))],
    ...(integers.length > 0 ? ['General', ...integers.map((name) => ` ${name}`)] : []),
    ...['End', ''],
  ].join('\n')
}

function lpNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const plain = name.replaceAll(/[^A-Za-z0-9_.]/g, '_')
    let own = plain
    for (let number = 2; taken.has(own); number++) own = `${plain}_${number}`
    taken.add(own)
    return own
  })
}

function term(value: number, name: string): string {
  return `${value < 0 ? '-' : '+'} ${Math.abs(value)} ${name}`
}

function wrap(terms: readonly string[]): string {
  return terms.map((own, k) => (k > 0 && k % TERMS_A_LINE === 0 ? `\n   ${own}` : ` ${own}`)).join('')
}

function rowLines(problem: Problem, columns: readonly string[], name: string, row: number): string[] {
  const { rowStarts, indices, values, rowLower, rowUpper } = problem
  const [from, to, lower, upper] = [rowStarts[row]!, rowStarts[row + 1]!, rowLower[row]!, rowUpper[row]!]
  const terms = indices.slice(from, to).map((column, k) => term(values[from + k]!, columns[column]!))
  if (terms.length === 0) return []
  if (lower === upper) return [` ${name}:${wrap(terms)} = ${lower}`]
  const isRange = Number.isFinite(lower) && Number.isFinite(upper)
  return [
    ...(Number.isFinite(lower) ? [` ${name}${isRange ? '.low' : ''}:${wrap(terms)} >= ${lower}`] : []),
    ...(Number.isFinite(upper) ? [` ${name}:${wrap(terms)} <= ${upper}`] : []),
  ]
}

function boundLine(problem: Problem, name: string, column: number): string {
  const [lower, upper] = [problem.lower[column]!, problem.upper[column]!]
  const side = (bound: number) => (Number.isFinite(bound) ? String(bound) : `${bound < 0 ? '-' : '+'}inf`)
  return ` ${side(lower)} <= ${name} <= ${side(upper)}`
}
