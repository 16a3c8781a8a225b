import type { help as english } from '../en/help.ts'
import { formulaExpression } from './formulaPhrases.ts'
import { formulaSources } from './formulaSources.ts'
import { formulaUnit } from './formulaUnits.ts'
import { screens } from './help/screens.ts'

export const help: typeof english = {
  title: '帮助',
  close: '关闭帮助',
  back: '返回',
  contents: '目录',
  search: '搜索帮助',
  found: (count) => `${count} 页`,
  nothing: '没有包含这些词的页面。',
  screensTitle: '页面',
  formulasTitle: '公式',
  glossaryTitle: '术语表',
  tour: '示例方案导览',
  shortcuts: '键盘快捷键',
  whatToDo: '在这里做什么',
  behind: '数字背后的公式',
  words: '术语',
  unit: '单位',
  symbol: '符号',
  meaning: '含义',
  source: '来源',
  code: '计算代码',
  audit: '审计中独立重算的代码',
  noAudit: '审计不重算此项。',
  usedOn: '出现在',
  groups: {
    power: '电力',
    facility: '机房',
    accelerators: '加速器',
    models: '模型',
    distribution: '分发',
    scheduling: '调度',
    agents: '需求',
    planning: '财务与规划',
  },
  formulaGroups: {
    money: '财务',
    tax: '税与债务',
    tokens: 'token',
    site: '站点、蛋糕与证明',
    bill: '采购与预算',
    inputs: '由输入推得',
    again: '变体、比较与审计',
  },
  formulaText: {
    unit: formulaUnit,
    source: (source) => formulaSources[source] ?? source,
    expression: formulaExpression,
  },
  screens,
}
