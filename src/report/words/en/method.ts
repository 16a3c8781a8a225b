import type { SolveStatus } from '../../../plan/result/result.ts'
import { type Figure, say } from '../../document.ts'

export const method = {
  heading: 'Method and solver',
  status: {
    'within-gap': 'proven within the gap that was asked for',
    'time-limit': 'stopped at the time limit',
    cancelled: 'stopped by the planner',
    infeasible: 'no plan satisfies everything',
    'no-plan': 'no plan was found in time',
  } as Readonly<Record<SolveStatus, string>>,
  verdict: (gap: Figure, status: string) =>
    say`No plan for these inputs can be cheaper by more than ${gap} (${status}).`,
  problem: say`All seven layers, from power to demand, are one mixed-integer linear problem over all periods. The solver chooses when to contract power, build rooms, buy and place accelerators and lease compute, so that the present value of all costs is least while every limit holds. The linear relaxation gives the bound, the plan is a solution of the problem itself; the gap is the difference between the two as a share of the cost of the plan.`,
  time: (rate: Figure) =>
    say`Each period is balanced in blocks of hours of weekdays and weekends; money is discounted to the start of the horizon at ${rate} a year, in the middle of each period. Purchases and rooms are charged net of the value that they have left at the end of the horizon.`,
  margin: say`This plan looks for the most margin: tokens that are not served count as the sale that is lost, so that what does not pay is not served.`,
  note: (note: string) => say`${note}`,
  title: 'Solver',
  what: 'What',
  value: 'Value',
  statusRow: 'Status',
  objective: 'Cost of the plan, penalties included',
  bound: 'Bound: no plan is cheaper than',
  gap: 'Gap',
  gapAsked: 'Gap asked for',
  timeRow: 'Time',
  engine: 'Engine',
  engineName: (name: string) => name,
  rows: 'Rows of the problem',
  columns: 'Columns',
  integers: 'of them whole numbers',
  nonzeros: 'Nonzeros',
  plan: 'Plan',
  schema: 'Schema of the plan',
  resultVersion: 'Version of the result',
  hash: "Inputs' hash (SHA-256)",
}
