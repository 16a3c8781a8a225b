import { counted } from '../../../plan/counted.ts'

export const gantt = {
  title: 'Order-by dates and critical path',
  note: 'from the last day to order to the first day of service; in orange what the first load waits for longest; a diamond where units leave service',
  servesFrom: 'Serves from',
  slackHead: 'Slack',
  leavesOn: (to: string) => `leaves on ${to}`,
  planStarts: 'The plan starts',
  late: 'late',
  critical: 'critical',
  slack: (weeks: string) => `${counted(weeks, 'week')} of slack`,
  count: (amount: string, unit: string) => `${amount} ${amount === '1' && unit === 'units' ? 'unit' : unit}`,
  leaves: (units: string) => `leaves: ${units} units`,
  servedBetween: (from: string, to: string) => `served from ${from}, leaves on ${to};`,
  bySolve: 'age chosen by the solve',
  between: (from: string, to: string) => `order by ${from}, serves from ${to};`,
}
