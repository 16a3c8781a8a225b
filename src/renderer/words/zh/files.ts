import type { files as english } from '../en/files.ts'

export const files: typeof english = {
  drop: '松开以打开',
  dropWhat:
    '方案、方案库、工作簿、表格（XLSX、CSV）、气象（EPW）、站点（GeoJSON、KML）或基准测试结果。导入方案的内容先预览，后采纳。',
  reading: (file, percent) => `正在读取 ${file}：${percent} %`,
  checking: (file) => `正在对照方案检查 ${file}`,
}
