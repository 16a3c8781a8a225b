import { useMemo } from 'react'
import type { LayerName } from '../../../plan/result/result.ts'
import { formatPeriod } from '../../format/numbers.ts'
import { type Series, SeriesChart } from '../../parts/SeriesChart.tsx'
import { useSession } from '../../state/session.ts'
import { useWords } from '../../words/useWords.ts'

const TOKENS = 1e6

/** Capacity and need of one layer over all sites, by quarter. */
export function LayerTrend({ layer }: { readonly layer: LayerName }) {
  const words = useWords()
  const result = useSession((state) => state.kept?.result)
  const labels = useMemo(() => (result?.periods ?? []).map(formatPeriod), [result])
  const series = useMemo<Series[]>(() => {
    const slices = (result?.cake ?? []).filter((slice) => slice.layer === layer && slice.siteId === null)
    return [
      {
        name: words.layerTrend.capacity,
        values: slices.map((slice) => (slice.capacityTokS === null ? null : slice.capacityTokS / TOKENS)),
        isStepped: true,
        color: '#8fa7c7',
      },
      {
        name: words.layerTrend.need,
        values: slices.map((slice) => slice.needTokS / TOKENS),
        color: '#3b6fb5',
      },
    ]
  }, [result, layer, words])
  if (!result) return null
  return (
    <SeriesChart
      title={words.layerTrend.title}
      note={words.layerTrend.note}
      unit="Mtok/s"
      heightPx={180}
      {...{ labels, series }}
    />
  )
}
