import type { retirements as english } from '../en/retirements.ts'

export const retirements: typeof english = {
  title: '退役的机型台数',
  note: '按方案的年限退役；“寿命与更新”中交由求解时可更早；售价为当日金额',
  leaves: '退役期',
  site: '站点',
  accelerator: '加速器',
  delivered: '交付期',
  age: '年限',
  years: (years) => `${years} 年`,
  setBy: '年限由谁定',
  solve: '求解',
  plan: '方案',
  units: '台数',
  sale: '售价（百万美元）',
}
