import { say } from '../../document.ts'
import type { distribution as english } from '../en/distribution.ts'

export const distribution: typeof english = {
  heading: '分发与租赁',
  about: say`各区域的 token 在哪里生成，以及租赁了什么。私有任务留在其数据驻留区内。`,
  chart: '按生成地点的 token，周均值',
  flows: (end) => `${end} 从地点（行）到区域（列）的 token，周均值`,
  place: '地点',
  all: '合计',
  offers: '可选租赁',
  lease: '租赁',
  accelerator: '加速器',
  price: '价格',
  priceChange: '价格年变化',
  term: '租期',
  atMost: '上限',
  zones: '区',
  note: '备注',
  byQuarter: '各季度租赁',
  quarter: '季度',
  held: '持有',
  begins: '租期开始',
  serves: '服务',
  cost: '成本现值',
}
