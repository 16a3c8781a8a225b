import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TableOfContents,
  TextRun,
} from 'docx'
import type { ReportDocument, Section } from '../../document.ts'
import { getWords } from '../../words/words.ts'
import { createFormat, type Format } from '../numbers.ts'
import type { Paper } from '../styleSheet.ts'
import { docxChart } from './docxCharts.ts'
import { docxTable } from './docxTable.ts'

/** In twentieths of a point, as the format counts. */
const PAPERS: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  A4: { width: 11_906, height: 16_838 },
  Letter: { width: 12_240, height: 15_840 },
}
const MARGIN = 850
const SHORT_HASH = 12

/** The report as a DOCX file, each section under a heading, its charts the program's own. */
export async function toDocx(report: ReportDocument, paper: Paper): Promise<Uint8Array> {
  const { language, planName } = report
  const { frame } = getWords(language)
  const format = createFormat(language)
  const { width, height } = PAPERS[paper]
  const document = new Document({
    title: format.quarters(`${planName}: ${frame.kinds[report.kind]}`),
    creator: 'Tokenworks',
    styles: {
      default: {
        document: {
          run: { font: { ascii: 'Calibri', eastAsia: 'Noto Sans SC', hAnsi: 'Calibri' }, size: 19 },
          paragraph: { spacing: { after: 120 } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width, height, orientation: PageOrientation.PORTRAIT },
            margin: { top: MARGIN * 1.3, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        headers: { default: headOf(report) },
        footers: { default: footOf(frame.page, frame.ofPages) },
        children: [
          ...cover(report),
          ...report.sections.flatMap((own) => toParts(own, report, format, width - 2 * MARGIN)),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

function headOf(report: ReportDocument): Header {
  const { frame } = getWords(report.language)
  const of = [
    report.planName,
    frame.kinds[report.kind],
    `${frame.revision}: ${report.revision || frame.asItStands}`,
    report.day,
  ]
  const { quarters } = createFormat(report.language)
  const text = `${quarters(of.join(' · '))} · ${frame.inputs} ${report.inputsHash.slice(0, SHORT_HASH)}`
  return new Header({ children: [small(text), ...warningOf(report)] })
}

function footOf(page: string, of: string): Footer {
  const children = [`${page} `, PageNumber.CURRENT, ` ${of} `, PageNumber.TOTAL_PAGES]
  return new Footer({
    children: [
      new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ children, size: 15 })] }),
    ],
  })
}

function small(text: string): Paragraph {
  return new Paragraph({ children: [new TextRun({ text, size: 15, color: '5B6573' })] })
}

function warningOf({ warning }: ReportDocument): Paragraph[] {
  if (warning === '') return []
  return [new Paragraph({ children: [new TextRun({ text: warning, bold: true, color: 'B3261E' })] })]
}

function cover(report: ReportDocument): (Paragraph | TableOfContents)[] {
  const { frame } = getWords(report.language)
  const { quarters } = createFormat(report.language)
  const facts: readonly (readonly [string, string])[] = [
    [frame.plan, report.planId],
    [frame.revision, report.revision || frame.asItStands],
    [frame.madeOn, report.day],
    [frame.hash, report.inputsHash],
  ]
  return [
    new Paragraph({ text: frame.kinds[report.kind] }),
    new Paragraph({ heading: HeadingLevel.TITLE, text: report.planName }),
    new Paragraph({ text: report.description }),
    ...facts.map(([name, value]) => new Paragraph({ text: quarters(`${name}: ${value}`) })),
    ...warningOf(report),
    new Paragraph({ children: [new TextRun({ text: frame.contents, bold: true, size: 26 })] }),
    new TableOfContents(frame.contents, { hyperlink: true, headingStyleRange: '1-1' }),
  ]
}

function toParts(own: Section, report: ReportDocument, format: Format, width: number) {
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: true,
      text: format.quarters(own.heading),
    }),
    ...own.paragraphs.map((paragraph) => new Paragraph({ text: format.paragraph(paragraph) })),
    ...own.charts.flatMap((chart) => docxChart(chart, format, format.unit('weeks'))),
    ...own.tables.flatMap((table) => docxTable(table, format, getWords(report.language).frame.none, width)),
  ]
}
