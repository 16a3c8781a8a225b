import type { Column, Problem, Term } from '../../problem/problem.ts'

/** One line of the bill: million USD (present value) per unit of each column, by period. */
export interface Charge {
  readonly name: string
  readonly byPeriod: readonly (readonly Term[])[]
}

/** Puts a line into the objective and hands it back for the cost table, so that the two cannot disagree. */
export function charge(problem: Problem, name: string, byPeriod: readonly (readonly Term[])[]): Charge {
  for (const terms of byPeriod) for (const [musd, column] of terms) problem.addCost(column, musd)
  return { name, byPeriod }
}

/** What is added to a cumulative column in a period, at that period's price. */
export function onAdditions(columns: readonly Column[], musdEach: readonly number[]): Term[][] {
  return columns.map((column, t) => {
    const added: Term[] = [[musdEach[t]!, column]]
    if (t > 0) added.push([-musdEach[t]!, columns[t - 1]!])
    return added
  })
}
