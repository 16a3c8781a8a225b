import type { PlanResult, SolveStatus } from '../../plan/result/result.ts'
import { type Cell, figure, figures, type Paragraph, type Section, section, words } from '../document.ts'
import type { Source } from '../source.ts'

const STATUS: Readonly<Record<SolveStatus, string>> = {
  'within-gap': 'proven within the gap that was asked for',
  'time-limit': 'stopped at the time limit',
  cancelled: 'stopped by the planner',
  infeasible: 'no plan satisfies everything',
  'no-plan': 'no plan was found in time',
}

/** How sure it is that no other plan is much cheaper. */
export function solverVerdict({ solver }: PlanResult): Paragraph {
  return [
    'No plan for these inputs can be cheaper by more than ',
    figure(solver.gapShare, 'share'),
    ` (${STATUS[solver.status]}).`,
  ]
}

export function methodSection({ plan, result }: Source): Section {
  const { solver } = result
  const rows: Cell[][] = [
    ['Status', STATUS[solver.status]],
    ['Cost of the plan, penalties included', figure(solver.objectiveMusd, 'M$')],
    ['Bound: no plan is cheaper than', figure(solver.boundMusd, 'M$')],
    ['Gap', figure(solver.gapShare, 'share')],
    ['Gap asked for', figure(plan.solver.gapShare, 'share')],
    ['Time', figure(solver.timeS, 's')],
    ['Engine', solver.engine],
    ['Rows of the problem', figure(solver.rows)],
    ['Columns', figure(solver.columns)],
    ['of them whole numbers', figure(solver.integers)],
    ['Nonzeros', figure(solver.nonzeros)],
    ['Plan', `${result.planName} (${result.planId})`],
    ['Schema of the plan', figure(plan.schemaVersion)],
    ["Inputs' hash (SHA-256)", result.inputsHash],
  ]
  return section('method', 'Method and solver', {
    paragraphs: [
      [
        'All seven layers, from power to demand, are one mixed-integer linear problem over all quarters. The solver ',
        'chooses when to contract power, build rooms, buy and place accelerators and lease compute, so that the present ',
        'value of all costs is least while every limit holds. The linear relaxation gives the bound, the plan is a ',
        'solution of the problem itself; the gap is the difference between the two as a share of the cost of the plan.',
      ],
      [
        'Each quarter is balanced in blocks of hours of weekdays and weekends; money is discounted to the start of the ',
        'horizon at ',
        figure(plan.finance.discountRatePerYear, 'share'),
        ' a year, in the middle of each quarter. Purchases and rooms are charged net of the value that they have left at ',
        'the end of the horizon.',
      ],
      ...result.notes.map((note): Paragraph => [note]),
    ],
    tables: [{ id: 'solver', title: 'Solver', columns: [words('What'), figures('Value')], rows }],
  })
}
