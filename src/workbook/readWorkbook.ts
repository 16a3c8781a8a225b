import { AppFault } from '../plan/fault.ts'
import { type ReadCell, readSheet } from './readSheet.ts'
import { readDateStyles } from './readStyles.ts'
import { scanXml } from './scanXml.ts'
import { unzipTexts } from './unzip.ts'

export interface ReadSheet {
  readonly name: string
  /** Values as last computed, dates as 2027-04-01; rows may differ in length. */
  readonly rows: readonly (readonly ReadCell[])[]
}

const PARTS =
  /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[\w. -]+\.xml)$/

/** Sheets of an XLSX file with their values; formulas, styles, macros and links are left alone. */
export function readWorkbook(bytes: Uint8Array): ReadSheet[] {
  const files = unzipTexts(bytes, (name) => PARTS.test(name))
  const book = files.get('xl/workbook.xml')
  if (book === undefined) {
    throw new AppFault('bad-input', 'The archive holds no workbook', [
      {
        path: 'file',
        value: 'an archive without a workbook',
        expected: 'an XLSX file; save an older XLS or ODS as XLSX first',
      },
    ])
  }
  const targets = readTargets(files.get('xl/_rels/workbook.xml.rels') ?? '')
  const strings = readStrings(files.get('xl/sharedStrings.xml') ?? '')
  const isDate = readDateStyles(files.get('xl/styles.xml') ?? '')
  return listSheets(book).map(({ name, id }) => {
    const xml = files.get(targets.get(id) ?? '')
    return { name, rows: xml === undefined ? [] : readSheet(xml, strings, isDate) }
  })
}

function listSheets(xml: string): { readonly name: string; readonly id: string }[] {
  const sheets: { name: string; id: string }[] = []
  scanXml(xml, {
    open: (tag, attribute) => {
      if (tag === 'sheet') sheets.push({ name: attribute('name') ?? '', id: attribute('id') ?? '' })
    },
    text: () => undefined,
    close: () => undefined,
  })
  return sheets
}

/** Files by relation; those outside of the workbook's own folder are not read. */
function readTargets(xml: string): Map<string, string> {
  const targets = new Map<string, string>()
  scanXml(xml, {
    open: (tag, attribute) => {
      const target = attribute('Target') ?? ''
      if (tag === 'Relationship')
        targets.set(attribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    },
    text: () => undefined,
    close: () => undefined,
  })
  return targets
}

/** Shared strings in order; runs of one string joined, phonetic hints left out. */
function readStrings(xml: string): string[] {
  const strings: string[] = []
  let parts: string[] = []
  let isText = false
  let isHint = false
  scanXml(xml, {
    open: (tag) => {
      if (tag === 'si') parts = []
      if (tag === 'rPh') isHint = true
      isText = tag === 't' && !isHint
    },
    text: (text) => {
      if (isText) parts.push(text)
    },
    close: (tag) => {
      if (tag === 't') isText = false
      if (tag === 'rPh') isHint = false
      if (tag === 'si') strings.push(parts.join(''))
    },
  })
  return strings
}
