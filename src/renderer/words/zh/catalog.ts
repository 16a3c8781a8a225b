import type { catalog as english } from '../en/catalog.ts'

export const catalog: typeof english = {
  title: '数据目录',
  table: '表',
  search: '在此表中查找',
  overrides: '本方案的覆盖值',
  overridesNote: '只对本方案有效',
  pick: '点击数值可为本方案覆盖它',
  value: '本方案的值',
  note: '备注',
  noteWhy: '为何不同：报价、实测、日期',
  override: '覆盖',
  changed: (row, column, value) => `覆盖 ${row} ${column} → ${value}`,
}
