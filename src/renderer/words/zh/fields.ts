import type { fields as english } from '../en/fields.ts'

export const fields: typeof english = {
  changed: (table, row, field, value) => `${table}：${row} ${field} → ${value}`,
  added: (table) => `${table}：添加行`,
  removed: (table, row) => `${table}：删除 ${row}`,
  filled: (table) => `${table}：向下填充`,
  cleared: (table) => `${table}：清除`,
  pasted: (table) => `${table}：粘贴`,
}
