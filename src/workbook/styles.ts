import { FORMULA_LIKE } from './csvText.ts'
import { escapeXml } from './escapeXml.ts'
import type { SheetCell } from './workbook.ts'

type Look = Pick<SheetCell, 'format' | 'style' | 'isWrapped'> & { readonly isQuoted: boolean }

const FONTS = [
  '<font><sz val="10"/><name val="Calibri"/></font>',
  '<font><b/><sz val="14"/><name val="Calibri"/></font>',
  '<font><b/><sz val="10"/><name val="Calibri"/></font>',
  '<font><sz val="9"/><color rgb="FF5B6573"/><name val="Calibri"/></font>',
  '<font><b/><sz val="11"/><color rgb="FFB3261E"/><name val="Calibri"/></font>',
]
const FONT_OF: Readonly<Record<NonNullable<SheetCell['style']>, number>> = {
  title: 1,
  head: 2,
  total: 2,
  soft: 3,
  warning: 4,
  input: 0,
}
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE3EDF5"/></patternFill></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFFF8E1"/></patternFill></fill>',
]
const BORDERS = [
  '<border><left/><right/><top/><bottom/></border>',
  '<border><left/><right/><top style="thin"/><bottom/></border>',
]
const FIRST_OWN_FORMAT = 164

/** Collects the looks of cells and writes them as the styles part. */
export function createStyles() {
  const looks = new Map<string, number>([[JSON.stringify({ isQuoted: false }), 0]])
  const formats = new Map<string, number>()
  const xfs: string[] = [toXf({ isQuoted: false }, 0)]
  return {
    /** Number of the cell's look. */
    of: ({ value, format, style, isWrapped }: SheetCell): number => {
      // The program is told to take it as it stands.
      const isQuoted = typeof value === 'string' && FORMULA_LIKE.test(value)
      const look: Look = {
        ...(format === undefined ? {} : { format }),
        ...(style === undefined ? {} : { style }),
        ...(isWrapped ? { isWrapped } : {}),
        isQuoted,
      }
      const key = JSON.stringify(look)
      const known = looks.get(key)
      if (known !== undefined) return known
      if (format !== undefined && !formats.has(format)) formats.set(format, FIRST_OWN_FORMAT + formats.size)
      looks.set(key, xfs.length)
      xfs.push(toXf(look, format === undefined ? 0 : formats.get(format)!))
      return xfs.length - 1
    },
    toXml: (): string => stylesXml(formats, xfs),
  }
}

function toXf({ style, isWrapped, isQuoted }: Look, format: number): string {
  const fill = style === 'head' ? 2 : style === 'input' ? 3 : 0
  const alignment = isWrapped ? '<alignment vertical="top" wrapText="1"/>' : '<alignment vertical="top"/>'
  return `<xf numFmtId="${format}" fontId="${style ? FONT_OF[style] : 0}" fillId="${fill}" borderId="${style === 'total' ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${isQuoted ? ' quotePrefix="1"' : ''}>${alignment}</xf>`
}

function stylesXml(formats: ReadonlyMap<string, number>, xfs: readonly string[]): string {
  const own = [...formats].map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`)
  const list = (name: string, items: readonly string[]): string =>
    items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${list('numFmts', own)}${list('fonts', FONTS)}${list('fills', FILLS)}${list('borders', BORDERS)}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${list('cellXfs', xfs)}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}
