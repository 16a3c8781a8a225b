import type { palette as english } from '../en/palette.ts'

export const palette: typeof english = {
  title: '命令',
  hint: '想做什么？',
  none: '没有这样的命令或方案。',
  goTo: (screen) => `前往 ${screen}`,
  openPlan: (name) => `打开方案 ${name}`,
}
