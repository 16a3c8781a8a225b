import { Button, Group, Select } from '@mantine/core'
import { useState } from 'react'
import { ReportFormat } from '../../../contract/contract.ts'
import { useMadeFile } from '../../files/useMadeFile.ts'
import { Working } from '../../parts/Working.tsx'
import { invoke } from '../../transport/invoke.ts'
import { useLanguage, useWords } from '../../words/useWords.ts'

/** The comparison in view as a file; two revisions of one plan make a report of what changed. */
export function SaveComparison({ keys }: { readonly keys: readonly string[] }) {
  const words = useWords()
  const language = useLanguage()
  const [format, setFormat] = useState<ReportFormat>('pdf')
  const { state, make, stop } = useMadeFile()
  const save = async (): Promise<void> => {
    const plans = keys.map((key) => {
      const [id = '', revisionId] = key.split('@')
      return revisionId === undefined ? { id } : { id, revisionId: Number(revisionId) }
    })
    const isChange = plans.length === 2 && plans[0]!.id === plans[1]!.id
    const kind = isChange ? 'change' : 'comparison'
    await make((job) => invoke('reports.compare', { job, plans, kind, format, paper: 'A4', language }))
  }
  return (
    <Group gap="xs">
      <Select
        size="xs"
        w={180}
        aria-label={words.report.format}
        data={ReportFormat.options.map((value) => ({ value, label: words.report.formats[value] }))}
        value={format}
        onChange={(value) => setFormat(ReportFormat.parse(value ?? format))}
      />
      <Button size="xs" variant="default" loading={state === 'busy'} onClick={() => void save()}>
        {words.compare.save}
      </Button>
      {(state === 'busy' || state === 'stopped') && (
        <Working isStopped={state === 'stopped'} onStop={stop} onAgain={() => void save()}>
          {words.report.saving}
        </Working>
      )}
    </Group>
  )
}
