import type { layers as english } from '../en/layers.ts'

export const layers: typeof english = {
  agents: { name: '智能体', what: '需求' },
  scheduling: { name: '调度', what: '路由' },
  distribution: { name: '分发', what: '区域、租赁' },
  models: { name: '模型', what: '推理服务' },
  accelerators: { name: '加速器', what: '机柜' },
  facility: { name: '机房', what: '房间、冷却' },
  power: { name: '电力', what: '电网、能源' },
}
