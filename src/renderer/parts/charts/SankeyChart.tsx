import { Chart, type ChartConfiguration } from 'chart.js'
import { Flow, SankeyController } from 'chartjs-chart-sankey'
import { useCallback, useMemo } from 'react'
import type { TraceRef } from '../../../engine/trace/trace.ts'
import { said } from '../../format/punctuation.ts'
import { useTextScale } from '../../state/view/textScale.ts'
import { useWords } from '../../words/useWords.ts'
import type { ChartTable } from '../tables/tableCsv.ts'
import { ChartPanel } from './ChartPanel.tsx'
import { STILL } from './chartFrame.ts'
import { type AxisColors, seriesColor } from './palette.ts'
import { nameSides, type Sankey, type SankeyFlow, throughNode } from './sankey.ts'

Chart.register(SankeyController, Flow)

/** Room for a node and its name. */
const NODE_PX = 26
const LEAST_PX = 240

interface Props {
  readonly title: string
  readonly note: string
  readonly summary: string
  readonly sankey: Sankey
  /** First letters of the nodes' ids, from left to right: one hue a stage. */
  readonly stages: string
  /** As the table's last column has it. */
  readonly unit: string
  readonly format: (value: number) => string
  /** How the amount of a flow comes about. */
  readonly traceOf?: (flow: SankeyFlow) => TraceRef | undefined
}

/** What goes where, stage by stage; every node says how much goes through it. */
export function SankeyChart({ title, note, summary, sankey, stages, unit, format, traceOf }: Props) {
  const { flows: words } = useWords()
  const scale = useTextScale()
  const named = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(sankey.labels).map(([id, name]) => [
          id,
          `${name} · ${format(throughNode(sankey.flows, id))}`,
        ]),
      ),
    [sankey, format],
  )
  const configure = useCallback(
    ({ text }: AxisColors): ChartConfiguration => {
      const colorOf = (raw: unknown, end: 'from' | 'to'): string =>
        seriesColor(isFlow(raw) ? stages.indexOf(raw[end].charAt(0)) : 0)
      const describe = (raw: unknown): string =>
        isFlow(raw)
          ? said(`${sankey.labels[raw.from]} → ${sankey.labels[raw.to]}`, `${format(raw.flow)} ${unit}`)
          : ''
      const sides = nameSides(stages, named)
      return {
        type: 'sankey',
        data: {
          datasets: [
            {
              data: [...sankey.flows],
              labels: named,
              colorFrom: (context: { raw?: unknown }) => colorOf(context.raw, 'from'),
              colorTo: (context: { raw?: unknown }) => colorOf(context.raw, 'to'),
              ...{ colorMode: 'gradient', alpha: 0.38, color: text, borderWidth: 0, nodeWidth: 8 * scale },
              nodePadding: (NODE_PX - 8) * scale,
              nodeLabels: { position: ({ key }: { key: string }) => sides.get(key.charAt(0)) ?? 'auto' },
            },
          ],
        },
        options: {
          ...STILL,
          plugins: {
            tooltip: { callbacks: { label: (item: { raw?: unknown }) => describe(item.raw) } },
          },
        },
      } as unknown as ChartConfiguration
    },
    [sankey, named, stages, unit, format, scale],
  )
  if (sankey.flows.length === 0) return null
  const ids = Object.keys(sankey.labels)
  const tallest = Math.max(...[...stages].map((stage) => ids.filter((id) => id.startsWith(stage)).length))
  const table: ChartTable = {
    heads: [words.from, words.to, unit],
    rows: sankey.flows.map((own) => [
      { shown: sankey.labels[own.from]!, value: sankey.labels[own.from]! },
      { shown: sankey.labels[own.to]!, value: sankey.labels[own.to]! },
      { shown: format(own.flow), value: own.flow, trace: traceOf?.(own) },
    ]),
  }
  return (
    <ChartPanel
      {...{ title, note, summary, configure, table }}
      cellOf={({ index }) => table.rows[index]?.[2]}
      heightPx={Math.max(LEAST_PX, NODE_PX * tallest)}
    />
  )
}

const isFlow = (raw: unknown): raw is SankeyFlow => typeof raw === 'object' && raw !== null && 'flow' in raw
