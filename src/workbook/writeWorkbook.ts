import { strToU8, zipSync } from 'fflate'
import { escapeXml } from './escapeXml.ts'
import { rowHeightPt } from './rowHeight.ts'
import { createStyles } from './styles.ts'
import { columnName, type Sheet, type SheetCell, type Workbook } from './workbook.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** One day for every file of the archive, so that equal books are equal bytes. */
const MTIME = new Date(2026, 0, 1)

type Styles = ReturnType<typeof createStyles>

/**
 * An XLSX file. The libraries at hand write a formula without its value, which viewers that do not compute show as
 * empty or zero; here both stand in the cell. Text is always text, whatever sign it begins with.
 */
export function writeWorkbook(book: Workbook): Uint8Array {
  const styles = createStyles()
  const sheets = book.sheets.map((sheet) => sheetXml(sheet, styles))
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relationships([
      ['officeDocument', 'xl/workbook.xml'],
      ['metadata/core-properties', 'docProps/core.xml'],
    ]),
    'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(book.title)}</dc:title><dc:creator>Tokenworks</dc:creator></cp:coreProperties>`,
    'xl/workbook.xml': workbookXml(book.sheets),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles.toXml(),
  }
  sheets.forEach((xml, index) => {
    files[`xl/worksheets/sheet${index + 1}.xml`] = xml
  })
  const packed = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))
  return zipSync(packed, { mtime: MTIME })
}

function contentTypes(sheets: number): string {
  const override = (part: string, type: string): string =>
    `<Override PartName="${part}" ContentType="${type}"/>`
  const own = Array.from({ length: sheets }, (_, index) =>
    override(`/xl/worksheets/sheet${index + 1}.xml`, `${CONTENT}.worksheet+xml`),
  )
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', `${CONTENT}.sheet.main+xml`)}${override('/xl/styles.xml', `${CONTENT}.styles+xml`)}${override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}${own.join('')}</Types>`
}

function relationships(parts: readonly (readonly [type: string, target: string])[]): string {
  const own = parts.map(([type, target], index) => {
    const base = type.startsWith('metadata/') ? `${PACKAGE}/relationships` : RELATIONS
    return `<Relationship Id="rId${index + 1}" Type="${base}/${type}" Target="${target}"/>`
  })
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${own.join('')}</Relationships>`
}

function workbookXml(sheets: readonly Sheet[]): string {
  const own = sheets.map(
    ({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${own.join('')}</sheets><calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`
}

function sheetXml(sheet: Sheet, styles: Styles): string {
  const columns = sheet.widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const rows = sheet.rows.map((cells, row) => {
    const own = cells.map((cell, column) => cellXml(cell, `${columnName(column)}${row + 1}`, styles))
    const heightPt = rowHeightPt(cells, sheet.widths)
    const height = heightPt === null ? '' : ` ht="${heightPt}" customHeight="1"`
    return `<row r="${row + 1}"${height}>${own.join('')}</row>`
  })
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${paneXml(sheet)}</sheetView></sheetViews>${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>${rows.join('')}</sheetData><pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`
}

function paneXml({ frozenRows, frozenColumns }: Sheet): string {
  if (frozenRows + frozenColumns === 0) return ''
  const splits = [
    frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : '',
    frozenRows > 0 ? ` ySplit="${frozenRows}"` : '',
  ].join('')
  const pane = frozenRows === 0 ? 'topRight' : frozenColumns === 0 ? 'bottomLeft' : 'bottomRight'
  return `<pane${splits} topLeftCell="${columnName(frozenColumns)}${frozenRows + 1}" activePane="${pane}" state="frozen"/>`
}

function cellXml(cell: SheetCell, at: string, styles: Styles): string {
  const { value, formula } = cell
  const style = styles.of(cell)
  const head = `<c r="${at}"${style === 0 ? '' : ` s="${style}"`}`
  const computed = formula === undefined ? '' : `<f>${escapeXml(formula)}</f>`
  if (value === null) return style === 0 && computed === '' ? '' : `${head}>${computed}</c>`
  if (typeof value === 'number') return `${head}>${computed}<v>${value}</v></c>`
  if (typeof value === 'boolean') return `${head} t="b">${computed}<v>${Number(value)}</v></c>`
  return `${head} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`
}
