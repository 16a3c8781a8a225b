import { say } from '../../document.ts'
import type { summary as english } from '../en/summary.ts'

export const summary: typeof english = {
  heading: '董事会摘要',
  serves: (plan, tokens, end, sites, unserved) =>
    say`${plan} 在 ${end} 由 ${sites} 个自有站点和租赁算力服务 ${tokens}；整个规划期有 ${unserved} 的需求未被服务。`,
  costs: (musd, levelised) => say`成本现值为 ${musd}，即 ${levelised}。`,
  binds: (layer, site, from, to, step, worth) =>
    say`代价最高的限制：${site}的${layer}，${from} 至 ${to}。这段时间边际上每单位（${step || '单位'}）价值 ${worth}。`,
  nothingBinds: say`没有任何一层妨碍满足需求。`,
  agrees: (lines) => say`一套与求解器不共用任何公式的复算在全部 ${lines} 项上一致。`,
  disagrees: (lines) => say`独立复算与结果的 ${lines} 项数值【并不完全一致】。`,
  keyFigures: '关键指标',
  figure: '指标',
  value: '数值',
  tokensServed: (end) => `每日服务 token，${end}`,
  unserved: '未服务需求，整个规划期',
  leased: '由租赁算力服务，整个规划期',
  netPresentCost: '成本现值',
  levelised: '平准化成本，输入与输出',
  levelisedOutput: '平准化成本，仅输出',
  energyShare: '电力占成本',
  built: (end) => `已建 IT 负载，${end}`,
  used: (end) => `在用 IT 负载，${end}`,
  contracted: (end) => `签约电网容量，${end}`,
  cake: (end) => `${end} 峰值时的七层，全部站点`,
  cakeChart: (end) => `${end} 峰值时各层的能力（浅色）与需求（深色）`,
  layer: '层',
  capacity: '能力',
  need: '需求',
  headroom: '余量',
  inUse: '在用',
  limit: '上限',
  worth: (end) => `仅 ${end} 每增加一单位的价值`,
  binding: '最窄的层',
  isBinding: '瓶颈',
}
