import { say } from '../../document.ts'
import type { sites as english } from '../en/sites.ts'

export const sites: typeof english = {
  heading: '站点',
  about: (end) => say`各站点可以拥有什么，以及方案到 ${end} 时如何利用。`,
  places: '位置与上限',
  site: '站点',
  place: '地点',
  building: '建筑',
  cooling: '冷却',
  roomsAtMost: '机房上限',
  gridAtMost: '电网上限',
  roomsFrom: '机房最早',
  gridFrom: '通电时间',
  atEnd: (end) => `${end} 的站点`,
  firstLoad: '首次带载',
  phases: '分期数',
  built: '已建',
  inUse: '在用',
  contracted: '签约电网',
  peak: '峰值',
  serves: '服务',
  chart: '各站点已建 IT 负载',
  byQuarter: '各期已建 IT 负载',
  quarter: '期',
}
