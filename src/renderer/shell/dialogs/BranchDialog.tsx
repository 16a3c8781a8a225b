import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useSession } from '../../state/plan/session.ts'
import { branchPlan } from '../../state/plan/shelf.ts'
import { closeDialog, useDialog } from '../../state/view/dialogs.ts'
import { useWords } from '../../words/useWords.ts'

interface Props {
  readonly isOpen: boolean
  readonly planId: string
  /** Revision to begin from; absent: the plan as it stands. */
  readonly revisionId?: number
  readonly onClose: () => void
}

/** A branch of the plan in view, by command. */
export function PlanBranchDialog() {
  const isOpen = useDialog((state) => state.open === 'branch')
  const planId = useSession((state) => state.opened?.plan.id)
  if (planId === undefined) return null
  return <BranchDialog isOpen={isOpen} planId={planId} onClose={closeDialog} />
}

/** Asks for the name of a branch and makes it. */
export function BranchDialog({ isOpen, planId, revisionId, onClose }: Props) {
  const words = useWords().shell
  const [name, setName] = useState('')
  const make = (): void => {
    if (name.trim() === '') return
    void branchPlan({ id: planId, name: name.trim(), ...(revisionId === undefined ? {} : { revisionId }) })
    setName('')
    onClose()
  }
  return (
    <Modal opened={isOpen} onClose={onClose} title={words.newBranch} transitionProps={{ duration: 0 }}>
      <Stack
        gap="sm"
        component="form"
        onSubmit={(event) => {
          event.preventDefault()
          make()
        }}
      >
        <TextInput
          data-autofocus
          label={words.branchName}
          description={words.branchWhat}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group justify="end">
          <Button size="xs" type="submit" disabled={name.trim() === ''}>
            {words.makeBranch}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
