import type { chart as english } from '../en/chart.ts'

export const chart: typeof english = { table: '表格', chart: '图', copy: '复制为 CSV', copied: '已复制' }
