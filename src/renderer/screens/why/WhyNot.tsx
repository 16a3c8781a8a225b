import { Button, Group } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { toRef } from '../../../engine/trace/trace.ts'
import type { Outcome } from '../../../engine/vary/task.ts'
import { costOfForcing } from '../../../engine/why/costOfForcing.ts'
import { formatUsd } from '../../format/numbers.ts'
import { wordGap } from '../../format/punctuation.ts'
import { type Decision, DecisionFields } from '../../parts/decision/DecisionFields.tsx'
import { decisionCode } from '../../parts/decision/decisions.ts'
import { FaultList } from '../../parts/FaultList.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Traced } from '../../parts/traced/Traced.tsx'
import { TracedAsked } from '../../parts/traced/TracedAsked.tsx'
import { useSession } from '../../state/plan/session.ts'
import { useWords } from '../../words/useWords.ts'
import { openVaryWorkers, STOPPED, type VaryWorkers } from '../../worker/openVaryWorkers.ts'

type Answer = { readonly decision: string; readonly outcome: Outcome } | { readonly problem: string }

/** The cost of a decision that the plan did not take. */
export function WhyNot() {
  const words = useWords().why
  const [decision, setDecision] = useState<Decision>({ target: null, relation: 'closed', amount: 0 })
  const { answer, isRunning, ask, stop } = useForced(decision)
  return (
    <Panel title={words.whyNot} note={words.whyNotAbout}>
      <Group gap="xs" align="end">
        <DecisionFields decision={decision} onChange={setDecision} />
        {isRunning ? (
          <Button size="xs" variant="default" onClick={stop}>
            {words.stop}
          </Button>
        ) : (
          <Button size="xs" disabled={decision.target === null} onClick={() => void ask()}>
            {words.ask}
          </Button>
        )}
      </Group>
      <div role="status" aria-busy={isRunning}>
        {isRunning ? words.asking : answer && <Found answer={answer} />}
      </div>
    </Panel>
  )
}

function Found({ answer }: { readonly answer: Answer }) {
  const words = useWords().why
  const solver = useSession(({ kept }) => kept?.result.solver)
  if ('problem' in answer) return <p>{answer.problem}</p>
  const { outcome } = answer
  if (outcome.kind === 'bad-input')
    return outcome.faults?.length ? <FaultList faults={outcome.faults} /> : <p>{outcome.message}</p>
  if (!outcome.metrics || !solver)
    return <p>{outcome.kind === 'infeasible' ? words.forcedNone : words.forcedLate}</p>
  const { costMusd, leastMusd, mostMusd } = costOfForcing(solver, outcome)
  const usd = (musd: number): string => formatUsd(musd * 1e6)
  return (
    <p>
      <TracedAsked forced={answer}>
        <strong>
          <Traced trace={toRef('forced-cost')}>{words.forcedCosts(usd(costMusd ?? 0))}</Traced>
        </strong>
        {wordGap()}
        <Traced trace={toRef('forced-bound', 'least')}>{words.forcedLeast(usd(leastMusd))}</Traced>
        {wordGap()}
        <Traced trace={toRef('forced-bound', 'most')}>{words.forcedMost(usd(mostMusd))}</Traced>
      </TracedAsked>
    </p>
  )
}

function useForced({ target, relation, amount }: Decision) {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [isRunning, setRunning] = useState(false)
  const workers = useRef<VaryWorkers | null>(null)
  useEffect(() => () => workers.current?.stop(), [])
  const ask = async (): Promise<void> => {
    const { opened, catalogFiles } = useSession.getState()
    if (!opened || target === null) return
    const decision = decisionCode(target, relation, amount)
    setAnswer(null)
    setRunning(true)
    const own = openVaryWorkers({ plan: opened.plan, catalogFiles, designs: [] }, new Map(), () => undefined)
    workers.current = own
    try {
      const [outcome] = await own.run([{ id: decision, edits: [], design: 'full', forced: [decision] }])
      if (outcome) setAnswer({ decision, outcome })
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error)
      if (problem !== STOPPED) setAnswer({ problem })
    }
    own.stop()
    setRunning(false)
  }
  return { answer, isRunning, ask, stop: () => workers.current?.stop() }
}
