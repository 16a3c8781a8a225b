import { NumberInput, Select } from '@mantine/core'
import { useMemo } from 'react'
import { listNumberPaths } from '../../../../plan/planPath.ts'
import { usePlan } from '../../../state/usePlan.ts'
import { usePathName } from '../../../words/usePathName.ts'
import { useWords } from '../../../words/useWords.ts'

interface PathProps {
  readonly label: string
  readonly value: string | null
  readonly onChange: (path: string) => void
  readonly placeholder?: string
}

/** One number of the plan, found by typing any part of its name. */
export function PathSelect({ label, value, onChange, placeholder }: PathProps) {
  const { plan } = usePlan()
  const nameOf = usePathName()
  const data = useMemo(() => {
    const paths = new Set([...listNumberPaths(plan), ...(value ? [value] : [])])
    return [...paths].map((path) => ({ value: path, label: nameOf(path) }))
  }, [plan, nameOf, value])
  return (
    <Select
      size="xs"
      w="100%"
      searchable
      limit={40}
      aria-label={label}
      {...(placeholder === undefined ? {} : { placeholder })}
      data={data}
      value={value}
      onChange={(path) => path !== null && onChange(path)}
    />
  )
}

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
