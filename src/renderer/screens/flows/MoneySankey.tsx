import { useMemo } from 'react'
import { toRef } from '../../../engine/trace/trace.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { formatNumber } from '../../format/numbers.ts'
import { withUnit } from '../../format/punctuation.ts'
import { SankeyChart } from '../../parts/charts/SankeyChart.tsx'
import type { SankeyFlow } from '../../parts/charts/sankey.ts'
import { useThingNames } from '../../words/useThingNames.ts'
import { useShownUnit, useWords } from '../../words/useWords.ts'
import { moneySankey } from './moneySankey.view.ts'

const format = (musd: number): string => formatNumber(musd, 4)

/** Money over the horizon, from what comes in to what it pays for and what is left. */
export function MoneySankey({ result }: { readonly result: PlanResult }) {
  const words = useWords()
  const names = useThingNames()
  const { unit, scale } = useShownUnit(
    'M$',
    Math.max(0, ...result.costs.map(({ presentMusd }) => Math.abs(presentMusd))),
  )
  const sankey = useMemo(() => {
    const { flows, labels, linesOf } = moneySankey(result.costs, result.cash?.revenueMusd ?? null, {
      ...words.flows.money,
      revenue: words.money.income,
      cost: words.overview.netPresentCost,
      netPresentValue: words.money.netPresentValue,
      layer: (layer) => words.layers[layer].name,
      line: names.costLine,
    })
    return { labels, linesOf, flows: flows.map((own) => ({ ...own, flow: own.flow * scale })) }
  }, [result, words, names, scale])
  const traceOf = ({ from, to }: SankeyFlow) => {
    if (from === 'i:revenue') return toRef('revenue')
    if (from === 'i:cost') return toRef('net-present-cost')
    if (from === 'i:shortfall' || to === 'l:netPresentValue') return toRef('net-present-value')
    const lines = sankey.linesOf.get(`${from} ${to}`)
    return lines && toRef('cost-lines', lines.layer, ...lines.names)
  }
  return (
    <SankeyChart
      title={words.flows.moneySankey}
      note={withUnit(words.flows.moneyNote, unit)}
      summary={words.flows.moneySummary}
      stages="imlx"
      {...{ sankey, unit, format, traceOf }}
    />
  )
}
