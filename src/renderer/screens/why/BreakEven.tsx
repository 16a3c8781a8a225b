import { Button, Group, Input, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { toRef } from '../../../engine/trace/trace.ts'
import { SweepSpec } from '../../../plan/cases/sweepSpec.ts'
import { readNumberAt } from '../../../plan/planPath.ts'
import { formatNumber } from '../../format/numbers.ts'
import { clauses, said, wordGap } from '../../format/punctuation.ts'
import { turnTitle } from '../../parts/decision/decisions.ts'
import { PathSelect } from '../../parts/decision/PathSelect.tsx'
import { TurnSelect } from '../../parts/decision/TurnSelect.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Traced } from '../../parts/traced/Traced.tsx'
import { TracedAsked } from '../../parts/traced/TracedAsked.tsx'
import { useSession } from '../../state/plan/session.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { breakingEven } from '../../state/work/varying.ts'
import { useWords } from '../../words/useWords.ts'

/** Where a decision turns as one input moves. */
export function BreakEven() {
  const words = useWords().why
  const { plan } = usePlan()
  const [path, setPath] = useState('')
  const [flips, setFlips] = useState('')
  const [from, setFrom] = useState<number | string>('')
  const [to, setTo] = useState<number | string>('')
  const { isRunning } = breakingEven.use()
  const spec = SweepSpec.safeParse({ kind: 'threshold', path, flips, from, to })
  const choose = (own: string): void => {
    setPath(own)
    const value = readNumberAt(plan, own)
    if (value === undefined) return
    setFrom(value / 4)
    setTo(value * 4)
  }
  return (
    <Panel title={words.breakeven} note={words.breakevenAbout}>
      <Group gap="xs" align="end">
        <Input.Wrapper size="xs" label={words.input} w={380} maw="100%">
          <PathSelect label={words.input} value={path || null} onChange={choose} />
        </Input.Wrapper>
        <Input.Wrapper size="xs" label={words.flips}>
          <TurnSelect label={words.flips} value={flips} onChange={setFlips} />
        </Input.Wrapper>
        <NumberInput size="xs" w={110} label={words.from} value={from} onChange={setFrom} />
        <NumberInput size="xs" w={110} label={words.to} value={to} onChange={setTo} />
        {isRunning ? (
          <Button size="xs" variant="default" onClick={breakingEven.stop}>
            {words.stop}
          </Button>
        ) : (
          <Button
            size="xs"
            disabled={!spec.success}
            onClick={() => spec.data && void breakingEven.start(spec.data)}
          >
            {words.find}
          </Button>
        )}
      </Group>
      <div role="status">
        <Turn />
      </div>
    </Panel>
  )
}

function Turn() {
  const all = useWords()
  const words = all.why
  const { plan } = usePlan()
  const { report, spec, inputsHash, isRunning, solved, problem } = breakingEven.use()
  const hash = useSession(({ opened }) => opened?.inputsHash)
  if (problem !== null) return <p>{problem}</p>
  if (isRunning)
    return (
      <p role="status" aria-busy>
        {words.solved(formatNumber(solved, 9))}
      </p>
    )
  const threshold = report?.threshold
  if (!threshold || !spec || inputsHash !== hash) return null
  const side = (name: 'below' | 'above') => {
    const { value, holds } = threshold[name]
    return (
      <Traced trace={toRef('turn-side', name)}>
        {words.side(formatNumber(value, 5), holds ? words.yes : words.no)}
      </Traced>
    )
  }
  return (
    <p>
      <TracedAsked sweep={{ spec, report }}>
        <strong>
          {threshold.value === null ? (
            words.noTurn
          ) : (
            <Traced trace={toRef('turn')}>{words.turns(formatNumber(threshold.value, 4))}</Traced>
          )}
        </strong>
        {wordGap()}
        {said(turnTitle(all, plan, threshold.flips), '')}
        {side('below')}
        {clauses(['', ''])}
        {side('above')}
      </TracedAsked>
    </p>
  )
}
