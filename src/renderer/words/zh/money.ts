import type { money as english } from '../en/money.ts'

export const money: typeof english = {
  byYear: '各年成本（现值）',
  lines: '成本项目',
  line: '项目',
  where: '地点',
  present: '现值 百万美元',
  share: '占比',
  perMTok: '美元/百万 token',
  total: '合计',
  allSites: '全部',
  input: '每百万 token',
  output: '每百万输出 token',
  energyShare: '电费占成本',
}
