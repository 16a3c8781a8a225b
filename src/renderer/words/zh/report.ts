import type { report as english } from '../en/report.ts'

export const report: typeof english = {
  html: '保存为 HTML',
  json: '保存为 JSON',
  note: 'HTML 文件自带图表与样式，可打印为 A4 或 Letter；`tokenworks report` 还可输出 PDF 与 CSV。报告目前为英文。',
}
