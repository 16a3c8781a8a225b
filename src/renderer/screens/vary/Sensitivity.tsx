import { useMemo } from 'react'
import { swingRef, variantRef } from '../../../engine/trace/decisions/sweepTraces.ts'
import type { SpiderLine, TornadoBar } from '../../../engine/vary/sensitivity.ts'
import type { SweepSpec } from '../../../plan/cases/sweepSpec.ts'
import { type Series, SeriesChart } from '../../parts/charts/SeriesChart.tsx'
import { XyChart, type XyLine } from '../../parts/charts/XyChart.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { usePathName } from '../../words/usePathName.ts'
import { useWords } from '../../words/useWords.ts'

/** Of an input in the tornado, with as much for axis and legend as for two of them. */
const ROW_PX = 36

/** Inputs by how far they move the cost, widest first. */
export function Tornado({ bars, spec }: { readonly bars: readonly TornadoBar[]; readonly spec: SweepSpec }) {
  const { vary: words, chart } = useWords()
  const nameOf = usePathName()
  const labels = bars.map(({ path }) => nameOf(path))
  const series = useMemo<Series[]>(() => {
    const change = (pick: (bar: TornadoBar) => number | null) =>
      bars.map((bar) => {
        const musd = pick(bar)
        return musd === null ? null : musd - bar.baseMusd
      })
    // A bar is an input of the specification, whose place names its variants.
    const places = bars.map(({ path, low, high }) =>
      spec.kind === 'sensitivity'
        ? spec.inputs.findIndex((own) => own.path === path && own.low === low && own.high === high)
        : -1,
    )
    return [
      {
        ...{ name: words.low, values: change(({ lowMusd }) => lowMusd) },
        trace: (index) => swingRef(places[index]!, 'low'),
      },
      {
        ...{ name: words.high, values: change(({ highMusd }) => highMusd) },
        trace: (index) => swingRef(places[index]!, 'high'),
      },
    ]
  }, [bars, spec, words])
  return (
    <SeriesChart
      kind="bar"
      isAcross
      title={words.swing}
      unit="M$"
      head={chart.input}
      heightPx={ROW_PX * (bars.length + 2)}
      {...{ labels, series }}
    />
  )
}

/** Cost along each input, as a share of what the plan has: where a line bends, the answer turns to another design. */
export function Spider({ lines }: { readonly lines: readonly SpiderLine[] }) {
  const words = useWords().vary
  const nameOf = usePathName()
  const drawn = useMemo(
    () =>
      lines.map(({ path, points }): XyLine => {
        const found = points.flatMap(({ id, times, costMusd }) =>
          costMusd === null ? [] : [{ id, x: 100 * times, y: costMusd }],
        )
        return {
          ...{ name: nameOf(path), points: found },
          trace: (index) => variantRef(found[index]!.id, 'objectiveMusd'),
        }
      }),
    [lines, nameOf],
  )
  return (
    <Panel title={words.spider}>
      <XyChart label={words.spider} xTitle={words.times} yTitle="M$" lines={drawn} isFrom0={false} />
    </Panel>
  )
}
