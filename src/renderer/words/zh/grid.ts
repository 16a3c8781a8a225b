import type { grid as english } from '../en/grid.ts'

export const grid: typeof english = {
  add: '添加行',
  remove: '删除',
  duplicate: '复制',
  actions: '操作',
}
