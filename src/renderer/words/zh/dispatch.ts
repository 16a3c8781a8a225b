import type { dispatch as english } from '../en/dispatch.ts'

export const dispatch: typeof english = {
  title: '逐时调度',
  note: '在已建成的条件下最便宜的 24 小时，按 UTC 小时；充电在零线以下',
  working: '正在计算各典型日。',
  days: (count) => `每年 ${count} 天`,
  compared: (days, blocks, difference) => `该期电费按小时 ${days}，按方案时段 ${blocks}（${difference}）`,
  synthetic: '由区域数据合成的曲线',
  duration: '负荷持续曲线',
  durationNote: '一年中负荷及电网取电不低于该值的小时数',
  hoursPerYear: '每年小时数',
  day: '日类型',
  weekday: '工作日',
  weekend: '周末',
  load: '负载',
  grid: '取自电网',
  discharged: (id) => `${id} 放电`,
  charged: (id) => `${id} 充电`,
  unserved: '未供',
  none: '该期此站点不用电。',
  cost: (usd) => `当日电费 ${usd}`,
}
