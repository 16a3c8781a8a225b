import type { ReportDocument } from '../document.ts'
import { getWords } from '../words/words.ts'
import { cssString } from './escape.ts'
import { createFormat } from './numbers.ts'

export type Paper = 'A4' | 'Letter'

const FONT =
  '"Report Sans", "Inter", "Segoe UI", "Helvetica Neue", Arial, "Noto Sans", "Noto Sans CJK SC", "DejaVu Sans", sans-serif'
/** Signs of the hash on every page; the whole of it stands on the first. */
const SHORT_HASH = 12

/** Styles for the screen and for paper: each page has the plan, the day and the hash above, its number below. */
export function styleSheet(report: ReportDocument, paper: Paper): string {
  const { planName, day, inputsHash, kind, language, revision, warning } = report
  const { frame } = getWords(language)
  const { quarters } = createFormat(language)
  const of = quarters(
    [frame.kinds[kind], `${frame.revision}: ${revision || frame.asItStands}`, day].join(', '),
  )
  const left = quarters(warning === '' ? planName : `${planName}: ${warning}`)
  const running = `font: 7.5pt ${FONT}; color: #5b6573;`
  return `
:root { color: #16202c; font: 15px/1.5 ${FONT}; }
body { max-width: 1020px; margin: 0 auto; padding: 32px 24px; background: #fff; }
h1 { font-size: 2.4em; line-height: 1.15; margin: 0 0 12px; }
h2 { font-size: 1.5em; margin: 0 0 10px; padding-bottom: 4px; border-bottom: 2px solid #0072b2; }
p { max-width: 46em; margin: 0 0 10px; }
section { margin-top: 48px; }
.kind { color: #0072b2; font-weight: 600; margin-bottom: 4px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 18px 0; }
dt { color: #5b6573; }
dd { margin: 0; }
.hash { font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .85em; overflow-wrap: anywhere; }
nav ol { padding-left: 1.6em; max-width: 30em; }
nav span { float: right; }
a { color: #0072b2; text-decoration: none; }
figure { margin: 16px 0; break-inside: avoid; }
figcaption, caption { text-align: left; font-weight: 600; margin: 0 0 4px; padding: 0; break-after: avoid; }
svg { width: 100%; height: auto; font: 11px ${FONT}; }
svg text { fill: #16202c; }
svg .soft { fill: #5b6573; font-size: 10px; }
svg .on { fill: #fff; font-size: 10px; }
.warning { border: 2px solid #b3261e; color: #b3261e; font-weight: 700; padding: 8px 10px; }
svg .middle { text-anchor: middle; }
svg .end { text-anchor: end; }
svg .grid { stroke: #dfe4ea; }
table { border-collapse: collapse; width: 100%; margin: 18px 0; font-size: .82em; font-variant-numeric: tabular-nums; }
th { text-align: left; vertical-align: bottom; border-bottom: 1.5px solid #16202c; padding: 3px 8px 3px 0; line-height: 1.25; }
th small { display: block; font-weight: 400; color: #5b6573; }
td { vertical-align: top; border-bottom: 1px solid #e3e7ec; padding: 3px 8px 3px 0; overflow-wrap: break-word; }
.right { text-align: right; padding: 3px 0 3px 8px; }
td data, .short { white-space: nowrap; }
td:first-child { min-width: 5.5em; }
#table-cake td:first-child { white-space: nowrap; }
th.right + th:not(.right), td.right + td:not(.right) { padding-left: 14px; }
.total td { font-weight: 600; border-top: 1.5px solid #16202c; border-bottom: 0; }
.appendix { font-size: .7em; }
.appendix td, .appendix th { padding-top: 1px; padding-bottom: 1px; }
@media print {
  @page { size: ${paper}; margin: 19mm 15mm 17mm;
    @top-left { content: ${cssString(left)}; ${running} }
    @top-right { content: ${cssString(`${of}, ${frame.inputs} ${inputsHash.slice(0, SHORT_HASH)}`)}; ${running} }
    @bottom-right { content: "${frame.page} " counter(page) " ${frame.ofPages} " counter(pages); ${running} }
  }
  @page :first { @top-left { content: none } @top-right { content: none } }
  @page wide { size: ${paper} landscape; }
  :root { font-size: 9.5pt; }
  body { max-width: none; padding: 0; }
  .cover { min-height: 200mm; padding-top: 40mm; }
  section { margin-top: 10mm; }
  #summary, #demand, #timeline, #economics, #assumptions { break-before: page; margin-top: 0; }
  h2, p:has(+ figure), p:has(+ p + figure), p:has(+ table) { break-after: avoid; }
  thead { display: table-header-group; }
  p, tr { break-inside: avoid; }
  thead, tbody tr:first-child, tbody tr:nth-child(2) { break-after: avoid; }
  tr.total { break-before: avoid; }
  table { margin: 5mm 0; }
  #summary table { margin: 3mm 0; }
  #summary td, #summary th { padding-top: 1.5px; padding-bottom: 1.5px; }
  #summary figure { margin: 2mm 0; }
  .short-table { break-inside: avoid; }
  .wide { page: wide; }
  a { color: inherit; }
}
`
}
