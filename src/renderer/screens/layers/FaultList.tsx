import { Alert } from '@mantine/core'
import { describeFault, type InputFault } from '../../../plan/fault.ts'
import { useFieldName } from '../../words/useWords.ts'

const MOST = 6

/** What is wrong with what was given, a line each; nothing where nothing is. */
export function FaultList({ faults }: { readonly faults: readonly InputFault[] }) {
  const nameOf = useFieldName()
  if (faults.length === 0) return null
  return (
    <Alert color="red" mb="xs" title={nameOf('Nothing was changed')}>
      {faults.slice(0, MOST).map((fault, index) => (
        <div key={index}>{describeFault(fault)}</div>
      ))}
    </Alert>
  )
}
