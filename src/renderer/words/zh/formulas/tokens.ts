import type { TOKEN_FORMULAS } from '../../../../plan/formulas/tokens.ts'
import type { FormulaWords } from '../../formulaWords.ts'

const t_in = '一次调用的输入 token'
const t_out = '一次调用的输出 token'

export const tokens: Pick<FormulaWords, keyof typeof TOKEN_FORMULAS> = {
  'served-tokens': {
    title: '每日服务的 token',
    what: '最后一个时段平均一日内由模型服务的输入与输出 token。',
    symbols: { 'q_c,r': '某类任务在某区域请求的 token', 'u_c,r': '其中无人服务的' },
  },
  'unserved-share': {
    title: '未服务份额',
    what: '整个规划期内无人服务的 token 占请求 token 的比例。',
    symbols: { 'u_c,r,t': '某类、某区域、某时段未服务的 token', 'q_c,r,t': '请求的 token' },
  },
  'leased-share': {
    title: '租赁与购买份额',
    what: '由租赁加速器服务（或向 API 购买）的 token 占全部服务 token 的比例。',
    symbols: { l_t: '租赁服务或购买的 token', q_t: '请求的 token', u_t: '未服务的 token' },
  },
  demand: {
    title: '以 token 计的需求',
    what: '一行需求：人、设备或智能体的数量，各自每日做什么，以及需要多少 token。',
    symbols: {
      n_t: '该时段活跃的用户、设备或智能体',
      d: '各自的任务数',
      k: '一个任务的模型调用次数',
      t_in,
      t_out,
    },
  },
  growth: {
    title: '需求增长',
    what: '用户、设备或智能体的数量从首个时段到末个时段的增长方式；也可选线性或自己的表格。',
    symbols: {
      n_0: '首个时段的数量',
      n_T: '末个时段的数量',
      x: '在规划期中的位置，0 到 1',
      K: '逻辑斯蒂曲线的饱和水平',
      M: 'Bass 曲线的市场容量',
      p: '创新系数',
      q: '模仿系数',
      y: '年数',
    },
  },
  'peak-demand': {
    title: '最忙一分钟的需求',
    what: '加速器按它配置。不同时区的区域先逐小时相加，因此各自的高峰未必重合。',
    symbols: {
      'q_a,t': '一行需求的平均值',
      's_a,r': '区域份额',
      'w_a,r': '该小时与周平均之比，按区域当地时间',
      b_a: '最忙一分钟与其所在小时之比，含活动',
    },
  },
  'network-time': {
    title: '某类任务可在何处服务',
    what: '往返时延不超过首 token 时间中留给网络的份额，地点才足够近。',
    symbols: { RTT: '区域与地点之间的往返时延', TTFT: '该类任务最严的首 token 时间' },
  },
  'waiting-room': {
    title: '等待余量',
    what: '同样的等待时间，小资源池需要更多余量。100 次调用中 95 次的等待按不超过平均值的 20/e 倍计；首 token 时间中网络份额扣除最长往返后的余下部分可用于等待。',
    symbols: {
      W: '等待位置的平均时间',
      S: '一次调用占用位置的平均时间',
      V: '到达与占用时间的变异性，取 1.5',
      u: '使用中的位置份额',
      k: '资源池的位置数',
    },
  },
  'serving-speed': {
    title: '加速器每秒 token 数',
    what: '每一步为每次调用产生一个 token；步长由读取权重与缓存、计算、互连和固定开销组成。附近有您自己的实测时，以实测为先。',
    symbols: {
      B: '同时服务的调用数，受时延与显存限制',
      θ: '一步的时间',
      n: '一个副本的加速器数',
      t_in,
      t_out,
      c_j: '某部分的系数，由实测拟合',
      θ_j: '某部分按峰值速率的时间',
    },
  },
  'memory-batch': {
    title: '显存可容纳的调用数',
    what: '显存减去权重与预留后，除以一次调用在平均长度下的缓存。',
    symbols: {
      G: '一个加速器的显存',
      n: '一个副本的加速器数',
      W: '所用精度下的权重',
      ω: '一次调用的缓存',
      kv: '一个 token 的缓存',
      t_in,
      t_out,
    },
  },
  'first-token': {
    title: '首 token 时间',
    what: '读取提示词、等待之前的提示词，以及一步。',
    symbols: {
      θ_p: '读取一个提示词的时间',
      ρ: '用于提示词的时间份额',
      P: '目标所指的百分位，0.99',
      θ: '一步的时间',
    },
  },
  'board-power': {
    title: '加速器工作时的功率',
    what: '负载下占额定功率的份额；随显存与计算利用率的平方根上升。',
    symbols: {
      P: '实际功率',
      P_r: '额定功率',
      i: '空闲时的份额',
      a: '显存系数',
      z_mem: '读取字节占峰值的份额',
      b: '计算系数',
      z_flop: '运算占峰值的份额',
      c: '批量系数',
      B: '同时服务的调用数',
      e: '专家、精度、代际与模型的影响',
    },
  },
  'unit-speed': {
    title: '一个单元（服务器或机柜）每秒 token 数',
    what: '一个单元服务某类任务的能力：按时间加权的各负载平均，扣除备件，并取您允许的利用率。',
    symbols: {
      n_u: '一个单元的加速器数',
      s: '留作备件的份额',
      κ: '该类时延的利用率上限',
      σ_a: '某负载占该类 token 的份额',
      τ_a: '一个加速器在该负载上的每秒 token 数',
    },
  },
  'units-busy': {
    title: '工作中的单元',
    what: '某小时分给某类任务的单元足以应对其最忙一分钟。',
    symbols: {
      'μ_w,g': '一个单元在该类上的每秒 token 数',
      'n_w,g': '分给该类的单元',
      F_w: '最忙一分钟的需求',
    },
  },
  'link-limit': {
    title: '链路限制',
    what: '从某地区到某站点的流量在每个小时段的最忙一分钟内不超过限制。限制是规划的字段；下方的流量为该时段的均值。',
    symbols: {
      b_c: '某类别最忙一分钟与该小时段均值之比',
      'F_c,r,s,h': '某类别从该地区到该站点的 token',
      'K_r,s': '链路限制',
    },
  },
  utilisation: {
    title: '利用率',
    what: '工作日或周末某一小时内，某加速器用于服务或训练的单元占比。',
    symbols: { 'n_w,h': '该小时某类别占用的工作单元', n_train: '训练单元', A: '在用单元' },
  },
  'units-in-service': {
    title: '在役单元',
    what: '至今购入的单元减去寿命（或更新周期）已满的单元，再减去提前出售的单元。',
    symbols: {
      A_t: '在役单元',
      b_t: '至今购入的单元',
      L: '寿命或更新周期',
      'e_(a,v)': '在时段 v 购入、于更早年限 a 出售的单元',
    },
  },
  'order-date': {
    title: '最迟下单日',
    what: '仍能在所需时段首日就绪的最后下单日。',
    symbols: { d_service: '投用时段的首日', w: '交货期' },
  },
}
