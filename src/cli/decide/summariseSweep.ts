import type { SweepReport } from '../../engine/vary/runSweep.ts'
import type { Least, Measure } from '../../engine/vary/task.ts'
import { counted } from '../../plan/counted.ts'
import type { MoneyText } from '../arguments/moneyText.ts'

/** What a sweep found in lines of text: how many variants have a plan, and what follows from them for each kind. */
export function summariseSweep(
  { rows, tornado, grid, threshold, monteCarlo, front }: SweepReport,
  { perUsd, millions }: MoneyText,
): string {
  const musd = (value: number | null): string =>
    value === null ? 'no plan' : `${(value * perUsd).toPrecision(5)} ${millions}`
  const failed = rows.filter(({ metrics }) => metrics === null).length
  const lines = [`${counted(rows.length, 'variant')} solved, ${failed} of them without a plan`]
  for (const { path, lowMusd, highMusd, swingMusd } of tornado)
    lines.push(`  ${path}: ${musd(lowMusd)} to ${musd(highMusd)}, a swing of ${musd(swingMusd)}`)
  for (const [place, line] of grid?.cells.entries() ?? [])
    lines.push(
      `  ${grid?.down[place]}: ${line.map((row) => musd(row?.metrics?.objectiveMusd ?? null)).join(', ')}`,
    )
  if (threshold) {
    const { path, flips, value, below, above } = threshold
    lines.push(
      value === null
        ? `  ${flips} does not turn between ${below.value} and ${above.value} of ${path}: ${below.holds ? 'always so' : 'never so'}`
        : `  ${flips} turns at ${Number(value.toPrecision(4))} of ${path}: ${below.holds} at ${below.value}, ${above.holds} at ${above.value}`,
    )
  }
  for (const own of monteCarlo?.designs ?? [])
    lines.push(
      `  design ${own.designIndex}: ${musd(own.costMusd.p10)} / ${musd(own.costMusd.p50)} / ${musd(own.costMusd.p90)} (P10 / P50 / P90), shortage in ${(own.shortageProbability * 100).toFixed(1)} % of draws, regret ${musd(own.regretMusd.mean)} on average`,
    )
  if (tornado.length === 0 && !monteCarlo && !threshold && !grid)
    for (const { id, metrics } of rows) lines.push(`  ${id}: ${musd(metrics?.objectiveMusd ?? null)}`)
  if (front?.least) lines.push(sayLeast(front.measure, front.least))
  return lines.join('\n')
}

const MEASURES: Readonly<Record<Measure, string>> = {
  carbon: 't of carbon of the electricity of own sites',
  unserved: 'million tokens unserved',
  leased: 'million tokens leased or bought',
  edge: 'million tokens served away from the edge',
}

function sayLeast(measure: Measure, { value, bound }: Least): string {
  const [found, proven] = [value, bound].map((own) => Number(own.toPrecision(6)))
  return `  least: ${found} ${MEASURES[measure]}, proven not to be below ${proven}, with no more unserved than the cheapest plan has`
}
