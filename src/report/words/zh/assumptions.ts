import { say } from '../../document.ts'
import type { assumptions as english } from '../en/assumptions.ts'
import { catalogColumns } from './catalogColumns.ts'
import { choices } from './choices.ts'
import { fields } from './fields.ts'

const TABLES: Readonly<Record<string, string>> = {
  regions: '区域',
  'demand archetypes': '需求原型',
  'demand profiles': '需求曲线',
  models: '模型',
  accelerators: '加速器',
  cooling: '冷却',
  building: '建筑',
  equipment: '设备',
  'energy sources': '能源',
  latency: '时延',
}

export const assumptions: typeof english = {
  heading: '假设台账',
  about: (own) =>
    say`共 ${own.all} 项输入：${own.plan} 项由方案设定，${own.standard} 项采用 Tokenworks 默认值，${own.catalog} 项来自随附目录，${own.overrides} 项为对目录的覆盖。等级：A 一手来源或复算，B 二手来源，C 估计；其中 ${own.gradeC} 项为 C 级，方案中 ${own.ungraded} 项没有等级。来源编号见末尾列表。目录中的名称与栏目保留原文。`,
  sources: '来源',
  no: '编号',
  sourceOrNote: '来源或备注',
  of: '对象',
  input: '输入',
  value: '数值',
  origin: '出处',
  standard: '默认或随附值',
  source: '来源',
  date: '日期',
  grade: '等级',
  origins: { plan: '方案', default: '默认', catalog: '目录', override: '覆盖' },
  ownDefault: 'Tokenworks 默认值',
  site: (name) => `站点 ${name}`,
  catalogTable: (table) => `目录：${TABLES[table] ?? table}`,
  groups: {
    horizon: '规划期、资金与求解器',
    finance: '规划期、资金与求解器',
    solver: '规划期、资金与求解器',
    currency: '规划期、资金与求解器',
    routing: '路由',
    distribution: '分发与租赁',
    regions: '区域',
    demand: '需求',
    models: '模型',
    accelerators: '加速器',
    procurement: '采购规则',
    training: '训练',
    customAccelerators: '自有加速器',
    customModels: '自有模型',
    measurements: '实测',
  },
  fieldWords: fields,
  choiceWords: { ...choices, true: '是', false: '否' },
  /** In which inputs of plans compared are told. */
  inputWords: { choices, yes: '是', no: '否', all: '全部' },
  catalogColumns,
  hoursOfDay: '全天各小时',
  between: (from, to) => `${from} 至 ${to}`,
}
