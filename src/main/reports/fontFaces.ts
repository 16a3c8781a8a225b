import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Noto Sans SC (SIL Open Font License 1.1), cut into some hundred pieces by the signs they hold. */
const FONT = '@fontsource/noto-sans-sc'
const FIRST_WIDE_SIGN = 0x2e80

/**
 * Font faces, as CSS, for the Chinese signs of a text: only the pieces that hold any of them, inside the sheet itself,
 * so that the file shows them on a computer that has no Chinese font.
 */
export function fontFacesFor(text: string): string {
  const signs = new Set(
    [...text].map((sign) => sign.codePointAt(0)!).filter((code) => code >= FIRST_WIDE_SIGN),
  )
  if (signs.size === 0) return ''
  const folder = dirname(createRequire(import.meta.url).resolve(`${FONT}/package.json`))
  const pieces = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>
  return Object.entries(pieces)
    .filter(([, ranges]) => holdsAny(ranges, signs))
    .map(([name, ranges]) => {
      const file = `noto-sans-sc-${name.replace(/[[\]]/g, '')}-400-normal.woff2`
      const data = readFileSync(join(folder, 'files', file)).toString('base64')
      return `@font-face{font-family:"Report Sans";src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${ranges}}`
    })
    .join('\n')
}

/** Whether ranges such as `U+4e00-4e0f,U+4e2d` hold one of the signs. */
function holdsAny(ranges: string, signs: ReadonlySet<number>): boolean {
  return ranges.split(',').some((range) => {
    const [from, to] = range
      .replace('U+', '')
      .split('-')
      .map((code) => Number.parseInt(code, 16))
    for (let code = Math.max(from!, FIRST_WIDE_SIGN); code <= (to ?? from!); code++)
      if (signs.has(code)) return true
    return false
  })
}
