export const gantt = {
  title: 'Order-by dates and critical path',
  note: 'from the last day to order to the first day of service; in orange what the first load waits for longest',
  planStarts: 'The plan starts',
  late: 'late',
  critical: 'critical',
  slack: (weeks: string) => `${weeks} weeks of slack`,
  between: (from: string, to: string) => `order by ${from}, serves from ${to};`,
}
