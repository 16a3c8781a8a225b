import type { INPUT_FORMULAS } from '../../../../plan/formulas/inputs.ts'
import type { FormulaWords } from '../../formulaWords.ts'

export const inputs: Pick<FormulaWords, keyof typeof INPUT_FORMULAS> = {
  'round-trip': {
    title: '往返时延',
    what: '信号到达某地并返回的时间：两端都有云区域时取实测值，否则按光纤距离估算；租赁与 API 用其标称值。',
    symbols: { r_measured: '两区域间实测中位数', d: '大圆距离', a: '站点附加时延' },
  },
  'class-target': {
    title: '类别的目标',
    what: '属于该类的各行需求中最严的目标。',
    symbols: { T_a: '一行的目标' },
  },
  pooling: {
    title: '跨时区合并的节省',
    what: '各区域的高峰不在同一小时：合计的高峰低于各自高峰之和。',
    symbols: { 'q_r,h': '某区域在工作日某小时的需求' },
  },
  'demand-hour': {
    title: '某小时的需求',
    what: '工作日某小时各需求条目之和：每条的平均需求乘以区域占比与该小时对周均值之比。任务类别按各条目落入该类的比例计。',
    symbols: {
      'q_a,t': '该条目在该期的平均需求',
      's_a,r': '区域占比',
      'w_a,r,h': '按当地时钟，该小时与周均值之比',
    },
  },
  'hour-shape': {
    title: '小时曲线',
    what: '条目曲线在当地时钟该小时的取值，除以该曲线一周的均值。',
    symbols: {
      'x_(h + o_r)': '曲线在当地时钟该小时的取值',
      o_r: '当地时钟超前 UTC 的小时数',
      x̄: '一周的均值',
    },
  },
  'cooling-cost': {
    title: '冷却技术的成本',
    what: '采用该技术时每千瓦 IT 的年成本：整个设施的电（含碳）、水，以及按年金计的资本。',
    symbols: {
      PUE: '该站点全年平均',
      p: '平均电价',
      κ: '电网碳排放',
      'p_CO₂': '碳价',
      WUE: '该站点全年平均',
      p_w: '水价',
      k: '该技术的资本成本',
      ρ: '折现率',
      L: '建筑寿命',
    },
  },
  'weather-mean': {
    title: '全年天气的平均',
    what: '对每个天气样本计算 PUE 或 WUE，再取平均。',
    symbols: { 'T_dry,i': '干球温度', 'T_wet,i': '湿球温度', n: '样本数' },
  },
  'weather-sample': {
    title: '天气样本',
    what: '某季度某小时的气温：在区域年均温上叠加季节、昼夜与随机波动，使其符合设计日。已导入逐时数据时，用其自身的五分位样本。',
    symbols: {
      T̄: '年均温',
      A: '季节波动幅度',
      q: '一年中的季度',
      q_s: '盛夏时点',
      B: '昼夜波动幅度',
      h: '当地小时',
      C: '天气离散度',
      z: '取样的标准差倍数',
    },
  },
  'equipment-use': {
    title: '设备负载率',
    what: '设计工况下某类设备承担的负载与全部单元（含备用）能力之比。',
    symbols: { X: '承担的负载', N: '安装台数', U: '单台容量' },
  },
  'pair-cost': {
    title: '组合满载时的 token 成本',
    what: '单加速器小时成本除以其产出的 token。仅用于组合比较：方案自身的成本还含机房、电网与空闲时间。',
    symbols: {
      τ: '单加速器每秒 token',
      P: '单加速器价格，含其服务器与网络部分',
      s: '寿命终了的残值',
      L: '寿命',
      m: '每年维护',
      k: '每加速器的服务器功率',
      p: '电价，各站点平均',
    },
  },
  'tokens-per-joule': {
    title: '每焦耳 token',
    what: '该负载下板卡每消耗一焦耳所输出的 token。',
    symbols: { τ_out: '单加速器每秒输出 token', P: '该负载下的板卡功率' },
  },
  'memory-use': {
    title: '占用显存',
    what: '权重、缓存与运行时占加速器显存的比例。',
    symbols: { M: '占用的显存', G: '已有的显存' },
  },
  'speed-band': {
    title: '速度区间',
    what: '未参与拟合的数据行约八成落在 P10 与 P90 之间。',
    symbols: { τ: '预测速度', b_10: 'P10 的系数', b_90: 'P90 的系数' },
  },
  'carbon-intensity': {
    title: '碳强度',
    what: '一年的碳排放除以其电量。',
    symbols: { G: '碳排放', E: '电量' },
  },
  'permit-use': {
    title: '占许可的比例',
    what: '一年用量与许可上限之比。',
    symbols: { X: '碳或水', Y: '所计年数', X_max: '许可上限' },
  },
}
