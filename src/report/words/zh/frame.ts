import type { frame as english } from '../en/frame.ts'

export const frame: typeof english = {
  layer: (name, what) => `${name}（${what}）`,
  kinds: { 'build-out': '建设方案报告', comparison: '方案对比报告', change: '变更报告' },
  contents: '目录',
  plan: '方案',
  revision: '版本',
  asItStands: '当前状态',
  madeOn: '编制日期',
  hash: '输入哈希（SHA-256）',
  inputs: '输入',
  page: '第',
  ofPages: '/',
  none: '无',
  noLimit: '无限制',
  total: '合计',
  allSites: '全部站点',
  notOfOneSite: '不属于单一站点',
  leased: '租赁',
  unit: (title) => `${title}，单位`,
  failed: (failed, all) =>
    `本结果未通过审计：${all} 项数值中有 ${failed} 项与独立复算不一致。请勿依据本报告行事。`,
  about: '关于',
}
