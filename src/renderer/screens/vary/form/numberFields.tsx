import { NumberInput, Select } from '@mantine/core'
import { useWords } from '../../../words/useWords.ts'

interface NumberProps {
  readonly label: string
  readonly value: number | string
  readonly onChange: (value: number) => void
  /** A factor is shown and typed in per cent. */
  readonly isShare?: boolean
  readonly widthPx?: number
}

export function NumberField({ label, value, onChange, isShare = false, widthPx = 96 }: NumberProps) {
  const scale = isShare ? 100 : 1
  const shown = typeof value === 'number' ? Number((value * scale).toPrecision(12)) : value
  return (
    <NumberInput
      size="xs"
      w={widthPx}
      hideControls
      aria-label={label}
      value={shown}
      {...(isShare ? { suffix: ' %' } : {})}
      onChange={(own) => typeof own === 'number' && onChange(Number((own / scale).toPrecision(12)))}
    />
  )
}

interface AsProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Whether a number stands for itself, or for a part of what the plan has. */
export function AsField({ value, onChange }: AsProps) {
  const words = useWords().vary
  return (
    <Select
      size="xs"
      w={150}
      aria-label={words.as}
      data={[
        { value: 'times', label: words.times },
        { value: 'value', label: words.value },
      ]}
      value={value}
      allowDeselect={false}
      onChange={(own) => own !== null && onChange(own)}
    />
  )
}
