import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { listNumberPaths } from '../../../plan/planPath.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { usePathName } from '../../words/usePathName.ts'

interface Props {
  readonly label: string
  readonly value: string | null
  readonly onChange: (path: string) => void
  readonly placeholder?: string
}

/** One number of the plan, found by typing any part of its name. */
export function PathSelect({ label, value, onChange, placeholder }: Props) {
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
