import { currentLanguage } from '../state/view/language.ts'

const inChinese = (): boolean => currentLanguage() === 'zh'

/** Between two sentences, or an amount and what it is of: a space, in Chinese nothing. */
export const wordGap = (): string => (inChinese() ? '' : ' ')

/** Things side by side: `Dallas, Ashburn`; in Chinese 达拉斯、阿什本. */
export const listed = (items: readonly string[]): string => items.join(inChinese() ? '、' : ', ')

/** Half sentences one after another, parted by a semicolon. */
export const clauses = (items: readonly string[]): string => items.join(inChinese() ? '；' : '; ')

/** What is spoken of, a colon, and what is said of it. */
export const said = (what: string, text: string): string => `${what}${inChinese() ? '：' : ': '}${text}`

/** A name with its unit or what tells it apart: `Price, M$`; in Chinese 价格（百万美元）. */
export const withUnit = (what: string, unit: string): string =>
  inChinese() ? `${what}（${unit}）` : `${what}, ${unit}`

/** A name with an aside in brackets. */
export const aside = (what: string, more: string): string =>
  inChinese() ? `${what}（${more}）` : `${what} (${more})`
