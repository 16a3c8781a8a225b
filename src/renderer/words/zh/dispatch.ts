import type { dispatch as english } from '../en/dispatch.ts'

export const dispatch: typeof english = {
  title: '逐时调度',
  note: '在已建成的条件下最便宜的 24 小时，按 UTC 小时',
  day: '日类型',
  weekday: '工作日',
  weekend: '周末',
  load: '负载',
  grid: '取自电网',
  discharged: (id) => `${id} 放电`,
  charged: (id) => `${id} 充电`,
  unserved: '未供',
  none: '该季度此站点不用电。',
  cost: (usd) => `当日电费 ${usd}`,
}
