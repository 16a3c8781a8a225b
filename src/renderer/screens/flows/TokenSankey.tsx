import { Chart, type ChartConfiguration } from 'chart.js'
import { Flow, SankeyController } from 'chartjs-chart-sankey'
import { useCallback, useMemo } from 'react'
import { deriveInputs } from '../../../engine/derive/deriveInputs.ts'
import { costShares } from '../../../engine/results/money/costShares.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { tierOf } from '../../../plan/tiers.ts'
import { formatAmount, formatPeriod } from '../../format/numbers.ts'
import { ChartPanel } from '../../parts/ChartPanel.tsx'
import { type AxisColors, seriesColor } from '../../parts/palette.ts'
import { useSession } from '../../state/session.ts'
import { usePlan } from '../../state/usePlan.ts'
import { useWords } from '../../words/useWords.ts'
import { tokenSankey } from './tokenSankey.view.ts'

Chart.register(SankeyController, Flow)

/** Tokens from regions by class and model to the places that serve them, and their tiers. */
export function TokenSankey({ result, period }: { readonly result: PlanResult; readonly period: string }) {
  const { flows: words, demand } = useWords()
  const { tiers } = demand
  const { plan } = usePlan()
  const shipped = useSession((state) => state.catalog)!
  const shares = useMemo(() => costShares(deriveInputs(plan, shipped), result), [plan, shipped, result])
  const sankey = useMemo(() => {
    const { leases, apis } = plan.distribution
    const named = [...plan.regions, ...plan.sites, ...leases, ...apis]
    const names = new Map(named.map((own) => [own.id, own.name]))
    return tokenSankey(result, shares, period, names, (id) => tiers[tierOf(plan, id)])
  }, [plan, result, shares, period, tiers])
  const configure = useCallback(
    ({ soft }: AxisColors): ChartConfiguration =>
      ({
        type: 'sankey',
        data: {
          datasets: [
            {
              data: [...sankey.flows],
              labels: { ...sankey.labels },
              colorFrom: (context: { raw?: unknown }) => colorOf(context.raw, 'from'),
              colorTo: (context: { raw?: unknown }) => colorOf(context.raw, 'to'),
              colorMode: 'gradient',
              color: soft,
              borderWidth: 0,
              nodeWidth: 8,
            },
          ],
        },
        options: {
          ...{ animation: false, responsive: true, maintainAspectRatio: false },
          plugins: {
            tooltip: {
              callbacks: { label: (item: { raw?: unknown }) => describe(item.raw, sankey.labels) },
            },
          },
        },
      }) as unknown as ChartConfiguration,
    [sankey],
  )
  if (sankey.flows.length === 0) return null
  const label = (id: string) => sankey.labels[id] ?? id
  return (
    <ChartPanel
      title={words.sankey}
      note={formatPeriod(period)}
      heightPx={Math.max(260, 22 * Object.keys(sankey.labels).length)}
      summary={words.sankeySummary(formatPeriod(period))}
      table={{
        heads: [words.from, words.to, 'tok/s'],
        rows: sankey.flows.map(({ from, to, flow }) => [
          { shown: label(from), value: label(from) },
          { shown: label(to), value: label(to) },
          { shown: formatAmount(flow), value: flow },
        ]),
      }}
      configure={configure}
    />
  )
}

type Raw = { readonly from: string; readonly to: string; readonly flow: number }

const isRaw = (raw: unknown): raw is Raw => typeof raw === 'object' && raw !== null && 'flow' in raw

/** One hue a stage: regions, classes, models, places, tiers. */
function colorOf(raw: unknown, end: 'from' | 'to'): string {
  return isRaw(raw) ? seriesColor('rcmpt'.indexOf(raw[end].charAt(0))) : seriesColor(0)
}

function describe(raw: unknown, labels: Readonly<Record<string, string>>): string {
  if (!isRaw(raw)) return ''
  return `${labels[raw.from] ?? raw.from} → ${labels[raw.to] ?? raw.to}: ${formatAmount(raw.flow)} tok/s`
}
