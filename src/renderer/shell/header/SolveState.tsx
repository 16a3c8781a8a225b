import { formatNumber, formatSeconds, formatShare, formatUsd } from '../../format/numbers.ts'
import { useSession } from '../../state/plan/session.ts'
import { go } from '../../state/view/route.ts'
import { useAuditing } from '../../state/work/auditing.ts'
import { useSolving } from '../../state/work/solving.ts'
import { useWords } from '../../words/useWords.ts'
import styles from '../shell.module.css'

/** How sure the result in view is: its proven gap, or that it is stale or still being proven; each in the place of the other, by its key. */
export function SolveState() {
  const words = useWords().shell
  const kept = useSession((state) => state.kept)
  const opened = useSession((state) => state.opened)
  const isProving = useSolving((state) => state.isRunning && !state.isOpen)
  const found = useSolving((state) => state.progress.at(-1))
  if (!opened) return null
  if (isProving && found?.gapShare != null)
    return (
      <span key="proving" className={styles.stale}>
        {words.proving(
          formatUsd(found.incumbentMusd === null ? null : found.incumbentMusd * 1e6, 5),
          formatShare(found.gapShare, 2),
        )}
      </span>
    )
  if (!kept) return <span key="unsolved">{words.notSolved}</span>
  if (kept.isStale)
    return (
      <span key="stale" className={styles.stale}>
        {words.stale}
      </span>
    )
  const { solver } = kept.result
  const gap = formatShare(solver.gapShare, 2)
  return (
    <span key="solved">
      <span className={styles.good}>
        {solver.status === 'within-gap' ? words.proven(gap) : words.atLimit(gap)}
      </span>{' '}
      · {formatSeconds(solver.timeS)}
      <AuditFailed />
    </span>
  )
}

/** What an audit found against the result, wherever that is looked at; nothing where it agrees or is not done. */
function AuditFailed() {
  const words = useWords().audit
  const report = useAuditing((state) => state.report)
  const failed = report?.lines.filter((line) => !line.isOk).length ?? 0
  if (failed === 0) return null
  return (
    <>
      {' '}
      ·{' '}
      <button type="button" className={`linkButton ${styles.differs}`} onClick={() => go('audit')}>
        {words.shortDiffers(formatNumber(failed, 9))}
      </button>
    </>
  )
}
