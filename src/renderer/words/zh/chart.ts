import type { chart as english } from '../en/chart.ts'

export const chart: typeof english = {
  table: '表格',
  chart: '图',
  copy: '复制为 CSV',
  copied: '已复制',
  savePng: '保存为 PNG',
  saveSvg: '保存为 SVG',
  more: '复制或保存',
  cursor: '图；用方向键读数，按 Enter 查看来源',
  period: '时期',
  hour: '小时',
  hourUtc: '小时（UTC）',
  hourLocal: '小时（当地时间）',
  input: '输入',
  line: '曲线',
  part: '部分',
  summary: (title, from, to, courses) => `${title}，${from} 至 ${to}。${courses}`,
  course: (name, first, last, most) => `${name}：由 ${first} 到 ${last}，最高 ${most}。`,
  stop: '停止',
  stopped: '已停止。',
  again: '重新开始',
}
