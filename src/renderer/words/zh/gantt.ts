import type { gantt as english } from '../en/gantt.ts'

export const gantt: typeof english = {
  title: '下单期限与关键路径',
  note: '从最迟下单日到投运首日；橙色为首次带载等待最久的项目；菱形为退役之日',
  servesFrom: '投运',
  slackHead: '余量',
  leavesOn: (to) => `${to} 退役`,
  planStarts: '方案开始',
  late: '已逾期',
  critical: '关键',
  slack: (weeks) => `余量 ${weeks} 周`,
  count: (amount, unit) => `${amount} ${unit === 'units' ? '台' : unit}`,
  leaves: (units) => `退役：${units} 台`,
  servedBetween: (from, to) => `${from} 起服役，${to} 退役；`,
  bySolve: '年限由求解选定',
  between: (from, to) => `最迟 ${from} 下单，${to} 投运；`,
}
