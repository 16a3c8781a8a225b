import type { SeriesChart } from '../document.ts'
import { lastBuilds, type Source } from '../source.ts'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** Where the power of a weekday of the last period comes from, by UTC hour: each hour has its block's mean. */
export function dayCharts(source: Source): SeriesChart[] {
  const { result, end, words } = source
  const w = words.power
  if (result.slices.length === 0) return []
  const sliceAt = HOURS.map((hour) =>
    result.slices.findIndex((slice) => slice.dayType === 'weekday' && slice.hoursUtc.includes(hour)),
  )
  const totals = new Map<string, number[]>()
  const add = (name: string, bySlice: readonly number[]): void => {
    const before = totals.get(name) ?? HOURS.map(() => 0)
    totals.set(
      name,
      before.map((mw, hour) => mw + (bySlice[sliceAt[hour]!] ?? 0)),
    )
  }
  for (const build of lastBuilds(source)) {
    add(w.grid, build.drawnMwBySlice)
    for (const [id, mw] of [
      ...Object.entries(build.generatedMwBySlice),
      ...Object.entries(build.contractMwBySlice),
    ])
      add(id, mw)
    for (const [id, { discharged }] of Object.entries(build.storageMwBySlice)) add(w.out(id), discharged)
  }
  return [
    {
      title: w.dayChart(end),
      kind: 'stack',
      unit: 'MW',
      labels: HOURS.map((hour) => `${hour}:00`),
      series: [...totals].map(([name, values]) => ({ name, values })),
    },
  ]
}
