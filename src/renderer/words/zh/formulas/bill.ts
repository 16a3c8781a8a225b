import type { BILL_FORMULAS } from '../../../../plan/formulas/bill.ts'
import type { FormulaWords } from '../../formulaWords.ts'

const n = '采购数量'

export const bill: Pick<FormulaWords, keyof typeof BILL_FORMULAS> = {
  'bill-count': {
    title: '采购台数',
    what: '该站点各期购置的台数，含更换的设备。',
    symbols: { b_t: '该期购置的台数' },
  },
  'fat-tree': {
    title: '交换机与光模块',
    what: '同一站点同类加速器最多时，全部可全速收发的网络所需部件。为估计值：方案按自己的网络价格付费。',
    symbols: { N: '加速器数', k: '交换机端口数' },
  },
  'bill-price': {
    title: '采购价格',
    what: '台数或件数乘以今日单价，不折现。网络部件取目录的最高与最低价格。',
    symbols: { n, p: '单价' },
  },
  'bill-power': {
    title: '采购设备功率',
    what: '台数或件数乘以单件工作功率。',
    symbols: { n, w: '单件功率' },
  },
  'spare-units': {
    title: '其中的备件',
    what: '按方案的备件占比，为故障设备备用的台数。',
    symbols: { n, σ: '备件占比' },
  },
  'bill-lead': {
    title: '交期',
    what: '方案的月数换算成周；网络部件按目录。',
    symbols: { m: '从下单到交付的月数' },
  },
  'room-cost': {
    title: '机房成本构成',
    what: '新建机房按方案的每 MW 价格计算，再按目录中该类建筑的构成拆分。拆分为估计值。',
    symbols: { M: '新建机房的 IT 功率', c: '方案的每 MW 价格', q_k: '目录中该部分的每 MW 价格' },
  },
  'capital-ordered': {
    title: '订购资本',
    what: '所购各项按订购价计，不折现，计入付款所在的年份；规划期之前的订单计入第一年。',
    symbols: { n_t: '该期新增数量', p_t: '单价' },
  },
  'budget-tokens': {
    title: '规划期 token 总量',
    what: '各期每秒 token（期平均）乘以一期的秒数。',
    symbols: { f_t: '每秒 token', s: '一期的秒数' },
  },
  'budget-left': {
    title: '预算余额',
    what: '当年或规划期内可用的上限减去方案的用量；最后一年不足一年时，年度上限按比例计。',
    symbols: { B: '预算', used: '方案的用量' },
  },
}
