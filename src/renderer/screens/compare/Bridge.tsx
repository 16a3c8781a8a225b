import { Button, Group, Progress } from '@mantine/core'
import { useEffect, useMemo } from 'react'
import { methodFor, mixturesFor } from '../../../engine/compare/attribution.ts'
import { differingGroups } from '../../../engine/compare/inputGroups.ts'
import type { BridgeTo } from '../../../engine/trace/decisions/asked.ts'
import { bridgeRef } from '../../../engine/trace/money/bridgeTraces.ts'
import { toRef } from '../../../engine/trace/trace.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { formatFineShare } from '../../format/numbers.ts'
import { wordGap } from '../../format/punctuation.ts'
import { Beside } from '../../parts/Beside.tsx'
import { type Step, Waterfall } from '../../parts/charts/Waterfall.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { bridgeKey, solveBridge, toWorth, useComparing } from '../../state/work/comparing.ts'
import { useWords } from '../../words/useWords.ts'
import type { Compared } from './compared.ts'

/** From the first plan to another: what each group of inputs does to cost and levelised cost. */
export function Bridge({ from, to }: { readonly from: Compared; readonly to: Compared }) {
  const words = useWords().compare
  if (!isSolved(from) || !isSolved(to))
    return (
      <Panel title={words.bridge(from.name, to.name)}>
        <p>{words.bridgeNeedsResults}</p>
      </Panel>
    )
  return <Between from={from} to={to} />
}

type Side = Compared & { readonly result: PlanResult }
const isSolved = (own: Compared): own is Side => own.result !== null

function Between({ from, to }: { readonly from: Side; readonly to: Side }) {
  const words = useWords().compare
  const bridge = useComparing((state) => state.bridges[bridgeKey(from, to)])
  const { running, cancel } = useComparing()
  const groups = useMemo(() => differingGroups(from.plan, to.plan), [from.plan, to.plan])
  const solves = mixturesFor(groups).length
  const method =
    groups.length === 1
      ? words.oneGroup
      : words.methods[methodFor(groups)](String(groups.length), String(solves))
  // One group alone is the whole difference: nothing has to be solved to say so.
  useEffect(() => {
    if (groups.length === 1 && !bridge && !running) void solveBridge(from, to)
  }, [groups, bridge, running, from, to])
  if (groups.length === 0) return null
  if (bridge) return <Parts {...{ from, to, bridge }} note={method} />
  return (
    <Panel title={words.bridge(from.name, to.name)} note={method}>
      {running?.key === bridgeKey(from, to) ? (
        <Group gap="sm">
          <Progress
            value={(100 * running.done) / running.of}
            w={220}
            aria-label={words.solvingMixture(running.done + 1, running.of)}
          />
          <span role="status" aria-busy>
            {words.solvingMixture(running.done + 1, running.of)}
          </span>
          <Button size="compact-xs" variant="light" color="red" onClick={cancel}>
            {words.stop}
          </Button>
        </Group>
      ) : (
        <Button
          size="xs"
          variant="default"
          disabled={running !== null}
          onClick={() => void solveBridge(from, to)}
        >
          {words.workOutBridge}
        </Button>
      )}
    </Panel>
  )
}

interface PartsProps {
  readonly from: Side
  readonly to: Side
  readonly bridge: BridgeTo
  readonly note: string
}

function Parts({ from, to, bridge, note }: PartsProps) {
  const words = useWords().compare
  const gap = ({ result }: Side): string => formatFineShare(result.solver.gapShare, 2)
  return (
    <Beside>
      <Steps
        {...{ from, to, bridge }}
        title={words.bridge(from.name, to.name)}
        note={`${note}${wordGap()}${words.gapNote(gap(from), gap(to))}`}
        field="costMusd"
      />
      <Steps
        {...{ from, to, bridge }}
        title={words.bridgeLevelised}
        note={words.sumsToWhole}
        field="levelisedUsdPerMTok"
      />
    </Beside>
  )
}

const FIELDS = {
  costMusd: { unit: 'M$', trace: toRef('objective') },
  levelisedUsdPerMTok: { unit: '$/Mtok', trace: toRef('levelised') },
} as const

interface StepsProps extends PartsProps {
  readonly title: string
  readonly field: keyof typeof FIELDS
}

/** From one plan to the other by the parts of one figure; each opens what it is made of. */
function Steps({ from, to, bridge, title, note, field }: StepsProps) {
  const words = useWords().compare
  const { unit, trace } = FIELDS[field]
  const bars = useMemo(() => {
    const { name, plan, result } = from
    const of = { plan, result, name: `${name} → ${to.name}`, asked: { bridge } }
    return {
      from: { name, value: toWorth(result)[field], trace, of: { plan, result, name } },
      to: { name: to.name, trace, of: { plan: to.plan, result: to.result, name: to.name } },
      parts: bridge.parts.map((part): Step => {
        const ref = bridgeRef(part.group, field)
        return { name: words.groups[part.group], value: part[field], trace: ref, of }
      }),
    }
  }, [from, to, bridge, field, trace, words])
  return <Waterfall {...{ title, note, unit }} {...bars} />
}
