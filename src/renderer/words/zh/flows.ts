import type { flows as english } from '../en/flows.ts'

export const flows: typeof english = {
  sankey: 'token 从区域经类别与模型到服务地点',
  sankeySummary: (period) => `${period} 各区域 token 经类别与模型到服务地点`,
  from: '从',
  own: '自有站点',
  ownOrLeased: '自有、租赁与购买的 token',
  map: '区域、站点与 token 地图',
  mapSummary: '世界地图：圆环为区域，方块为站点，线为其间的 token',
  reach: '站点时延覆盖',
  where: '需求在何处被服务',
  region: '区域',
  to: '服务地点',
  tokS: 'Mtok/s',
  share: '占该区域',
  leases: '租赁的加速器',
  placements: '模型与加速器',
  model: '模型',
  accelerator: '加速器',
  classes: '类别',
  units: '台数',
  noLeases: '没有租赁。',
}
