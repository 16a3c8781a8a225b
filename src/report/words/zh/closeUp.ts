const HAN = '[\\p{Script=Han}）”]'
const GAP = new RegExp(`(?<=${HAN}) (?=[\\p{Script=Han}（“])`, 'gu')
/** Marks of Latin sentences beside a Chinese word, but for the points of figures, which no space follows. */
const MARK = new RegExp(`(?<=${HAN})([,:;]) |([,:;]) (?=[\\p{Script=Han}（“])`, 'gu')
/** Brackets behind a Chinese word or before one, with what stands in them. */
const BRACKETS = new RegExp(`(?:(?<=${HAN}) ?\\(| \\((?=\\p{Script=Han}))([^()]*)\\)`, 'gu')
const MARKS: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；' }

/**
 * A Chinese sentence as it is printed, whatever its names and lists brought along: without spaces between Chinese words,
 * which part only Latin ones from them, and with Chinese marks and brackets beside them.
 */
export const closeUp = (text: string): string =>
  text
    .replace(MARK, (_, after?: string, before?: string) => MARKS[after ?? before ?? ''] ?? '')
    .replace(BRACKETS, '（$1）')
    .replace(GAP, '')
