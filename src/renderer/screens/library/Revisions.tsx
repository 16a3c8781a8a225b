import { Button, Group, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Change, Revision } from '../../../contract/contract.ts'
import { formatMoment } from '../../format/numbers.ts'
import { Panel } from '../../parts/Panel.tsx'
import tables from '../../parts/parts.module.css'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import { BranchDialog } from '../../shell/dialogs/BranchDialog.tsx'
import { replacePlan } from '../../state/plan/edits.ts'
import { guarded } from '../../state/plan/session.ts'
import { invoke } from '../../transport/invoke.ts'
import { useWords } from '../../words/useWords.ts'
import styles from './library.module.css'

/** Named revisions of the open plan, and what was changed last. */
export function Revisions({ planId, version }: { readonly planId: string; readonly version: number }) {
  const words = useWords().library
  const [revisions, setRevisions] = useState<readonly Revision[]>([])
  const [changes, setChanges] = useState<readonly Change[]>([])
  const [name, setName] = useState('')
  useEffect(() => {
    if (version < 0) return
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
  return (
    <Group align="start" grow gap="sm" preventGrowOverflow={false}>
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
        {revisions.length === 0 ? (
          <p className={styles.noneYet}>{words.noRevisions}</p>
        ) : (
          <RevisionTable planId={planId} revisions={revisions} />
        )}
      </Panel>
      <Panel title={words.changes}>
        {changes.length === 0 ? (
          <p className={styles.noneYet}>{words.noChanges}</p>
        ) : (
          <DataTable
            label={words.changes}
            items={changes.slice(0, 50)}
            columns={[
              { head: words.change, read: (own) => own.label },
              { head: words.edited, read: (own) => formatMoment(own.at) },
            ]}
          />
        )}
      </Panel>
    </Group>
  )
}

interface TableProps {
  readonly planId: string
  readonly revisions: readonly Revision[]
}

function RevisionTable({ planId, revisions }: TableProps) {
  const words = useWords().library
  const [base, setBase] = useState<number | null>(null)
  const restore = (own: Revision): void =>
    void guarded(async () => {
      const plan = await invoke('revisions.read', { revisionId: own.id })
      await replacePlan(words.restoreRevision(own.name).slice(0, 200), plan)
    })
  return (
    <section className={tables.scroll} tabIndex={0} aria-label={words.revisions}>
      <BranchDialog
        isOpen={base !== null}
        planId={planId}
        {...(base === null ? {} : { revisionId: base })}
        onClose={() => setBase(null)}
      />
      <table className={tables.table} aria-label={words.revisions}>
        <thead>
          <tr>
            <th scope="col">{words.revisionName}</th>
            <th scope="col">{words.kept}</th>
            <th scope="col">{words.more}</th>
          </tr>
        </thead>
        <tbody>
          {revisions.map((own) => (
            <tr key={own.id}>
              <td>{own.name}</td>
              <td>{formatMoment(own.at)}</td>
              <td>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={words.restoreRevision(own.name)}
                  onClick={() => restore(own)}
                >
                  {words.restoreShort}
                </Button>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={words.branchHere(own.name)}
                  onClick={() => setBase(own.id)}
                >
                  {words.branch}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
