import type { layers as english } from '../en/layers.ts'

export const layers: typeof english = {
  agents: { name: '智能体', what: '需求', step: '' },
  scheduling: { name: '调度', what: '路由', step: ' Mtok/s 许可' },
  distribution: { name: '分发', what: '区域、租赁', step: ' Mtok/s 链路' },
  models: { name: '模型', what: '推理服务', step: '' },
  accelerators: { name: '加速器', what: '机柜', step: '台机柜' },
  facility: { name: '机房', what: '建筑、冷却', step: ' MW IT' },
  power: { name: '电力', what: '电网、能源', step: ' MW' },
}
