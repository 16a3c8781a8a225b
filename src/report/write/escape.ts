const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text that HTML and SVG show as it is, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!)
}

/** As much of a word as a cell of a table can hold on paper. */
const PIECE = /.{1,30}/gu

/** Text that may be broken where it has no blanks: a page that is too narrow would be shrunk as a whole. */
export function escapeBreakable(text: string): string {
  const words = text.split(/(\S+)/u)
  return words.map((word) => (word.match(PIECE) ?? [word]).map(escapeHtml).join('<wbr>')).join('')
}

/** Text as a CSS string: every sign but letters, digits and blanks by its number, so nothing ends string or sheet. */
export function cssString(text: string): string {
  const safe = [...text].map((sign) =>
    /[\p{L}\p{N} ]/u.test(sign) ? sign : `\\${sign.codePointAt(0)!.toString(16)} `,
  )
  return `"${safe.join('')}"`
}
