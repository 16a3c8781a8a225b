import type { buildOut as english } from '../en/buildOut.ts'

export const buildOut: typeof english = {
  power: '各期电力与 IT',
  contracted: '签约 MW',
  builtIt: '已建 IT MW',
  usedIt: '使用 IT MW',
  racks: '在用机柜与节点',
  sites: '站点',
  site: '站点',
  period: '期',
  phases: '期数',
  peak: '峰值 MW',
  energy: '电量 MWh',
  served: '服务 Mtok/s',
  co2: 'CO₂ 吨',
  water: '用水 m³',
  firstLoad: '首次负载',
  atEnd: (period) => `${period}`,
  never: '—',
  everyQuarter: '每期',
}
