import { Button } from '@mantine/core'
import type { PlanResult } from '../../../plan/result/result.ts'
import { formatNumber, formatShare, formatUsd } from '../../format/numbers.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useSession } from '../../state/plan/session.ts'
import { reproduce, useReproducing } from '../../state/work/reproducing.ts'
import { useWords } from '../../words/useWords.ts'

/** Solves the same inputs once more and says whether the same plan comes out. */
export function Reproduce({ result }: { readonly result: PlanResult }) {
  const words = useWords().audit
  const { isRunning, found, cancel } = useReproducing()
  const isFresh = useSession((state) => state.opened?.inputsHash === result.inputsHash)
  const isOfThis = found?.inputsHash === result.inputsHash
  return (
    <Panel
      title={words.reproduce}
      tools={
        <Button
          size="compact-sm"
          variant="default"
          disabled={!isFresh}
          onClick={() => (isRunning ? cancel() : void reproduce())}
        >
          {isRunning ? words.stop : words.solveAgain}
        </Button>
      }
    >
      <p style={{ margin: 0 }} aria-live="polite" aria-busy={isRunning}>
        {isRunning ? words.reproducing : isOfThis ? verdict() : words.reproduceAbout(result.solver.engine)}
      </p>
    </Panel>
  )

  function verdict(): string {
    if (found?.isSame) return words.same(formatNumber(found.again?.timeS))
    if (!found?.again) return words.noPlan
    const { objectiveMusd, gapShare } = found.again
    const apart = Math.abs(objectiveMusd - result.solver.objectiveMusd)
    const share = apart / Math.max(1e-9, Math.abs(result.solver.objectiveMusd))
    const isWithin = share <= Math.max(gapShare, result.solver.gapShare)
    return words.other(formatUsd(objectiveMusd * 1e6, 5), formatShare(share, 3), isWithin)
  }
}
