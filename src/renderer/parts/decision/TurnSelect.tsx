import { Select } from '@mantine/core'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useWords } from '../../words/useWords.ts'
import { listTurns } from './decisions.ts'

interface Props {
  readonly label: string
  readonly value: string
  readonly onChange: (flips: string) => void
}

/** A decision of the plan that an input may turn; one that is not of the plan stays in the list by its code. */
export function TurnSelect({ label, value, onChange }: Props) {
  const words = useWords()
  const { plan } = usePlan()
  const data = listTurns(words, plan)
  const isOwn = value === '' || data.some(({ items }) => items.some((own) => own.value === value))
  return (
    <Select
      size="xs"
      w={260}
      maw="100%"
      searchable
      aria-label={label}
      data={
        isOwn ? data : [...data, { group: words.decisions.groups.plan, items: [{ value, label: value }] }]
      }
      value={value || null}
      allowDeselect={false}
      onChange={(flips) => flips !== null && onChange(flips)}
    />
  )
}
