import type { unsolved as english } from '../en/unsolved.ts'

export const unsolved: typeof english = {
  stale: '结果属于更改前的输入',
  earlier: '属于更改前的输入',
  find: '寻找最优方案',
  finding: '正在寻找最优方案……',
  inTheWay: (count) => `有 ${count} 处错误需先改正。`,
  showErrors: '查看错误',
  outline: '方案内容',
  outlineNote: (from, to) => `${from} 至 ${to}；点击层名可打开其输入`,
  holds: '已描述的内容',
  and: '；',
  none: '尚无',
  demand: (lines, regions) => `${regions} 个区域，${lines} 条需求`,
  tokens: (start, end) => `起始每天 ${start} token，期末每天 ${end}`,
  classes: (count) => `${count} 个任务类别`,
  offers: (leases, apis, sales) => `可选：租赁 ${leases} 项，API ${apis} 项，市场 ${sales} 个`,
  sites: (count, mw) => `${count} 个站点，IT 最多 ${mw}`,
  grid: (mw) => `电网最多 ${mw}`,
  energy: (contracts, plant) => `合同 ${contracts} 份，现场电源 ${plant} 个`,
}
