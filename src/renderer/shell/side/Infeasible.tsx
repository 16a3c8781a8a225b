import { Button, Group, Stack, Text } from '@mantine/core'
import { useMemo } from 'react'
import type { Infeasibility, Repair } from '../../../engine/why/conflict/explainInfeasible.ts'
import { groupMembers, type MemberGroup } from '../../../engine/why/conflict/groupMembers.ts'
import { inputDifferences } from '../../../plan/differences.ts'
import { editedPlan } from '../../../plan/planPath.ts'
import { formatPeriod, formatUsd } from '../../format/numbers.ts'
import { said } from '../../format/punctuation.ts'
import { groupTitle, lackText } from '../../parts/limitName.ts'
import { branchWith } from '../../state/plan/branch.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useSolving } from '../../state/work/solving.ts'
import { useInputText } from '../../words/useInputText.ts'
import { useUnitName, useWords } from '../../words/useWords.ts'

/** What cannot hold together, and changes that mend it, each to be applied as a branch. */
export function Infeasible({
  found,
  isMending,
}: {
  readonly found: Infeasibility
  /** Changes are still being looked for. */
  readonly isMending: boolean
}) {
  const words = useWords().limits
  const { conflict, repairs, isSmallest } = found
  if (conflict.length === 0) return <p>{words.unnamed}</p>
  return (
    <Stack gap="xs">
      <p style={{ margin: 0 }}>{isSmallest ? words.together : words.among}</p>
      <ul style={{ margin: 0 }}>
        {groupMembers(found).map((group) => (
          <li key={`${group.family} ${group.members[0]!.ownerId}`}>
            <Members group={group} />
          </li>
        ))}
      </ul>
      <strong>{isMending ? words.mending : repairs.length > 0 ? words.mends : words.noMend}</strong>
      <ul style={{ margin: 0 }}>
        {repairs.map((repair) => (
          <li key={JSON.stringify(repair.edits)}>
            <Mend repair={repair} />
          </li>
        ))}
      </ul>
    </Stack>
  )
}

function Members({ group }: { readonly group: MemberGroup }) {
  const words = useWords()
  const nameOfUnit = useUnitName()
  const { plan } = usePlan()
  const { family, members, amount, from, to } = group
  const name = groupTitle(words, plan, group)
  const { refusals, unit } = members[0]!
  if (refusals.length > 0) {
    const reasons = refusals.map((refusal) => words.limits.refusals[refusal]).join(' · ')
    return <>{words.limits.nowhere(name, reasons)}</>
  }
  if (unit === '') return <>{name}</>
  const span = from === to ? formatPeriod(from) : words.overview.span(formatPeriod(from), formatPeriod(to))
  if (amount === null)
    return (
      <>
        {name} · {span}
      </>
    )
  const size = lackText(amount, unit, nameOfUnit)
  const lack = family === 'demand' ? words.limits.tooMuch(size) : words.limits.tooLittle(size)
  return (
    <>
      {name} · {span} · {members.length > 1 ? words.limits.inAll(lack) : lack}
    </>
  )
}

/** So many changes are said in full. */
const MOST_SAID = 5

function Mend({ repair }: { readonly repair: Repair }) {
  const words = useWords()
  const { plan } = usePlan()
  const { edits, planMusd, costMusd } = repair
  const plans = useMemo(() => [plan, editedPlan(plan, edits)], [plan, edits])
  const inputs = useInputText(plans)
  const changes = inputDifferences(plans).map(({ path, values }) =>
    said(inputs.name(path, values), `${inputs.text(path, values, 0)} → ${inputs.text(path, values, 1)}`),
  )
  const more = changes.length - MOST_SAID
  const lines = [...changes.slice(0, MOST_SAID), ...(more > 0 ? [words.limits.moreChanges(more)] : [])]
  const apply = async (): Promise<void> => {
    useSolving.setState({ isOpen: false })
    await branchWith(edits, words.limits.branchName(plan.name, shortly(changes, words.limits.moreChanges)))
  }
  const least = formatUsd(costMusd * 1e6)
  return (
    <Group gap="xs" justify="space-between" align="flex-start" wrap="nowrap">
      <span>
        {lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
        <Text span c="var(--text-soft)" size="sm">
          {planMusd === null
            ? words.limits.atLeast(least)
            : words.limits.found(formatUsd(planMusd * 1e6), least)}
        </Text>
      </span>
      <Button size="compact-xs" variant="light" style={{ flexShrink: 0 }} onClick={() => void apply()}>
        {words.limits.applyAsBranch}
      </Button>
    </Group>
  )
}

/** The first change, and how many come with it. */
function shortly([first = '', ...others]: readonly string[], more: (count: number) => string): string {
  return others.length === 0 ? first : `${first} · ${more(others.length)}`
}
