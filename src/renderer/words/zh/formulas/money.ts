import type { MONEY_FORMULAS } from '../../../../plan/formulas/money.ts'
import type { FormulaWords } from '../../formulaWords.ts'

const D_t = '该期的折现系数'
const C = '净现值成本，不含罚金'
const N_t = '该期服务的 token，含输入（含缓存）与输出'

export const money: Pick<FormulaWords, keyof typeof MONEY_FORMULAS> = {
  'net-present-cost': {
    title: '净现值成本',
    what: '规划期内的全部支出减去期末残值，折算到首日。等于“财务”页各成本项之和。未服务 token 的罚金只引导求解，无人支付，因此不计入。',
    symbols: { 'c_l,t': '某成本项在某期的现值' },
  },
  'discount-factor': {
    title: '折现系数',
    what: '未来支付的一美元在规划期首日的价值。“规划期与财务”页可选支付发生在期初、期中或期末。',
    symbols: { r: '折现率', y_t: '从规划期开始到支付的年数' },
  },
  'levelised-cost': {
    title: '每百万 token 的平准化成本',
    what: '整个规划期内使收入等于成本的单一 token 价格。token 与资金按同一折现率折现，因此后期的 token 与其收入同等看待。',
    symbols: { C, D_t, N_t },
  },
  'levelised-cost-output': {
    title: '每百万输出 token 的平准化成本',
    what: '同样的成本只除以输出 token，与 API 报价口径一致；此时输入本身不计价。',
    symbols: { C, D_t, 'N_out,t': '该期服务的输出 token' },
  },
  'levelised-cost-weighted': {
    title: '按输入价格加权的每百万 token 平准化成本',
    what: '各类 token 按售价加权，使缓存输入多的组合与输出多的组合可以比较。',
    symbols: {
      C,
      D_t,
      N_t,
      u: '未缓存输入占 token 的比例',
      a: '缓存输入的比例',
      o: '输出的比例',
      p: '缓存输入、输出与输入的售价',
    },
  },
  'cost-part': {
    title: '成本项占比',
    what: '该项现值除以全部成本项的现值，含无人支付的罚金。',
    symbols: { 'c_l,t': '该项在该期的现值' },
  },
  'energy-share': {
    title: '电力占成本的比例',
    what: '第 1 层各成本项（电量、需量电费、接入、合同、现场电源）占全部成本的比例。',
    symbols: { 'c_l,t': '第 1 层某成本项在某期的现值', C },
  },
  'capital-lump-sum': {
    title: '一次性计入的资本',
    what: '购置的现值：下单时支付，减去出售时或规划期末按直线法剩余的价值。',
    symbols: {
      P: '价格',
      D: '下单时与期末的折现系数',
      v: '残值占价格的比例',
      ρ: '寿命终了时剩余的比例',
      y: '从规划期开始的年数',
      L: '寿命',
    },
  },
  'capital-annuity': {
    title: '按年金计入的资本',
    what: '同一购置摊为寿命内等额支付，只计规划期内的部分。“规划期与财务”页可在两种方式间选择。',
    symbols: { P: '价格', CRF: '资本回收系数', Y_t: '每期长度', D_t, r: '折现率', L: '寿命' },
  },
  'resale-value': {
    title: '退役时的价值',
    what: '退役台数的售价：方案为该年限给定的购价比例；未给定时为直线折旧后的账面价值。',
    symbols: {
      n: '退役台数',
      P_t: '下单时的价格',
      N: '每台的交换机与光模块',
      v_a: '该年限的售价比例',
      ρ: '寿命终了时剩余的比例',
      a: '年限',
      L: '寿命',
    },
  },
  'accelerator-price': {
    title: '加速器单元的价格',
    what: '今日价格按年变化推算到下单日；下单比交付早一个交期。',
    symbols: { P_0: '今日价格', g: '价格年变化率', y_t: '到交付期中点的年数', m: '交期' },
  },
  'market-price': {
    title: '各期的市场价格',
    what: '带日期的价格中取该期首日已生效的最后一个，计入其自身此后的变化，以及届时生效的市场变动。',
    symbols: {
      p: '所填价格',
      g: '价格年变化率',
      y: '自其日期或规划期开始起的年数',
      s_m: '市场变动的一次性幅度',
      g_m: '市场变动的年变化率',
      y_m: '自市场变动开始起的年数，至多到其结束',
    },
  },
  'token-price': {
    title: '各期每百万 token 的价格',
    what: '按生效价目表计算某类任务自身 token 组合的价格，计入其此后的变化，以及届时生效的市场变动。',
    symbols: {
      u: '未缓存输入占该类 token 的比例',
      a: '缓存输入的比例',
      o: '输出的比例',
      p: '输入、缓存输入与输出的标价',
      g: '价格年变化率',
      y: '自价目表日期或规划期开始起的年数',
      s_m: '市场变动的一次性幅度',
      g_m: '市场变动的年变化率',
      y_m: '自市场变动开始起的年数，至多到其结束',
    },
  },
  'lease-cost': {
    title: '租赁成本',
    what: '预留租赁按起租期的价格支付整个租期，无论是否使用；按需租赁按使用小时支付。',
    symbols: {
      n_t: '持有的加速器；按小时付费时为使用中的加速器',
      H_t: '该期小时数',
      p_t: '该期价格；预留租赁为起租期的价格',
      D_t,
    },
  },
  'api-cost': {
    title: '向 API 购买 token 的成本',
    what: '各类 token 按其组合的价格，加上出网流量费。',
    symbols: {
      N_w: '某类送往该处的 token',
      p_w: '该期每百万 token 的组合价格',
      p_e: '每百万 token 的出网流量费',
      D_t,
    },
  },
  royalty: {
    title: '模型许可费',
    what: '按 token 支付的模型许可费，自有与租赁加速器均须支付。',
    symbols: { N_m: '该模型服务的 token', p_m: '该模型的许可费' },
  },
  egress: {
    title: '出网流量费',
    what: '把 token 送达用户及返回的价格。',
    symbols: { b: '一个 token 的传输字节数', p_GB: '每 GB 价格' },
  },
  revenue: {
    title: '收入',
    what: '已服务的 token 乘以方案的售价。目标为成本最低时，售价只说明求解后的方案赚多少，不影响求解。',
    symbols: {
      D_t,
      N_t,
      p_t: '该期该类 token 组合每百万的售价',
    },
  },
  'cost-shared': {
    title: '按使用者分摊的成本',
    what: '每个地点每期的成本由其服务的类别或模型分摊：站点按所用单元小时乘以单元价格，租赁与 API 按 token。不属于任何地点的支出也按 token 分摊。',
    symbols: { 'C_p,t': '地点在该期的成本', 'n_k,p,t': '类别或模型占用的工作单元', π: '单元价格' },
  },
  'net-present-value': {
    title: '净现值',
    what: '每笔收付按其日期折现：下单时付款，收入与运行成本在所属时期，机房与服务器的残值在规划期末收回。',
    symbols: {
      m_i: '一笔收付，收入为正',
      r: '折现率',
      y_i: '从规划期开始到收付的年数',
      R: '收入现值',
      C,
    },
  },
  'rate-of-return': {
    title: '内部收益率',
    what: '使方案净现值为零的折现率。现金流只有一个方向或有多个解时不给出。',
    symbols: { m_i: '同一日期的收付', y_i: '从规划期开始的年数' },
  },
  payback: {
    title: '投资回收期',
    what: '从规划期开始到累计收入持续不低于累计支出的年数。',
    symbols: { m_i: '一笔收付，收入为正', y_i: '从规划期开始到收付的年数' },
  },
  margin: {
    title: '每百万 token 的毛利',
    what: '按方案售价的收入减成本，除以折现后的 token。',
    symbols: { R: '收入现值', C: '成本现值', D_t, N_t },
  },
  'break-even-lease': {
    title: '租赁的盈亏平衡价',
    what: '使租赁与自建同价的每加速器小时租价：按持有小时（预留）或按工作小时（按需）计。',
    symbols: { C_own: '自有站点全部成本的现值', D_t, H_t: '该期小时数', n_t: '持有或工作中的自有加速器' },
  },
  'break-even-api': {
    title: 'token 的盈亏平衡价',
    what: '使购买 token 与自有站点同价的每百万 token 价格。',
    symbols: { C_own: '自有站点全部成本的现值', D_t, 'N_own,t': '自有站点服务的 token' },
  },
  'levelised-at-utilisation': {
    title: '平准化成本与利用率',
    what: '自有加速器按另一利用率工作时每百万 token 的成本：固定成本由更多或更少的 token 分摊，随负载变化的成本对每个 token 不变。速度与价格按方案。',
    symbols: {
      F: '自有站点与负载无关的成本',
      V: '随负载变化的成本',
      u: '利用率',
      u_0: '方案中的利用率',
      D_t,
      'N_own,t': '自有站点服务的 token',
    },
  },
  'own-utilisation': {
    title: '自有加速器的利用率',
    what: '规划期内工作小时与持有小时之比，按资金折现率加权。',
    symbols: { D_t, H_t: '该期小时数', 'n_work,t': '工作中的自有加速器', n_t: '持有的自有加速器' },
  },
  'cost-by-work': {
    title: '自有站点的固定成本与变动成本',
    what: '每条成本按其随负载变化的比例计入变动成本，其余无论加速器是否工作都要支付。',
    symbols: { w_l: '该成本中随负载变化的比例', C_l: '该成本的现值', C_own: '自有站点全部成本的现值' },
  },
  'work-share': {
    title: '随负载变化的电量比例',
    what: '站点 IT 电量中，工作在空闲功耗之上增加的部分。',
    symbols: { W: '工作增加的电量', S: '空闲设备、其网络与固定负载的电量' },
  },
  attribution: {
    title: '两个方案之间的成本桥',
    what: '把成本变化归因到各组输入：逐组改变并逐步求解，一组的贡献取各种次序的平均，因此各部分之和等于总变化。',
    symbols: { C: '净现值成本或平准化成本', g: '一组输入' },
  },
}
