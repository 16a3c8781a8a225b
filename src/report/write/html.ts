import {
  type Cell,
  type Chart,
  type Column,
  isFigure,
  type Language,
  type Paragraph,
  type ReportDocument,
  type Section,
  type Table,
} from '../document.ts'
import { getWords, type ReportWords } from '../words/words.ts'
import { escapeBreakable, escapeHtml } from './escape.ts'
import { createFormat, type Format } from './numbers.ts'
import { type Paper, styleSheet } from './styleSheet.ts'
import { toSvg } from './svg/svgChart.ts'

/** More columns than this are set on a page turned sideways. */
const MOST_UPRIGHT = 11
/** A table with at most so many rows is kept on one page. */
const MOST_UNBROKEN = 11
const SCREEN: Print = { paper: 'A4', pages: new Map() }

export interface Print {
  readonly paper: Paper
  /** Page of each section, where it is known. */
  readonly pages: ReadonlyMap<string, number>
  /** Font faces that the file brings, as CSS; none: those of the reader's computer. */
  readonly fontFaces?: string
}

/** What a part of the page needs to write itself. */
interface Writer {
  readonly language: Language
  readonly format: Format
  readonly frame: ReportWords['frame']
}

/**
 * The report as one HTML file: styles and charts inside, no script, and a policy that lets no request leave it. Every
 * figure stands in a `data` element whose value is the figure in full.
 */
export function toHtml(report: ReportDocument, print: Print = SCREEN): string {
  const { language } = report
  const { frame } = getWords(language)
  const writer = { language, format: createFormat(language), frame }
  const title = escapeHtml(writer.format.quarters(`${report.planName}: ${frame.kinds[report.kind]}`))
  const warning =
    report.warning === '' ? '' : `<p class="warning" role="alert">${escapeHtml(report.warning)}</p>`
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${print.fontFaces ?? ''}${styleSheet(report, print.paper)}</style>
</head>
<body>
${cover(report, print.pages, writer, warning)}
<main>
${report.sections.map((own) => toSection(own, writer, warning)).join('\n')}
</main>
</body>
</html>
`
}

function cover(report: ReportDocument, pages: Print['pages'], { frame }: Writer, warning: string): string {
  const items = report.sections.map(({ id, heading }) => {
    const page = pages.get(id)
    const number = page === undefined ? '' : `<span>${page}</span>`
    return `<li><a href="#${escapeHtml(id)}">${escapeHtml(heading)}</a>${number}</li>`
  })
  return `<header class="cover">
<p class="kind">${escapeHtml(frame.kinds[report.kind])}</p>
<h1>${escapeHtml(report.planName)}</h1>
<p>${escapeHtml(report.description)}</p>
<dl>
<dt>${frame.plan}</dt><dd>${escapeHtml(report.planId)}</dd>
<dt>${frame.revision}</dt><dd>${escapeHtml(report.revision || frame.asItStands)}</dd>
<dt>${frame.madeOn}</dt><dd>${escapeHtml(report.day)}</dd>
<dt>${escapeHtml(frame.hash)}</dt><dd class="hash">${escapeHtml(report.inputsHash)}</dd>
</dl>
${warning}
<nav aria-label="${frame.contents}"><h2>${frame.contents}</h2><ol>${items.join('')}</ol></nav>
</header>`
}

function toSection(
  { id, heading, paragraphs, charts, tables }: Section,
  writer: Writer,
  warning: string,
): string {
  return `<section id="${escapeHtml(id)}"><h2>${escapeHtml(heading)}</h2>${warning}
${paragraphs.map((own) => toParagraph(own, writer)).join('\n')}
${charts.map((own) => toFigure(own, writer)).join('\n')}
${tables.map((own) => toTable(own, writer)).join('\n')}
</section>`
}

function toParagraph(parts: Paragraph, { format }: Writer): string {
  const inner = parts.map((part) =>
    isFigure(part) ? toData(part.value, format.figure(part)) : escapeHtml(format.quarters(part)),
  )
  return `<p>${inner.join('')}</p>`
}

function toFigure(chart: Chart, { format, language }: Writer): string {
  return `<figure><figcaption>${escapeHtml(format.quarters(chart.title))}</figcaption>${toSvg(chart, language)}</figure>`
}

function toTable(table: Table, { format, frame }: Writer): string {
  const { id, title, columns, rows, hasTotal, isAppendix } = table
  const formats = format.columns(table)
  const body = rows.map((row, at) => {
    const isTotal = hasTotal === true && at === rows.length - 1
    const cells = row.map((cell, index) =>
      toCell(isTotal ? (cell ?? '') : cell, columns[index]!, formats[index]!),
    )
    return `<tr${isTotal ? ' class="total"' : ''}>${cells.join('')}</tr>`
  })
  const classes = [
    columns.length > MOST_UPRIGHT ? 'wide' : '',
    isAppendix ? 'appendix' : '',
    rows.length <= MOST_UNBROKEN ? 'short-table' : '',
  ].filter(Boolean)
  return `<table id="table-${escapeHtml(id)}"${classes.length > 0 ? ` class="${classes.join(' ')}"` : ''}>
<caption>${escapeHtml(format.quarters(title))}</caption>
<thead><tr>${columns.map((own) => toHead(own, format)).join('')}</tr></thead>
<tbody>
${body.length > 0 ? body.join('\n') : `<tr><td colspan="${columns.length}">${frame.none}</td></tr>`}
</tbody></table>`
}

function toHead({ title, kind, unit }: Column, format: Format): string {
  const small = unit === '' ? '' : ` <small>${escapeHtml(unit === 'share' ? '%' : format.unit(unit))}</small>`
  return `<th scope="col"${isRight(kind) ? ' class="right"' : ''}>${escapeHtml(format.quarters(title))}${small}</th>`
}

function isRight(kind: Column['kind']): boolean {
  return kind === 'number' || kind === 'figure'
}

function toCell(cell: Cell, { kind }: Column, format: (cell: Cell) => string): string {
  const text = format(cell)
  const value = isFigure(cell) ? cell.value : cell
  const inner = typeof value === 'number' ? toData(value, text) : escapeBreakable(text)
  if (isRight(kind)) return `<td class="right">${inner}</td>`
  return kind === 'text' ? `<td>${inner}</td>` : `<td class="short">${inner}</td>`
}

function toData(value: number, text: string): string {
  return `<data value="${value}">${escapeHtml(text)}</data>`
}
