import type { Gantt } from '../document.ts'
import { listLeavings } from '../leavings.ts'
import type { ScheduleBar } from '../schedule.ts'
import { type Source, siteName, sumOf } from '../source.ts'

/** What each step of each site waits for longest, as `Ashburn, 2027Q2`: one bar a step; below, what leaves each site. */
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
  const leaves = leavesOf(source)
  return bars.length + leaves.length === 0
    ? []
    : [{ title: w.chart, kind: 'gantt', mark: { day: start, name: w.start }, bars, leaves }]
}

/** One line for each site and period in which units leave it, from the first delivery of any of them. */
function leavesOf(source: Source): Gantt['leaves'] {
  const w = source.words.timeline
  const groups = Map.groupBy(listLeavings(source), ({ siteId, period }) => `${siteId} ${period}`)
  return [...groups.values()].map((own) => {
    const { siteId, period, from, to } = own[0]!
    const byKind = Map.groupBy(own, ({ acceleratorId }) => acceleratorId)
    const kinds = [...byKind].map(
      ([id, units]) => `${source.names.accelerator(id)} x ${sumOf(units, (one) => one.units)}`,
    )
    return {
      name: `${siteName(source, siteId)}, ${period}`,
      detail: `${w.retire}: ${kinds.join(', ')}`,
      ...{ from, to },
    }
  })
}
