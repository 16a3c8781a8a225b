import { useMemo } from 'react'
import { cakeRef } from '../../../engine/trace/wholePlan/cakeTraces.ts'
import type { LayerName } from '../../../plan/result/cake.ts'
import { TOKENS_PER_MTOK } from '../../../plan/units.ts'
import { formatNumber, formatPeriod, formatTokS } from '../../format/numbers.ts'
import { chartHeight } from '../../parts/charts/ChartCanvas.tsx'
import { type Series, SeriesChart } from '../../parts/charts/SeriesChart.tsx'
import { OfResult } from '../../parts/OfResult.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { FindPlan } from '../../parts/Unsolved.tsx'
import { useSession } from '../../state/plan/session.ts'
import { isWan, useFigureUnit, useWords } from '../../words/useWords.ts'

/** Times the need up to which capacity is drawn. */
const WIDEST = 3
const HEIGHT_PX = 180

/** Capacity and need of one layer over all sites, by quarter. */
export function LayerTrend({ layer }: { readonly layer: LayerName }) {
  const words = useWords()
  const unitName = useFigureUnit()
  const result = useSession((state) => state.kept?.result)
  const labels = useMemo(() => (result?.periods ?? []).map(formatPeriod), [result])
  const series = useMemo<Series[]>(() => {
    const slices = (result?.cake ?? []).filter((slice) => slice.layer === layer && slice.siteId === null)
    const capacity: Series = {
      name: words.layerTrend.capacity,
      values: slices.map((slice) =>
        slice.capacityTokS === null ? null : slice.capacityTokS / TOKENS_PER_MTOK,
      ),
      isStepped: true,
      role: 'capacity',
      trace: (index) => slices[index] && cakeRef('capacity', slices[index]),
    }
    const need: Series = {
      name: words.layerTrend.need,
      values: slices.map((slice) => slice.needTokS / TOKENS_PER_MTOK),
      role: 'need',
      trace: (index) => slices[index] && cakeRef('need', slices[index]),
    }
    return capacity.values.every((value) => value === null) ? [need] : [need, capacity]
  }, [result, layer, words])
  // A layer far from binding would press the need flat: its capacity is cut off above.
  const [most = 0, highest = 0] = series.map((own) => Math.max(0, ...own.values.map((value) => value ?? 0)))
  const yMax = highest > WIDEST * most && most > 0 ? roundUp(WIDEST * most) : undefined
  const said = words.layerTrend
  if (!result) return <ToCome />
  const note =
    series.length === 1
      ? said.noLimit
      : yMax === undefined
        ? said.note
        : said.cut(
            isWan() ? formatTokS(yMax * TOKENS_PER_MTOK) : `${formatNumber(yMax)} ${unitName('Mtok/s')}`,
          )
  return (
    <OfResult>
      <SeriesChart
        title={words.layerTrend.title}
        note={note}
        {...(yMax === undefined ? {} : { yMax })}
        unit="Mtok/s"
        heightPx={HEIGHT_PX}
        {...{ labels, series }}
      />
    </OfResult>
  )
}

/** As high as the chart, so that the tables below stay where they are when the plan is solved. */
function ToCome() {
  const words = useWords()
  return (
    <Panel title={words.layerTrend.title} note={words.layerTrend.toCome}>
      <div style={{ height: chartHeight(HEIGHT_PX) }}>
        <FindPlan />
      </div>
    </Panel>
  )
}

/** To one figure, so that the axis ends on a round number. */
function roundUp(value: number): number {
  const step = 10 ** Math.floor(Math.log10(value))
  return Math.ceil(value / step) * step
}
