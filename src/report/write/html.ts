import {
  type Cell,
  type Chart,
  type Column,
  isFigure,
  type Paragraph,
  type ReportDocument,
  type Section,
  type Table,
} from '../document.ts'
import { escapeBreakable, escapeHtml } from './escape.ts'
import { columnFormat, formatFigure, formatQuarters } from './numbers.ts'
import { type Paper, styleSheet } from './styleSheet.ts'
import { toSvg } from './svgChart.ts'

/** More columns than this are set on a page turned sideways. */
const MOST_UPRIGHT = 11
/** A table with at most so many rows is kept on one page. */
const MOST_UNBROKEN = 14
const SCREEN: Print = { paper: 'A4', pages: new Map() }

export interface Print {
  readonly paper: Paper
  /** Page of each section, where it is known. */
  readonly pages: ReadonlyMap<string, number>
}

/**
 * The report as one HTML file: styles and charts inside, no script, and a policy that lets no request leave it. Every
 * figure stands in a `data` element whose value is the figure in full.
 */
export function toHtml(report: ReportDocument, { paper, pages }: Print = SCREEN): string {
  const title = escapeHtml(`${report.planName}: build-out report`)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${styleSheet(report, paper)}</style>
</head>
<body>
${cover(report, pages)}
<main>
${report.sections.map(toSection).join('\n')}
</main>
</body>
</html>
`
}

function cover(report: ReportDocument, pages: Print['pages']): string {
  const items = report.sections.map(({ id, heading }) => {
    const page = pages.get(id)
    const number = page === undefined ? '' : `<span>${page}</span>`
    return `<li><a href="#${escapeHtml(id)}">${escapeHtml(heading)}</a>${number}</li>`
  })
  return `<header class="cover">
<p class="kind">Build-out report</p>
<h1>${escapeHtml(report.planName)}</h1>
<p>${escapeHtml(report.description)}</p>
<dl>
<dt>Plan</dt><dd>${escapeHtml(report.planId)}</dd>
<dt>Made on</dt><dd>${escapeHtml(report.day)}</dd>
<dt>Inputs' hash (SHA-256)</dt><dd class="hash">${escapeHtml(report.inputsHash)}</dd>
</dl>
<nav aria-label="Contents"><h2>Contents</h2><ol>${items.join('')}</ol></nav>
</header>`
}

function toSection({ id, heading, paragraphs, charts, tables }: Section): string {
  return `<section id="${escapeHtml(id)}"><h2>${escapeHtml(heading)}</h2>
${paragraphs.map(toParagraph).join('\n')}
${charts.map(toFigure).join('\n')}
${tables.map(toTable).join('\n')}
</section>`
}

function toParagraph(parts: Paragraph): string {
  const inner = parts.map((part) =>
    isFigure(part) ? toData(part.value, formatFigure(part)) : escapeHtml(formatQuarters(part)),
  )
  return `<p>${inner.join('')}</p>`
}

function toFigure(chart: Chart): string {
  return `<figure><figcaption>${escapeHtml(formatQuarters(chart.title))}</figcaption>${toSvg(chart)}</figure>`
}

function toTable({ id, title, columns, rows, hasTotal, isAppendix }: Table): string {
  const formats = columns.map((column, index) =>
    columnFormat(
      column,
      rows.slice(0, hasTotal ? -1 : undefined).map((row) => row[index] ?? null),
    ),
  )
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
<caption>${escapeHtml(formatQuarters(title))}</caption>
<thead><tr>${columns.map(toHead).join('')}</tr></thead>
<tbody>
${body.length > 0 ? body.join('\n') : `<tr><td colspan="${columns.length}">None</td></tr>`}
</tbody></table>`
}

function toHead({ title, kind, unit }: Column): string {
  const small = unit === '' ? '' : ` <small>${escapeHtml(unit === 'share' ? '%' : unit)}</small>`
  return `<th scope="col"${isRight(kind) ? ' class="right"' : ''}>${escapeHtml(formatQuarters(title))}${small}</th>`
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
