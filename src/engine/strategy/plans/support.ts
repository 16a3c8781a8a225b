import type { Formulation } from '../../formulate.ts'
import type { RunOutcome } from '../../problem/run.ts'
import type { WorkingModel } from '../relaxation/workingModel.ts'

/** A route not used whose use would cost more than this (M$ per unit) is left out of the restricted search. */
const PRICED_OUT = 0.01

/**
 * Closes the routes (flows, leases, work of racks, tokens unserved) that the relaxation leaves unused at a price, so that a search
 * for integers runs on a fraction of the columns. Returns the closed columns.
 */
export function keepSupport(
  model: WorkingModel,
  formulation: Formulation,
  relaxed: RunOutcome,
): readonly number[] {
  const { agents, distribution, serving, problem } = formulation
  const unserved = agents.unserved.flat(2)
  const routes = [...distribution.toSites, ...distribution.toLeases].flatMap((flow) => flow.columns.flat())
  const work = serving.busy.flatMap((busy) => busy.columns.flat())
  const closed = [...unserved, ...routes, ...work].filter(
    (column) =>
      relaxed.values[column]! <= problem.lower[column]! && relaxed.columnDuals[column]! > PRICED_OUT,
  )
  for (const column of closed) model.setBounds(column, problem.lower[column]!, problem.lower[column]!)
  return closed
}

export function releaseSupport(
  model: WorkingModel,
  { problem }: Formulation,
  closed: readonly number[],
): void {
  for (const column of closed) model.setBounds(column, problem.lower[column]!, problem.upper[column]!)
}
