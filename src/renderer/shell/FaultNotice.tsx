import { Alert } from '@mantine/core'
import { describeFault } from '../../plan/fault.ts'
import { useSession } from '../state/session.ts'

/** What went wrong last, with one line a fault, until it is closed. */
export function FaultNotice() {
  const fault = useSession((state) => state.fault)
  if (!fault) return null
  const close = (): void => useSession.setState({ fault: null })
  return (
    <Alert color="red" mb="md" title={fault.message} withCloseButton onClose={close} role="alert">
      {fault.faults.slice(0, 8).map((one) => (
        <div key={one.path}>{describeFault({ ...one, value: one.value })}</div>
      ))}
    </Alert>
  )
}
