import type { layers as english } from '../en/layers.ts'

export const layers: typeof english = {
  agents: { name: '智能体（需求）', step: '' },
  scheduling: { name: '调度（路由）', step: 'Mtok/s 许可' },
  distribution: { name: '分发（区域、租赁）', step: 'Mtok/s 链路' },
  models: { name: '模型（推理服务）', step: '' },
  accelerators: { name: '加速器（机柜）', step: '机柜' },
  facility: { name: '机房（房间、冷却）', step: 'MW IT' },
  power: { name: '电力（电网、能源）', step: 'MW' },
}
