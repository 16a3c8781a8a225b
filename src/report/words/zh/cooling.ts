import { say } from '../../document.ts'
import type { cooling as english } from '../en/cooling.ts'

export const cooling: typeof english = {
  heading: '冷却',
  about: say`PUE 为设施功率与 IT 功率之比。均值按由当地平均温度与 ASHRAE 0.4% 设计温度合成的全年天气计算；设计值对应设计温度，用于变压器、发电机与电网接入的选型。`,
  bySite: '各站点冷却',
  site: '站点',
  technology: '技术',
  meanDb: '平均干球',
  designDb: '设计干球',
  designWb: '设计湿球',
  pueMean: 'PUE，均值',
  pueDesign: 'PUE，设计',
  water: '用水',
  limit: '上限',
  inUse: (end) => `${end} 在用`,
}
