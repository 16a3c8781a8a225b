import { Button, Group, Progress } from '@mantine/core'
import { useEffect, useMemo } from 'react'
import { methodFor, mixturesFor, type Part } from '../../../engine/compare/attribution.ts'
import { differingGroups } from '../../../engine/compare/inputGroups.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { formatNumber } from '../../format/numbers.ts'
import { Panel } from '../../parts/Panel.tsx'
import { Waterfall } from '../../parts/Waterfall.tsx'
import { bridgeKey, solveBridge, toWorth, useComparing } from '../../state/comparing.ts'
import { useWords } from '../../words/useWords.ts'
import type { Compared } from './compared.ts'

/** From the first plan to another: what each group of inputs does to cost and levelised cost. */
export function Bridge({ from, to }: { readonly from: Compared; readonly to: Compared }) {
  const words = useWords().compare
  if (!from.result || !to.result)
    return (
      <Panel title={words.bridge(from.name, to.name)}>
        <p>{words.bridgeNeedsResults}</p>
      </Panel>
    )
  return (
    <Between
      from={{ plan: from.plan, result: from.result, name: from.name }}
      to={{ plan: to.plan, result: to.result, name: to.name }}
    />
  )
}

interface Side {
  readonly plan: Plan
  readonly result: PlanResult
  readonly name: string
}

function Between({ from, to }: { readonly from: Side; readonly to: Side }) {
  const words = useWords().compare
  const parts = useComparing((state) => state.bridges[bridgeKey(from, to)])
  const { running, cancel } = useComparing()
  const groups = useMemo(() => differingGroups(from.plan, to.plan), [from.plan, to.plan])
  const solves = mixturesFor(groups).length
  const method =
    groups.length === 1
      ? words.oneGroup
      : words.methods[methodFor(groups)](String(groups.length), String(solves))
  // One group alone is the whole difference: nothing has to be solved to say so.
  useEffect(() => {
    if (groups.length === 1 && !parts) void solveBridge(from, to)
  }, [groups, parts, from, to])
  if (groups.length === 0) return null
  if (parts) return <Parts {...{ from, to, parts }} note={method} />
  return (
    <Panel title={words.bridge(from.name, to.name)} note={method}>
      {running ? (
        <Group gap="sm">
          <Progress
            value={(100 * running.done) / running.of}
            w={220}
            aria-label={words.solvingMixture(running.done + 1, running.of)}
          />
          <span role="status">{words.solvingMixture(running.done + 1, running.of)}</span>
          <Button size="compact-xs" variant="light" color="red" onClick={cancel}>
            {words.stop}
          </Button>
        </Group>
      ) : (
        <Button size="xs" variant="default" onClick={() => void solveBridge(from, to)}>
          {words.workOutBridge}
        </Button>
      )}
    </Panel>
  )
}

function Parts({
  from,
  to,
  parts,
  note,
}: {
  readonly from: Side
  readonly to: Side
  readonly parts: readonly Part[]
  readonly note: string
}) {
  const words = useWords()
  const bars = (pick: (part: Part) => number) =>
    parts.map((part) => ({ name: words.compare.groups[part.group], value: pick(part) }))
  const gaps = words.compare.gapNote(
    formatNumber(from.result.solver.gapShare * 100, 2),
    formatNumber(to.result.solver.gapShare * 100, 2),
  )
  const ends = { fromName: from.name, toName: to.name }
  return (
    <>
      <Waterfall
        title={words.compare.bridge(from.name, to.name)}
        note={`${note} ${gaps}`}
        unit="M$"
        {...ends}
        from={toWorth(from.result).costMusd}
        parts={bars((part) => part.costMusd)}
      />
      <Waterfall
        title={words.compare.bridgeLevelised}
        note={words.compare.sumsToWhole}
        unit="$/Mtok"
        {...ends}
        from={toWorth(from.result).levelisedUsdPerMTok}
        parts={bars((part) => part.levelisedUsdPerMTok)}
      />
    </>
  )
}
