import type { AGAIN_FORMULAS } from '../../../../plan/formulas/again.ts'
import type { FormulaWords } from '../../formulaWords.ts'

const C = '最小成本，含罚金'

export const again: Pick<FormulaWords, keyof typeof AGAIN_FORMULAS> = {
  'front-least': {
    title: '前沿上的最小值',
    what: '在该量和未服务 token 都不多于最便宜方案的前提下，任何方案能达到的最小值。求解时以该量取代成本作为目标；前沿上的点则是该量不超过此最小值 1.001 倍时最便宜的方案。碳排放只计自有站点用电，租用或外购部分不计。',
    symbols: {
      m: '前沿所对照的量',
      m_0: '最便宜方案的该量',
      u: '未服务 token',
      u_0: '最便宜方案的未服务 token',
    },
  },
  variant: {
    title: '方案的变体',
    what: '变更输入后重新求解，或保持设计不变重新运行；其成本与现方案对照。',
    symbols: { C, x: '现有输入' },
  },
  change: {
    title: '两个数值之差',
    what: '本方案的数值减去对照方案的同一数值；两者各有来源，各在自己的方案中。',
    symbols: { y: '此处的数值', y_1: '对照值' },
  },
  'change-share': {
    title: '差额占比',
    what: '差额除以对照值的绝对值。',
    symbols: { y: '此处的数值', y_1: '对照值' },
  },
  'layer-times': {
    title: '相对现方案的兆瓦数',
    what: '无路由、无等待或无汇聚的方案在最后一期的加速器兆瓦数，除以现方案的兆瓦数；两者以同样方式求解。',
    symbols: { P: '期末加速器兆瓦数', x: '现有输入' },
  },
  'implied-ratio': {
    title: '仅由速度推得的兆瓦比',
    what: '各类别在最忙一分钟的需求，除以最适合它的硬件每兆瓦所能服务的量：一次是所有任务都用达到较高下限的模型，一次是有路由。不作求解，限额与整机柜不起作用。',
    symbols: {
      D_k: '类别 k 在最忙一分钟的每秒 token 需求',
      v_k: '有路由时每兆瓦每秒的 token 数',
      'v′_k': '无路由时的同一数值',
    },
  },
  'small-share': {
    title: '由较小模型服务的 token 占比',
    what: '有路由与无路由时所用模型不同的类别的 token，占全部 token 的比例；均按最后一期的峰值速率。',
    symbols: { D_s: '这些类别的 token', D: '全部 token' },
  },
  draws: {
    title: '多次抽样的分位数',
    what: '按各输入的分布抽样，逐次求解并把结果排序。未服务占比超过所设值的抽样计为短缺；后悔值为同一抽样中高于最优设计的成本。',
    symbols: { s: '低于该值的抽样占比', n: '有方案的抽样数', C: '排序后的结果' },
  },
  threshold: {
    title: '决策转折点',
    what: '不断二分区间，直到成立与不成立的两个值足够接近。',
    symbols: { x_a: '下侧最后的值', x_b: '上侧最后的值', ε: '容差' },
  },
  'step-worth': {
    title: '一步的价值与决策的代价',
    what: '把某一上限在各期移动一步，或强制某一决策，再重新求解：成本之差即其价值。',
    symbols: { C, limit: '现有上限', step: '移动的步长' },
  },
  'step-size': {
    title: '限制的步长',
    what: '为衡量限制的价值而移动它的幅度：取其单位的整数，逐次缩小十倍，直到不超过限制的一半。',
    symbols: { s_0: '该单位的步长', k: '缩小次数', b: '限制的最大值' },
  },
  agreement: {
    title: '审计的一致性',
    what: '结果所示与审计自算值之差须在容差以内；对上限而言，结果不得超出更多。',
    symbols: { a: '结果所示', b: '审计自算值', ε: '容差' },
  },
  leaning: {
    title: '成本所依赖的输入',
    what: '净现值成本中与某输入成正比的比例：在既定建设下，输入变动百分之一时成本变动的百分数。模型速度按其运行期间所占地点的成本计。',
    symbols: { C_l: '与该输入成正比的成本', C: '净现值成本' },
  },
}
