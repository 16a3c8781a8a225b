import { say } from '../../document.ts'
import type { carbonWater as english } from '../en/carbonWater.ts'

export const carbonWater: typeof english = {
  heading: '碳与水',
  about: (carbon, water, price) =>
    say`碳排放指自有站点用电在电网与现场电源处的排放，不含租赁算力、建筑与硬件。整个规划期：${carbon}，现场蒸发用水 ${water}。方案的碳价为 ${price}。`,
  bySite: (end) => `${end} 各站点碳与水`,
  site: '站点',
  energy: '电量',
  carbon: '碳',
  intensity: '强度',
  water: '用水',
  waterIntensity: '用水强度',
  byQuarter: '各期碳与水，全部站点',
  quarter: '期',
}
