import { say } from '../../document.ts'
import type { compare as english } from '../en/compare.ts'

export const compare: typeof english = {
  plans: '对比对象',
  measured: (first) => say`以第一个方案 ${first} 为基准。`,
  changed: (inputs) => say`有 ${inputs} 项输入不同；双方均已求解时比较其结果。`,
  plan: '方案',
  status: '状态',
  gap: '差距',
  hash: '输入哈希',
  unsolved: '当前状态尚未求解',
  outputs: '结果',
  figure: '指标',
  difference: (name) => `${name}，差值`,
  share: (name) => `${name}，变化`,
  costs: '成本项目，现值',
  line: '项目',
  chart: '按层的成本，现值',
  builds: '建设内容',
  site: '站点',
  built: (name) => `${name}，已建`,
  contracted: (name) => `${name}，电网`,
  inputs: '输入',
  field: '输入项',
  source: '末列来源',
  same: say`全部输入一致。`,
}
