import { formatMoment } from '../format/numbers.ts'
import { SolveState } from '../shell/header/SolveState.tsx'
import { useSession } from '../state/plan/session.ts'
import { usePlanName } from '../words/useShippedText.ts'
import { usePrinting } from './printing.ts'

/** What a printed screen says of itself: the plan, how sure its result is, and when it was printed. */
export function OnPaper() {
  const isPrinting = usePrinting()
  const say = usePlanName()
  const opened = useSession((state) => state.opened)
  if (!isPrinting || !opened) return null
  return (
    <div className="onPaper">
      <strong>{say(opened.plan.name)}</strong>
      <SolveState />
      <span>{formatMoment(new Date().toISOString())}</span>
    </div>
  )
}
