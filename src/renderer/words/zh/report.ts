import type { report as english } from '../en/report.ts'

export const report: typeof english = {
  format: '格式',
  formats: {
    pdf: 'PDF',
    html: 'HTML 单文件',
    xlsx: 'XLSX（含公式）',
    docx: 'DOCX',
    csv: 'CSV（全部表格）',
    json: 'JSON',
  },
  paper: '纸张',
  language: '语言',
  languages: { en: '英文', zh: '中文' },
  revision: '版本',
  asItStands: '当前状态',
  sections: '章节',
  allSections: '全部章节',
  save: '保存报告',
  saving: '正在生成报告……',
  saved: (name) => `已生成 ${name}。`,
  note: '各种格式的数值完全一致。PDF 在本机打印，不会发送到任何地方。',
}
