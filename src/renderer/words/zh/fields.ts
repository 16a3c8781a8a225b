import type { fields as english } from '../en/fields.ts'

export const fields: typeof english = {
  changed: (table, what, before, after) => `${table}：${what}：${before} → ${after}`,
  newThings: { region: '新区域', site: '新站点', lease: '新租赁', api: '新 API', market: '新市场' },
  firstModelNote: '质量按方案的最高要求填写：属估计，请以自己的数据代替 (C)',
  added: (table) => `${table}：添加行`,
  duplicated: (table, row) => `${table}：复制 ${row}`,
  removed: (table, row) => `${table}：删除 ${row}`,
  filled: (table, what) => `${table}：向下填充 ${what}`,
  cleared: (table, what) => `${table}：清除 ${what}`,
  pasted: (table, cells, what) => `${table}：粘贴${cells === 1 ? ' ' : ` ${cells} 个单元格：`}${what}`,
}
