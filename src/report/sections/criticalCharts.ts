import type { Gantt } from '../document.ts'
import type { ScheduleBar } from '../schedule.ts'
import { type Source, siteName } from '../source.ts'

/** What each step of each site waits for longest, as `Ashburn, 2027Q2`: one bar a step. */
export function criticalCharts(source: Source, schedule: readonly ScheduleBar[], start: string): Gantt[] {
  const w = source.words.timeline
  const bars = schedule
    .filter((bar) => bar.decides)
    .map(({ siteId, step, what, from, to, isLate }) => ({
      name: `${siteName(source, siteId)}, ${step}`,
      detail: what,
      from,
      to,
      isLate,
    }))
    .toSorted((a, b) => (a.to + a.from < b.to + b.from ? -1 : 1))
  return bars.length === 0
    ? []
    : [{ title: w.chart, kind: 'gantt', mark: { day: start, name: w.start }, bars }]
}
