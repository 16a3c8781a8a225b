import { batchesOf } from '../../../engine/vary/batchesOf.ts'
import type { SweepSpec } from '../../../plan/cases/sweepSpec.ts'
import { formatNumber, formatSeconds } from '../../format/numbers.ts'
import { clauses } from '../../format/punctuation.ts'
import { useSession } from '../../state/plan/session.ts'
import { useWords } from '../../words/useWords.ts'
import { variantsAtOnce } from '../../worker/openVaryWorkers.ts'
import styles from './form/form.module.css'

/** Seconds from which a time is told in minutes, and in hours. */
const MINUTES_FROM_S = 90
const HOURS_FROM_S = 90 * 60

/** How many variants a sweep solves and about how long that takes, said before it is run. */
export function Effort({ spec }: { readonly spec: SweepSpec }) {
  const words = useWords().vary
  const planS = useSession(({ kept }) => (kept && !kept.isStale ? kept.result.solver.timeS : null))
  const batches = batchesOf(spec)
  const atOnce = Math.min(variantsAtOnce(), Math.max(...batches))
  const all = formatNumber(
    batches.reduce((sum, own) => sum + own, 0),
    9,
  )
  const count =
    spec.kind === 'threshold'
      ? words.takesUpTo(all)
      : atOnce === 1
        ? words.takesInTurn(all)
        : words.takes(all, String(atOnce))
  const isFixed = 'design' in spec && spec.design === 'fixed'
  const rounds = batches.reduce((sum, own) => sum + Math.ceil(own / atOnce), 0)
  const time = isFixed
    ? [words.takesLess]
    : planS === null
      ? []
      : [words.takesAbout(said(rounds * planS, words))]
  return <span className={styles.soft}>{clauses([count, ...time])}</span>
}

/** A guess, and no finer than one. */
function said(seconds: number, words: ReturnType<typeof useWords>['vary']): string {
  if (seconds < MINUTES_FROM_S) return formatSeconds(Math.max(1, seconds), 1)
  if (seconds < HOURS_FROM_S) return words.minutes(formatNumber(Math.round(seconds / 60)))
  return words.hours(formatNumber(seconds / 3600, 2))
}
