export const solve = {
  title: 'Solve',
  incumbent: 'Best plan',
  bound: 'Bound',
  gap: 'Gap',
  time: 'Time',
  cancel: 'Stop and keep the best plan',
  close: 'Close',
  background: 'Go on working',
  searching: 'Looking for a first plan …',
  provisional: (cost: string, gap: string | null) =>
    gap === null
      ? `A rough plan of ${cost} is in hand. Stop keeps it; a better one is being looked for.`
      : `A rough plan of ${cost} is in hand; the best possible is at most ${gap} cheaper. Stop keeps it; a better one is being looked for.`,
  done: 'Solved. The screens show the new plan.',
  stopped: 'Stopped before a plan was found.',
  infeasible: 'No plan satisfies everything.',
  noPlan: 'No plan was found in the time allowed. Give it more time under Horizon and money.',
  failed: 'The solve failed; the plan is unchanged.',
  notComparable: 'Present value',
}
