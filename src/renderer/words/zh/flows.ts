import type { flows as english } from '../en/flows.ts'

export const flows: typeof english = {
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
