import { scanXml } from './scanXml.ts'

/** Formats of dates that every program knows by number (ECMA-376 18.8.30). */
const KNOWN_DATES = new Set([14, 15, 16, 17, 22])

/** Tells whether a cell of a style shows a date. */
export function readDateStyles(xml: string): (style: number) => boolean {
  const formats = new Map<number, string>()
  const styles: number[] = []
  let isInCells = false
  scanXml(xml, {
    open: (tag, attribute) => {
      if (tag === 'numFmt') formats.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
      if (tag === 'cellXfs') isInCells = true
      if (tag === 'xf' && isInCells) styles.push(Number(attribute('numFmtId') ?? 0))
    },
    text: () => undefined,
    close: (tag) => {
      if (tag === 'cellXfs') isInCells = false
    },
  })
  return (style) => {
    const format = styles[style] ?? 0
    return KNOWN_DATES.has(format) || isDateCode(formats.get(format) ?? '')
  }
}

/** A code with a year or a day in it, outside of quotes and brackets. */
function isDateCode(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  return /y/i.test(bare) || (/d/i.test(bare) && /m/i.test(bare))
}
