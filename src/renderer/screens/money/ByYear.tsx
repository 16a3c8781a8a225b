import { useMemo } from 'react'
import { costYears, yearCostMusd } from '../../../engine/results/money/paidCosts.ts'
import { toRef } from '../../../engine/trace/trace.ts'
import { LAYERS } from '../../../plan/result/cake.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { LAYER_HUE } from '../../parts/charts/palette.ts'
import { type Series, SeriesChart } from '../../parts/charts/SeriesChart.tsx'
import { useWords } from '../../words/useWords.ts'

/** What each layer costs, year by year. */
export function ByYear({ result }: { readonly result: PlanResult }) {
  const words = useWords()
  const years = useMemo(() => costYears(result), [result])
  const series = useMemo<Series[]>(
    () =>
      LAYERS.map((layer) => {
        const lines = result.costs.filter((line) => line.layer === layer)
        return {
          name: words.layers[layer].name,
          hue: LAYER_HUE[layer],
          values: years.map((year) => yearCostMusd(lines, result, year)),
          trace: (index: number) => toRef('cost-year', layer, years[index]!),
        }
      }).filter((own) => own.values.some((value) => Math.abs(value) > 1e-6)),
    [result, years, words],
  )
  return (
    <SeriesChart
      title={words.money.byYear}
      unit="M$"
      kind="bar"
      isStacked
      labels={years}
      series={series}
      heightPx={260}
    />
  )
}
