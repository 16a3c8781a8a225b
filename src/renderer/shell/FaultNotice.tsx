import { Alert, Button, Group } from '@mantine/core'
import { dismissFault, useSession } from '../state/plan/session.ts'
import { useFaultWords } from '../words/faultWords.ts'
import { useFaultPlace } from '../words/useFaultPlace.ts'
import { useWords } from '../words/useWords.ts'
import styles from './shell.module.css'

/** What went wrong last, with one line a fault, until it is closed. */
export function FaultNotice() {
  const words = useWords().shell
  const say = useFaultWords()
  const place = useFaultPlace()
  const fault = useSession((state) => state.fault)
  const refused = useSession((state) => state.refused)
  if (!fault) return null
  // An edit that was not made is named below with the way to make it: versions say nothing to a planner.
  const listed = refused ? [] : fault.faults.slice(0, 8)
  return (
    <div className={styles.fault}>
      <Alert
        color="red"
        title={say.message(fault.message)}
        withCloseButton
        onClose={dismissFault}
        role="alert"
      >
        {listed.map((one) => (
          <div key={one.path}>{say.describe({ ...one, path: place(one.path), value: one.value })}</div>
        ))}
        {refused && (
          <Group gap="xs" mt={4}>
            <span>{words.refused[refused.why](refused.label)}</span>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => {
                dismissFault()
                refused.again()
              }}
            >
              {words.makeAgain[refused.why]}
            </Button>
          </Group>
        )}
      </Alert>
    </div>
  )
}
