import { Button, Group, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Change, Revision } from '../../../contract/contract.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { guarded } from '../../state/session.ts'
import { invoke } from '../../transport/invoke.ts'
import { useWords } from '../../words/useWords.ts'

/** Named revisions of the open plan, and what was changed last. */
export function Revisions({ planId, version }: { readonly planId: string; readonly version: number }) {
  const words = useWords().library
  const [revisions, setRevisions] = useState<readonly Revision[]>([])
  const [changes, setChanges] = useState<readonly Change[]>([])
  const [name, setName] = useState('')
  useEffect(() => {
    void guarded(async () => {
      setRevisions(await invoke('revisions.list', { id: planId }))
      setChanges(await invoke('plans.changes', { id: planId }))
    })
  }, [planId, version])
  const add = (): void =>
    void guarded(async () => {
      await invoke('revisions.add', { id: planId, name })
      setName('')
      setRevisions(await invoke('revisions.list', { id: planId }))
    })
  const when = (at: string): string => new Date(at).toLocaleString()
  return (
    <Group align="start" grow gap="md" preventGrowOverflow={false}>
      <Panel title={words.revisions}>
        <Group gap="xs" mb="xs">
          <TextInput
            size="xs"
            placeholder={words.revisionName}
            aria-label={words.revisionName}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button size="xs" variant="default" disabled={name.trim() === ''} onClick={add}>
            {words.addRevision}
          </Button>
        </Group>
        <DataTable
          label={words.revisions}
          items={revisions}
          columns={[
            { head: words.revisionName, read: (own) => own.name },
            { head: '', read: (own) => when(own.at) },
          ]}
        />
      </Panel>
      <Panel title={words.changes}>
        <DataTable
          label={words.changes}
          items={changes.slice(0, 50)}
          columns={[
            { head: '', read: (own) => own.label },
            { head: '', read: (own) => when(own.at) },
          ]}
        />
      </Panel>
    </Group>
  )
}
