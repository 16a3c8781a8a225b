import type { equipment as english } from '../en/equipment.ts'

export const equipment: typeof english = {
  title: '设备与最迟下单日',
  note: '每一步需新增的台数，按目录价格与最长交期；已逾期：早于规划期',
  orderBy: '最迟下单',
  late: '已逾期',
  site: '站点',
  neededIn: '需用于',
  equipment: '设备',
  purpose: '用途',
  scheme: '冗余',
  added: '新增',
  installed: '累计',
  lead: '交期（周）',
  price: '价格（百万美元）',
  total: '合计',
  survival: '备用电源',
  survivalNote: '发电机在若干小时停电中带起最后一期负载的概率',
  hours: (hours) => `${hours} 小时`,
}
