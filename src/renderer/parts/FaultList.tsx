import { Alert, type AlertProps } from '@mantine/core'
import type { InputFault } from '../../plan/fault.ts'
import { useFaultWords } from '../words/faultWords.ts'
import { useFaultPlace } from '../words/useFaultPlace.ts'
import { useFieldName } from '../words/useWords.ts'

interface Props extends Pick<AlertProps, 'title' | 'mb'> {
  readonly faults: readonly InputFault[]
  /** Lines shown of many; all of them where absent. */
  readonly most?: number
  /** Where given, the list can be closed. */
  readonly onClose?: () => void
}

/** What is wrong with what was given, a line each; nothing where nothing is. */
export function FaultList({ faults, most, onClose, ...look }: Props) {
  const { describe } = useFaultWords()
  const place = useFaultPlace()
  if (faults.length === 0) return null
  return (
    <Alert color="red" {...look} {...(onClose ? { withCloseButton: true, onClose } : {})}>
      {faults.slice(0, most).map((fault, index) => (
        <div key={index}>{describe({ ...fault, path: place(fault.path) })}</div>
      ))}
    </Alert>
  )
}

/** Why an edit was refused. */
export function RefusedEdit(props: Pick<Props, 'faults' | 'onClose'>) {
  return <FaultList {...props} most={6} mb="xs" title={useFieldName()('Nothing was changed')} />
}
