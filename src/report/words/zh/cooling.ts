import { say } from '../../document.ts'
import type { cooling as english } from '../en/cooling.ts'

export const cooling: typeof english = {
  heading: '冷却',
  about: say`PUE 为设施功率与 IT 功率之比。均值按全年计算，天气为导入数据，或由当地平均温度与 ASHRAE 0.4% 设计温度合成；设计值对应设计温度，用于变压器、发电机与电网接入的选型。`,
  bySite: '各站点冷却',
  site: '站点',
  technology: '技术',
  weather: '天气',
  synthetic: '合成',
  given: '给定 PUE',
  meanDb: '平均干球',
  designDb: '设计干球',
  designWb: '设计湿球',
  pueMean: 'PUE，均值',
  pueDesign: 'PUE，设计',
  water: '用水',
  limit: '上限',
  inUse: (end) => `${end} 在用`,
}
