import type { fields as english } from '../en/fields.ts'

export const fields: typeof english = {
  changed: (table, what, before, after) => `${table}：${what}：${before} → ${after}`,
  newThings: { region: '新区域', site: '新站点', lease: '新租赁', api: '新 API', market: '新市场' },
  firstModelNote: '质量按方案的最高要求填写：属估计，请以自己的数据代替 (C)',
  added: (table) => `${table}：添加行`,
  duplicated: (table, row) => `${table}：复制 ${row}`,
  removed: (table, row) => `${table}：删除 ${row}`,
  filled: (table) => `${table}：向下填充`,
  cleared: (table) => `${table}：清除`,
  pasted: (table) => `${table}：粘贴`,
}
