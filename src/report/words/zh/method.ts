import { say } from '../../document.ts'
import type { method as english } from '../en/method.ts'

export const method: typeof english = {
  heading: '方法与求解器',
  status: {
    'within-gap': '已证明在所要求的差距之内',
    'time-limit': '到达时间上限而停止',
    cancelled: '由规划者停止',
    infeasible: '没有方案能满足全部要求',
    'no-plan': '限时内未找到方案',
  },
  verdict: (gap, status) => say`在这些输入下，成本与最优方案相差不超过 ${gap}（${status}）。`,
  problem: say`从电力到需求的七层构成一个覆盖所有期的混合整数线性问题。求解器决定何时签约电力、建设机房、采购与部署加速器、租赁算力，使全部成本现值最小并满足每一项上限。线性松弛给出下界，方案是问题本身的一个解；差距为两者之差占方案成本的比例。`,
  time: (rate) =>
    say`每期按工作日与周末的小时块平衡；资金以每年 ${rate} 折现到规划期起点，取每期中点。采购与机房按扣除规划期末残值后的净额计。`,
  margin: say`本方案求毛利最高：未服务的 token 按其售价计，因此不合算的不服务。`,
  note: (note) => say`${note}`,
  title: '求解器',
  what: '项目',
  value: '数值',
  statusRow: '状态',
  objective: '方案成本（含罚金）',
  bound: '下界：任何方案不低于',
  gap: '差距',
  gapAsked: '要求的差距',
  timeRow: '用时',
  engine: '求解引擎',
  engineName: (name) => name.replace(' with ', '，求解器 '),
  rows: '问题行数',
  columns: '列数',
  integers: '其中整数',
  nonzeros: '非零元',
  plan: '方案',
  schema: '方案格式版本',
  resultVersion: '结果格式版本',
  hash: '输入哈希（SHA-256）',
}
