import { say } from '../../document.ts'
import type { timeline as english } from '../en/timeline.ts'

export const timeline: typeof english = {
  heading: '建设时间表',
  orderBy: say`最迟下单日是按目录中最长交期（或方案给出的交期）计算、能在所属期首日就绪的最后一天。机房内的安装与调试时间计入机房建设时间，不计入设备交期。`,
  late: (count, start) => say`有 ${count} 项订单须在方案起始日 ${start} 之前发出：请先与供应商确认。`,
  noneLate: (start) => say`没有订单须在方案起始日 ${start} 之前发出。`,
  isLate: '早于方案起始',
  chart: '关键路径：从每一步最长交期的订单到就绪期',
  start: '方案起始',
  critical: '关键路径：各站点每一步所等待的事项',
  site: '站点',
  step: '步骤',
  order: '最迟下单',
  longest: '最长交期项',
  lead: '交期',
  ordersOfStep: '该步订单数',
  lateColumn: '逾期',
  every: '全部订单，按时间先后',
  ready: '就绪期',
  kind: '类别',
  what: '内容',
  quantity: '数量',
  kinds: { grid: '电网', rooms: '机房', equipment: '设备', racks: '机柜', plant: '自备电源', lease: '租赁' },
  queue: '电网接入排队',
  gridPower: '可靠电网容量',
  rooms: '机房',
}
