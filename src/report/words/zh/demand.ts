import { say } from '../../document.ts'
import type { demand as english } from '../en/demand.ts'

export const demand: typeof english = {
  heading: '需求',
  grows: (from, first, to, end) =>
    say`token 包括输入、缓存输入与输出。周均值从 ${first} 的 ${from} 增长到 ${end} 的 ${to}。`,
  chart: '按时延类别的需求，周均值',
  latency: { realtime: '实时', interactive: '交互', standard: '标准', batch: '批处理' },
  growths: { cagr: '恒定增长率', logistic: 'S 曲线', linear: '线性', bass: 'Bass 扩散', table: '逐期给定' },
  who: (first, end) => `需求来源，${first} 与 ${end}`,
  archetype: '需求原型',
  unit: '单位',
  unitsStart: '期初数量',
  unitsEnd: '期末数量',
  growth: '增长',
  latencyClass: '时延类别',
  input: '输入',
  output: '输出',
  atStart: '期初',
  atEnd: '期末',
  byRegion: (end) => `${end} 各区域需求，周均值`,
  region: '区域',
  zone: '数据驻留区',
  demand: '需求',
  isPrivate: '其中私有',
  unserved: '未服务',
  byQuarter: '按期与时延类别的需求，周均值',
  quarter: '期',
  all: '合计',
}
