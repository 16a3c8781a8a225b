import type { compare as english } from '../en/compare.ts'

export const compare: typeof english = {
  title: '比较',
  choose: '要比较的方案，第一个为基准',
  atLeastTwo: '请选择二至六个方案。',
  outputs: '结果差异',
  againstFirst: '各方案与第一个相比；不属于当前方案的结果不列入',
  output: '指标',
  objective: '净现值成本（含罚金）',
  costOf: (layer) => `  其中：${layer}`,
  unserved: '未服务的需求',
  leased: '由租赁服务',
  builtMw: '期末已建 IT，MW',
  contractedMw: '期末签约，MW',
  unsolved: '未求解',
  inputs: '输入差异',
  noDifference: '没有差异',
  differ: (count) => `${count} 个值不同`,
  field: '字段',
  builtByQuarter: '已建 IT',
  contractedByQuarter: '签约电力',
}
