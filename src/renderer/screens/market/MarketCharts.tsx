import { useMemo } from 'react'
import { listPeriods } from '../../../engine/derive/periods.ts'
import { toRef } from '../../../engine/trace/trace.ts'
import { formatPeriod } from '../../format/numbers.ts'
import { clauses } from '../../format/punctuation.ts'
import { type Series, SeriesChart } from '../../parts/charts/SeriesChart.tsx'
import { useSession } from '../../state/plan/session.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { traceContext } from '../../state/view/tracing.ts'
import { useWords } from '../../words/useWords.ts'
import { marketPriceRef } from './marketPriceRef.ts'
import { offerHues } from './offerHues.ts'
import { useMarketRows } from './useMarketRows.ts'

/** Prices of one unit through the horizon, and what the same costs at the own sites. */
export function MarketChart({ unit }: { readonly unit: '$/accelerator-h' | '$/Mtok' }) {
  const words = useWords().market
  const { plan } = usePlan()
  const rows = useMarketRows()
  const own = useOwnPrice(unit)
  const periods = useMemo(() => listPeriods(plan).map((period) => period.label), [plan])
  const labels = useMemo(() => periods.map(formatPeriod), [periods])
  const series = useMemo<Series[]>(() => {
    const hues = offerHues(plan.distribution)
    const lines = rows
      .filter((row) => row.unit === unit)
      .flatMap((row, index): Series[] => {
        const values = row.prices.map((price) => price?.usd ?? null)
        const unmoved = row.prices.map(
          (price) =>
            price && price.usd / price.making.moves.reduce((product, { factor }) => product * factor, 1),
        )
        const isMoved = values.some((usd, t) => usd !== unmoved[t])
        const hue = (row.side === 'buy' && hues.get(row.id)) || 1 + hues.size + index
        const trace = (t: number) => (row.prices[t] ? marketPriceRef(row, periods[t]!) : undefined)
        const shared = { hue, isStepped: true, trace }
        return [
          { ...shared, name: row.name, values },
          ...(isMoved ? [{ ...shared, name: words.unmoved(row.name), values: unmoved, isDashed: true }] : []),
        ]
      })
    if (lines.length === 0 || own === null) return lines
    const name = unit === '$/Mtok' ? words.ownMade : words.ownHeld
    const trace = () => toRef('break-even', unit === '$/Mtok' ? 'api' : 'reserved')
    return [...lines, { name, values: periods.map(() => own), role: 'limit', trace }]
  }, [rows, plan, unit, own, periods, words])
  if (series.length === 0) return null
  const isMoved = series.some((line) => line.isDashed)
  const notes = [unit === '$/Mtok' ? words.tokenNote : '', isMoved ? words.dashed : ''].filter(Boolean)
  return (
    <SeriesChart
      title={unit === '$/Mtok' ? words.tokenPrices : words.accelPrices}
      {...(notes.length === 0 ? {} : { note: clauses(notes) })}
      {...{ unit, labels, series }}
    />
  )
}

/** The price at which others would do the work of the own sites for the same money; null: not solved as it stands. */
function useOwnPrice(unit: '$/accelerator-h' | '$/Mtok'): number | null {
  const { plan } = usePlan()
  const shipped = useSession((state) => state.catalog)
  const kept = useSession((state) => state.kept)
  return useMemo(() => {
    if (!shipped || !kept || kept.isStale) return null
    const { breakEven } = traceContext({ plan, result: kept.result }, shipped).money
    return unit === '$/Mtok' ? breakEven.apiUsdPerMTok : breakEven.reservedUsdPerAccelH
  }, [plan, shipped, kept, unit])
}
