import { useMemo } from 'react'
import { toRef } from '../../../engine/trace/trace.ts'
import { formatPeriod } from '../../format/numbers.ts'
import { Beside } from '../../parts/Beside.tsx'
import { type Series, SeriesChart } from '../../parts/charts/SeriesChart.tsx'
import { useWords } from '../../words/useWords.ts'
import type { Compared } from './compared.ts'

/** The plans' megawatts over time, one above the other. */
export function CompareCharts({ compared }: { readonly compared: readonly Compared[] }) {
  const words = useWords().compare
  const periods = useMemo(
    () => [...new Set(compared.flatMap(({ result }) => result?.periods ?? []))].sort(),
    [compared],
  )
  const labels = useMemo(() => periods.map(formatPeriod), [periods])
  const built = useSeries(compared, periods, 'builtItMw')
  const contracted = useSeries(compared, periods, 'contractedMw')
  if (periods.length === 0) return null
  return (
    <Beside isNarrow>
      <SeriesChart title={words.builtByQuarter} unit="MW" series={built} labels={labels} />
      <SeriesChart title={words.contractedByQuarter} unit="MW" series={contracted} labels={labels} />
    </Beside>
  )
}

function useSeries(
  compared: readonly Compared[],
  periods: readonly string[],
  field: 'builtItMw' | 'contractedMw',
): Series[] {
  return useMemo(
    () =>
      compared.flatMap(({ name, plan, result }, index) =>
        result
          ? [
              {
                name: `${index + 1} ${name}`,
                isStepped: true,
                of: { plan, result, name },
                trace: (t: number) => toRef('megawatts', field, periods[t]!),
                values: periods.map((period) =>
                  result.periods.includes(period)
                    ? result.builds
                        .filter((build) => build.period === period)
                        .reduce((sum, build) => sum + build[field], 0)
                    : null,
                ),
              },
            ]
          : [],
      ),
    [compared, periods, field],
  )
}
