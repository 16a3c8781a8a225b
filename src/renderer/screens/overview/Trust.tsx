import type { ReactNode } from 'react'
import { noteRef } from '../../../engine/trace/wholePlan/noteTraces.ts'
import { sizeRef } from '../../../engine/trace/wholePlan/solveTraces.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { nameNote } from '../../../report/words/nameNote.ts'
import { formatFineShare, formatNumber, formatShare } from '../../format/numbers.ts'
import { aside, listed } from '../../format/punctuation.ts'
import { Panel } from '../../parts/Panel.tsx'
import { Traced } from '../../parts/traced/Traced.tsx'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useLargeWindow } from '../../state/view/largeWindow.ts'
import { go } from '../../state/view/route.ts'
import { useLeaningLabel } from '../../state/view/useTraceLabel.ts'
import { useAuditing } from '../../state/work/auditing.ts'
import { NOT_YET, useLeanings } from '../../state/work/useLeanings.ts'
import { useThingNames } from '../../words/useThingNames.ts'
import { useWords } from '../../words/useWords.ts'
import styles from './overview.module.css'

/** A line that leads to the audit. */
function ToAudit({ children }: { readonly children: ReactNode }) {
  return (
    <li>
      <button
        type="button"
        className="linkButton"
        style={{ padding: 0, textAlign: 'left' }}
        onClick={() => go('audit')}
      >
        {children}
      </button>
    </li>
  )
}

function AuditVerdict() {
  const words = useWords().audit
  const { report, isRunning, isStopped } = useAuditing()
  if (!report) {
    if (isStopped) return <ToAudit>{words.stopped}</ToAudit>
    return isRunning ? <li aria-busy>{words.running}</li> : null
  }
  const failed = report.lines.filter((line) => !line.isOk).length
  return (
    <ToAudit>
      {failed === 0 ? words.short(formatNumber(report.lines.length, 9)) : words.shortDiffers(String(failed))}
    </ToAudit>
  )
}

const SHOWN = 3

/** Inputs of weak or unknown source that move the cost the most. */
function LeansOn() {
  const words = useWords().audit
  const label = useLeaningLabel()
  const found = useLeanings()
  const weak = found.filter(({ grade }) => grade !== 'A' && grade !== 'B')
  // Room for it, so that nothing below moves when it comes.
  if (found === NOT_YET) return <li aria-hidden="true" className={styles.toCome} />
  if (weak.length === 0) return null
  const named = weak.slice(0, SHOWN).map(({ input, share }) => aside(label(input), formatShare(share)))
  return <ToAudit>{words.leansOn(listed(named))}</ToAudit>
}

/** More are opened: what is proven stands above the fold of a laptop. */
const SHOWN_NOTES = 2

/** What is proven of the plan, what it leaves out, and what it leans on. */
export function Trust({ result }: { readonly result: PlanResult }) {
  const { overview: words, notes } = useWords()
  const { catalog } = usePlan()
  const names = useThingNames()
  const { solver, summary } = result
  const asked = solver.gapAskedShare === undefined ? null : formatShare(solver.gapAskedShare, 2)
  const shownNotes = useLargeWindow() ? result.notes.length : SHOWN_NOTES
  const said = result.notes.map((note, index) => (
    <li key={index}>
      <Traced trace={noteRef(note, index)}>{notes.say(nameNote(note, names, catalog))}</Traced>
    </li>
  ))
  return (
    <Panel title={words.trust}>
      <ul className={styles.trust}>
        <li>
          <Traced trace="gap">{words.gap(formatShare(solver.gapShare, 2), asked)}</Traced>
        </li>
        <li>
          <Traced trace="solve-time">{words.foundIn(formatNumber(solver.timeS))}</Traced>
        </li>
        <AuditVerdict />
        <LeansOn />
        <li>
          <Traced trace="unserved-share">{words.unserved(formatFineShare(summary.unservedShare, 2))}</Traced>
        </li>
        <li>
          <Traced trace="leased-share">{words.leased(formatShare(summary.leasedShare, 1))}</Traced>
        </li>
        <li>
          <Traced trace={sizeRef('rows')}>
            {words.size(
              formatNumber(solver.rows, 6),
              formatNumber(solver.columns, 6),
              formatNumber(solver.integers, 6),
            )}
          </Traced>
        </li>
        {said.slice(0, shownNotes)}
      </ul>
      {said.length > shownNotes && (
        <details className={styles.moreNotes}>
          <summary>{words.moreNotes(said.length - shownNotes)}</summary>
          <ul className={styles.trust}>{said.slice(shownNotes)}</ul>
        </details>
      )}
    </Panel>
  )
}
