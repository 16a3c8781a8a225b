import { gapOf, type Measurement } from './measurement.ts'
import { byInstance, percent } from './report.ts'

/** Times vary from run to run by about a fifth; what is slower than this is said. */
const SLOWER = 1.35
const WIDER_SHARE = 0.001
const LARGER = 1.25

/**
 * What got worse since the baseline, in sentences. Times are compared as multiples of the relaxation's in the same run,
 * so that a baseline of another machine is worth something.
 */
export function compare(before: readonly Measurement[], now: readonly Measurement[]): string[] {
  const old = byInstance(before)
  return [...byInstance(now)].flatMap(([name, row]) => {
    const was = old.get(name)
    if (!was?.ours || !was.relaxation || !row.ours || !row.relaxation) return []
    const pace = { was: was.ours.cpuS / was.relaxation.cpuS, now: row.ours.cpuS / row.relaxation.cpuS }
    const gap = { was: gapOf(was.ours), now: gapOf(row.ours) }
    const warm = { was: was.edits?.warmShare, now: row.edits?.warmShare }
    const first = { was: was.ours.first?.gapShare, now: row.ours.first?.gapShare }
    const mib = { was: was.ours.peakMib ?? 0, now: row.ours.peakMib ?? 0 }
    return [
      ...(pace.now > pace.was * SLOWER
        ? [`${name} is slower: ${pace.now.toFixed(1)} relaxations, was ${pace.was.toFixed(1)}`]
        : []),
      ...(warm.was !== undefined && warm.now !== undefined && warm.now > warm.was * SLOWER
        ? [`${name} after an edit: ${warm.now.toFixed(2)} of a cold solve, was ${warm.was.toFixed(2)}`]
        : []),
      ...(gap.now > gap.was + WIDER_SHARE
        ? [`${name} has a wider gap: ${percent(gap.now)}, was ${percent(gap.was)}`]
        : []),
      ...(first.was !== undefined && first.now !== undefined && first.now > first.was + WIDER_SHARE
        ? [`${name} shows a first plan of ${percent(first.now)}, was ${percent(first.was)}`]
        : []),
      ...(mib.now > mib.was * LARGER
        ? [`${name} takes more memory: ${mib.now.toFixed(0)} MiB, was ${mib.was.toFixed(0)}`]
        : []),
      ...(row.ours.nonzeros > was.ours.nonzeros * LARGER
        ? [`${name} is a larger problem: ${row.ours.nonzeros} nonzeros, was ${was.ours.nonzeros}`]
        : []),
    ]
  })
}
