import { useElementSize } from '@mantine/hooks'
import { useMemo, useRef } from 'react'
import { type SymbolKind, singleLine } from '../../../engine/facility/singleLine.ts'
import { type NodeField, nodeRef } from '../../../engine/trace/power/diagramTraces.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { schemeText } from '../../../report/words/choiceText.ts'
import { formatNumber, formatShare } from '../../format/numbers.ts'
import { clauses, said } from '../../format/punctuation.ts'
import { PictureMenu } from '../../parts/charts/PictureMenu.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { CopyItem } from '../../parts/tables/CopyItem.tsx'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import type { ChartTable, TableCell } from '../../parts/tables/tableCsv.ts'
import { pressable } from '../../parts/traced/pressable.ts'
import { derived } from '../../state/plan/derived.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useTextScale } from '../../state/view/textScale.ts'
import { openTrace } from '../../state/view/tracing.ts'
import type { Words } from '../../words/en.ts'
import { useWords } from '../../words/useWords.ts'
import { NODE, type PlacedNode } from './layoutSingleLine.ts'
import { fitSingleLine } from './narrowSingleLine.ts'
import styles from './sites.module.css'

interface Props {
  readonly result: PlanResult
  readonly siteId: string
  readonly period: string
}

/** Single-line diagram of a site as its units stand in a period, and the same as a table. */
export function SingleLine({ result, siteId, period }: Props) {
  const { sites: words, choices } = useWords()
  const { plan, catalog } = usePlan()
  const svg = useRef<SVGSVGElement>(null)
  const graph = useMemo(
    () => derived(() => singleLine(plan, catalog, result, siteId, period)),
    [plan, catalog, result, siteId, period],
  )
  const { ref, width } = useElementSize()
  const scale = useTextScale()
  const placed = useMemo(
    () => (graph ? fitSingleLine(graph, width > 0 ? width / scale : Number.POSITIVE_INFINITY) : null),
    [graph, width, scale],
  )
  if (!placed) return <Panel title={words.singleLine}>{words.unfit}</Panel>
  if (placed.nodes.length === 0) return <Panel title={words.singleLine}>{words.nothingBuilt}</Panel>
  const nameOf = (node: PlacedNode): string =>
    words.symbols[node.id as keyof typeof words.symbols] ?? node.name
  const traceOf = (field: NodeField, node: PlacedNode) => nodeRef(field, siteId, period, node)
  /** What the units of a node follow from; of a supply without units its size. */
  const mainTrace = (node: PlacedNode) => traceOf(node.units === null ? 'size' : 'units', node)
  const cell = (value: string): TableCell => ({ shown: value, value })
  const table: ChartTable = {
    heads: [words.symbol, words.units, words.size, words.unit, words.scheme, words.loading],
    rows: placed.nodes.map((node) => [
      cell(nameOf(node)),
      { shown: formatNumber(node.units), value: node.units },
      { shown: formatNumber(node.size), value: node.size },
      ...[cell(node.unit), cell(schemeText(node.scheme ?? '', choices))],
      { shown: formatShare(node.loadShare), value: node.loadShare },
    ]),
  }
  const summary = clauses(placed.nodes.map((node) => said(nameOf(node), countOf(node, choices))))
  return (
    <Panel
      title={words.singleLine}
      note={words.singleLineNote}
      tools={
        <PictureMenu title={words.singleLine} picture={svg}>
          <CopyItem table={table} />
        </PictureMenu>
      }
    >
      <section ref={ref} className={styles.diagram} tabIndex={0} aria-label={words.singleLine}>
        {/* biome-ignore lint/a11y/useSemanticElements: a group of the things in the drawing, each with its trace */}
        <svg
          ref={svg}
          role="group"
          aria-label={summary}
          viewBox={`0 0 ${placed.width} ${placed.height}`}
          style={{
            width: placed.width * scale,
            maxWidth: '100%',
            height: 'auto',
            minWidth: Math.min(READABLE_PX, placed.width) * scale,
          }}
        >
          {placed.wires.map((path, index) => (
            <path key={index} className={styles.wire} d={path} />
          ))}
          {placed.nodes.map((node) => (
            <g
              key={node.id}
              {...pressable(() => openTrace(mainTrace(node), null))}
              className={styles.pressed}
              transform={`translate(${node.x} ${node.y})`}
            >
              <rect className={styles.node} width={NODE.width} height={NODE.height} rx={5} />
              <Glyph kind={node.kind} />
              <text x={48} y={22} className={styles.nodeName}>
                {clip(nameOf(node))}
              </text>
              <text x={48} y={42} className={styles.nodeText}>
                {countOf(node, choices)}
                {node.loadShare === null ? '' : ` · ${formatShare(node.loadShare)}`}
              </text>
            </g>
          ))}
        </svg>
      </section>
      <details className={styles.more}>
        <summary>{words.asTable}</summary>
        <DataTable<PlacedNode>
          label={words.singleLine}
          items={placed.nodes}
          columns={[
            { head: words.symbol, read: nameOf },
            {
              ...{ head: words.units, isNumber: true, read: (node) => formatNumber(node.units) },
              trace: (node) => (node.units === null ? undefined : traceOf('units', node)),
            },
            {
              ...{ head: words.size, isNumber: true, read: (node) => sizeOf(node) },
              trace: (node) => traceOf('size', node),
            },
            { head: words.scheme, read: (node) => schemeText(node.scheme ?? '—', choices) },
            {
              ...{ head: words.loading, isNumber: true, read: (node) => formatShare(node.loadShare) },
              trace: (node) => (node.loadShare === null ? undefined : traceOf('load', node)),
            },
          ]}
        />
      </details>
    </Panel>
  )
}

function sizeOf({ size, unit }: PlacedNode): string {
  const isLarge = unit !== 'MW' && size >= 1000
  return `${formatNumber(isLarge ? size / 1000 : size)} ${isLarge ? unit.replace('k', 'M') : unit}`
}

function countOf(node: PlacedNode, choices: Words['choices']): string {
  const units = node.units === null ? '' : `${formatNumber(node.units)} × `
  return `${units}${sizeOf(node)}${node.scheme === null ? '' : ` · ${schemeText(node.scheme, choices)}`}`
}

/** Narrower, its text could not be read: then it scrolls. */
const READABLE_PX = 460

/** Longer names would run out of their box. */
const LONGEST = 21
function clip(name: string): string {
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name
}

/** Symbols after IEC 60617, in a square of 32 px at the left of the box. */
function Glyph({ kind }: { readonly kind: SymbolKind }) {
  return (
    <g className={styles.glyph} transform="translate(8 13)">
      {GLYPHS[kind]}
    </g>
  )
}

const letter = (text: string) => (
  <text x={16} y={21} textAnchor="middle" className={styles.glyphText}>
    {text}
  </text>
)

const GLYPHS: Readonly<Record<SymbolKind, React.ReactNode>> = {
  grid: <path d="M6 30 16 2 26 30M9 22H23M11 14H21M9 22 21 14M23 22 11 14" />,
  plant: (
    <>
      <circle cx={16} cy={16} r={12} />
      {letter('P')}
    </>
  ),
  storage: <path d="M4 12H28M10 18H22M16 4V12M16 18V28" />,
  contract: <path d="M2 16H26M20 10 26 16 20 22" />,
  transformer: (
    <>
      <circle cx={16} cy={11} r={8} />
      <circle cx={16} cy={21} r={8} />
    </>
  ),
  switchgear: <path d="M2 16H30M16 4V28M11 23 21 9" />,
  generator: (
    <>
      <circle cx={16} cy={16} r={12} />
      {letter('G')}
    </>
  ),
  ups: (
    <>
      <rect x={4} y={6} width={24} height={20} />
      <path d="M4 26 28 6M8 12H14M18 20Q20 17 22 20T26 20" />
    </>
  ),
  racks: <path d="M6 3H26V29H6ZM6 10H26M6 16H26M6 22H26" />,
  cooling: <path d="M16 3V29M5 9 27 23M27 9 5 23" />,
}
