import { Button, Group, Stack } from '@mantine/core'
import type { ConflictMember, Infeasibility, Repair } from '../../engine/why/explainInfeasible.ts'
import { formatNumber, formatPeriod, formatUsd } from '../format/numbers.ts'
import { editTitle, limitTitle } from '../parts/limitName.ts'
import { branchWith } from '../state/branch.ts'
import { useSolving } from '../state/solving.ts'
import { usePlan } from '../state/usePlan.ts'
import { useWords } from '../words/useWords.ts'

/** What cannot hold together, and changes that mend it, each to be applied as a branch. */
export function Infeasible({ found }: { readonly found: Infeasibility }) {
  const words = useWords().limits
  const { conflict, repairs, isSmallest } = found
  if (conflict.length === 0) return <p>{words.unnamed}</p>
  return (
    <Stack gap="xs">
      <p>{isSmallest ? words.together : words.among}</p>
      <ul>
        {conflict.map((member) => (
          <li key={`${member.family} ${member.ownerId}`}>
            <Member member={member} />
          </li>
        ))}
      </ul>
      <strong>{repairs.length > 0 ? words.mends : words.noMend}</strong>
      <ul>
        {repairs.map((repair) => (
          <li key={JSON.stringify(repair.edits)}>
            <Mend repair={repair} />
          </li>
        ))}
      </ul>
    </Stack>
  )
}

function Member({ member }: { readonly member: ConflictMember }) {
  const words = useWords()
  const { plan } = usePlan()
  const { family, amount, unit, from, to, refusals } = member
  const name = limitTitle(words, plan, member)
  if (refusals.length > 0) {
    const reasons = refusals.map((refusal) => words.limits.refusals[refusal]).join(' · ')
    return <>{words.limits.nowhere(name, reasons)}</>
  }
  const span = from === to ? formatPeriod(from) : words.overview.span(formatPeriod(from), formatPeriod(to))
  const size = amount === null ? null : `${formatNumber(amount)} ${unit}`
  return (
    <>
      {name} · {span}
      {size !== null && (
        <> · {family === 'demand' ? words.limits.tooMuch(size) : words.limits.tooLittle(size)}</>
      )}
    </>
  )
}

function Mend({ repair }: { readonly repair: Repair }) {
  const words = useWords()
  const { plan } = usePlan()
  const change = repair.edits.map((edit) => editTitle(words, edit)).join(' · ')
  const apply = async (): Promise<void> => {
    useSolving.setState({ isOpen: false })
    await branchWith(repair.edits, words.limits.branchName(plan.name, change))
  }
  return (
    <Group gap="xs" justify="space-between" wrap="nowrap">
      <span>
        {change}; {words.limits.atLeast(formatUsd(repair.costMusd * 1e6))}
        {!repair.isWhole && ` (${words.limits.notWhole})`}
      </span>
      <Button size="compact-xs" variant="light" style={{ flexShrink: 0 }} onClick={() => void apply()}>
        {words.limits.applyAsBranch}
      </Button>
    </Group>
  )
}
