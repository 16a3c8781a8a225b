import type { SITE_FORMULAS } from '../../../../plan/formulas/site.ts'
import type { FormulaWords } from '../../formulaWords.ts'

const H_h = '该时块在时段内的小时数'
const D_t = '该时段的折现系数'

export const site: Pick<FormulaWords, keyof typeof SITE_FORMULAS> = {
  'it-load': {
    title: 'IT 负载与机房',
    what: '全部在役单元的功率加固定负载；现有与新建各期机房必须能够承载，冷却亦然。',
    symbols: {
      p_g: '一个单元满载的功率，含其交换机与光模块',
      A_g: '在役单元',
      I_0: '固定 IT 负载',
      I_existing: '已有机房的 IT 功率',
      j: '一期的 IT 功率',
      f: '在役期数',
    },
  },
  pue: {
    title: 'PUE（电能利用效率）',
    what: '某小时设施功率与 IT 功率之比；冷却取决于技术与当时的天气。',
    symbols: { e_el: '电气损耗', e_cool: '冷却功率', T_dry: '干球温度', T_wet: '湿球温度' },
  },
  wue: {
    title: 'WUE（水利用效率）',
    what: '冷却塔为 IT 热量（含自身冷机与水泵）消耗的水。干冷器不用水；绝热式只在较热的小时用水。',
    symbols: { e_ch: '冷机的电耗' },
  },
  'redundant-units': {
    title: '冗余方案下的台数',
    what: '变压器、开关柜、发电机、UPS、冷机等的整台数，含备用。',
    symbols: { X: '负载', U: '单台容量', N: '负载所需台数', j: '备用台数' },
  },
  'train-load': {
    title: '电气与制冷设备的负荷',
    what: '各类设备为机房 IT 负荷须承担的容量。制冷设备按所选技术在设计日每 kW IT 须移走的热量计。',
    symbols: {
      I: '机房 IT 负荷',
      PUE_d: '设计日 PUE',
      'cos φ': '功率因数',
      s_g: '发电机承担的设施负荷份额',
      w: '该设备为 IT 移走的热量',
    },
  },
  'equipment-price': {
    title: '设备价格',
    what: '新增台数乘以单价；全部设备为其总和。这是按目录的估算，与机房投资并列，不计入规划成本。',
    symbols: { a: '新增台数', p: '单价' },
  },
  'backup-survival': {
    title: '度过停电',
    what: '发电机与储能逐小时承载负载的概率：有多少台起动，其中多少台下一小时仍在运行。',
    symbols: {
      n: '可用的发电机',
      k: '运行中的发电机',
      p: '单台可用且起动的概率',
      q: '单台继续运行一小时的概率',
      MTTF: '平均失效前时间',
    },
  },
  'critical-load': {
    title: '设施峰值负载',
    what: '电网、合同与可靠电源必须能承载的负载：最热设计小时中的最忙一分钟。',
    symbols: {
      PUE_design: '设计条件下的 PUE',
      I_0: '固定 IT 负载',
      u_h: '未供电的固定负载',
      'I_peak,h': '某时块最忙一分钟的 IT 负载',
    },
  },
  'energy-drawn': {
    title: '从电网取用的电量',
    what: '各时块设施的用电，减去合同、现场电源与储能的供电。',
    symbols: {
      H_h,
      PUE_h: '该时块的 PUE',
      I_0: '固定 IT 负载',
      u_h: '未供电的固定负载',
      I_h: '该时块的平均 IT 负载',
      o_h: '自有供电',
    },
  },
  'energy-cost': {
    title: '电量成本',
    what: '按所在小时的电价计算的电量费用，含碳价。',
    symbols: {
      D_t,
      H_h,
      'z_t,h': '取用功率',
      'p_t,h': '该时块的电价',
      κ: '电网碳强度',
      'p_CO₂': '碳价',
    },
  },
  'billed-demand': {
    title: '计费功率',
    what: '取三者中最高者：计量峰值、合同容量的一定份额、回看期内峰值的一定份额。棘轮只看选定月份时，含有其中任一月份的季度或年度整体计入。',
    symbols: {
      B_t: '计费功率',
      y_t: '计量最高功率',
      τ: '最低取用份额',
      h_t: '合同功率',
      ρ: '对回看期内峰值的棘轮比例',
      L_t: '回看的时段；选定月份时仅含这些月份',
    },
  },
  'demand-charge': {
    title: '需量电费',
    what: '每月按计费功率支付。',
    symbols: {
      B_t: '计费功率',
      D_t,
      p_d: '每千瓦每月价格',
      Y_t: '时段长度',
    },
  },
  'contract-payment': {
    title: '购电合同的支付',
    what: '按取用量支付，至少为承诺份额；虚拟合同按与现货价之差结算。',
    symbols: {
      p: '起始价格',
      g: '年递增率',
      y: '年数',
      H_h,
      e_h: '取用功率',
      γ: '照付不议份额',
      a_h: '合同在该时块的出力占其容量的份额',
      M: '生效容量',
    },
  },
  adequacy: {
    title: '可靠容量与峰值负载',
    what: '计为可靠的电网与电源必须承载峰值负载及其裕度。',
    symbols: {
      h: '持有的可靠电网容量',
      κ: '可中断服务中可被削减的份额',
      f: '可中断服务',
      c_k: '电源或储能计为可靠的份额',
      M_k: '电源或储能的功率',
      μ: '备用裕度',
      Z: '设施峰值负载',
    },
  },
  'stored-energy': {
    title: '储能电量',
    what: '某时块之后的储能电量；损耗由充、放各承担一半。',
    symbols: {
      E_h: '储存的电量',
      ε: '往返效率',
      H: '该时块在一日内的小时数',
      c_h: '充电功率',
      o_h: '放电功率',
    },
  },
  carbon: {
    title: '碳排放',
    what: '电网、现场电源与合同的碳排放；每年不超过许可。',
    symbols: {
      H_h,
      κ: '电网、电源或合同每兆瓦时的碳排放',
      z_h: '从电网取用的功率',
      'g_k,h': '现场电源的功率',
      'e_c,h': '从合同取用的功率',
    },
  },
  water: {
    title: '用水',
    what: '各时块的冷却用水；每年不超过许可。',
    symbols: { H_h, z_h: '供给设施的功率', WUE_h: '该时块的 WUE', PUE_h: '该时块的 PUE' },
  },
  'cake-capacity': {
    title: '一层的能力（每秒 token）',
    what: '假如其他层都足够宽，该层能承载多少：把需求放大到它自己的限制（兆瓦、机柜、链路）用尽为止。',
    symbols: { need: '高峰时要求该层的每秒 token', limit: '该层的限制', used: '需求占用的部分' },
  },
  headroom: {
    title: '余量',
    what: '一层还能多承载多少；没有余量的层就是瓶颈。',
    symbols: { capacity: '该层能承载的每秒 token', need: '要求它的每秒 token' },
  },
  worth: {
    title: '再多一个单位的价值',
    what: '某时段多一兆瓦、一个机柜或一条链路所节省的现值。只对小步成立；“原因”页会多给一步重新求解。',
    symbols: { C: '净现值成本', limit: '该层的限制' },
  },
  gap: {
    title: '已证明的差距',
    what: '对于这些输入，没有任何方案能再便宜超过这一比例。界由对偶值按原始单位重新计算。',
    symbols: { C: '方案成本', C_bound: '界：没有方案比它更便宜' },
  },
}
