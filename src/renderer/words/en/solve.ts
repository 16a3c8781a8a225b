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
  done: 'Solved. The screens show the new plan.',
  stopped: 'Stopped before a plan was found.',
  noPlan: 'No plan was found in the time allowed. Give it more time under Horizon and money.',
  infeasible: 'No plan satisfies everything. In conflict:',
  failed: 'The solve failed; the plan is unchanged.',
  notComparable: 'Present value, million USD',
  conflict: (item: { what: string; where: string; span: string; short: string }) =>
    `${item.what} of ${item.where}, ${item.span}: ${item.short} Mtok/s too much`,
}
