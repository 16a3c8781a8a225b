import { NumberInput, Select } from '@mantine/core'
import { aside } from '../../format/punctuation.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useWords } from '../../words/useWords.ts'
import { listTargets, type Relation } from './decisions.ts'

/** A decision as it is put together; no target: none yet. */
export interface Decision {
  readonly target: string | null
  readonly relation: Relation
  readonly amount: number
}

interface Props {
  readonly decision: Decision
  readonly onChange: (decision: Decision) => void
}

/** What is decided on, how, and by how much. */
export function DecisionFields({ decision, onChange }: Props) {
  const words = useWords()
  const { plan } = usePlan()
  const groups = listTargets(words, plan)
  const targets = groups.flatMap(({ items }) => items)
  const own = targets.find(({ value }) => value === decision.target)
  const hasAmount = decision.relation === 'atLeast' || decision.relation === 'atMost'
  const choose = (value: string | null): void => {
    const next = targets.find((one) => one.value === value)
    if (!next) return
    const relation = next.relations.find((one) => one === decision.relation) ?? next.relations[0]!
    onChange({ target: next.value, relation, amount: next.amount })
  }
  return (
    <>
      <Select
        size="xs"
        w={260}
        maw="100%"
        searchable
        limit={60}
        label={words.why.decision}
        data={groups}
        value={decision.target}
        allowDeselect={false}
        onChange={choose}
      />
      {own && (
        <Select
          size="xs"
          w={130}
          label={words.decisions.relation}
          data={own.relations.map((value) => ({ value, label: words.decisions.relations[value] }))}
          value={decision.relation}
          allowDeselect={false}
          onChange={(value) => {
            const relation = own.relations.find((one) => one === value)
            if (relation) onChange({ ...decision, relation })
          }}
        />
      )}
      {own && hasAmount && (
        <NumberInput
          size="xs"
          w={120}
          label={aside(words.decisions.amount, own.unit)}
          min={0}
          value={decision.amount}
          onChange={(value) => typeof value === 'number' && onChange({ ...decision, amount: value })}
        />
      )}
    </>
  )
}
