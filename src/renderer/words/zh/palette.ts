import type { palette as english } from '../en/palette.ts'

export const palette: typeof english = {
  title: '命令',
  hint: '想做什么？',
  none: '没有这样的命令或方案，本方案中也没有这样的内容。',
  things: {
    site: (name) => `前往站点 ${name}`,
    accelerator: (name) => `前往加速器 ${name}`,
    model: (name) => `前往模型 ${name}`,
    region: (name) => `前往区域 ${name}`,
  },
  goTo: (screen) => `前往 ${screen}`,
  openPlan: (name) => `打开方案 ${name}`,
}
