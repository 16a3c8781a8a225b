import { Button, Group, MultiSelect, rem, Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import { type Out, Paper, ReportFormat, ReportLanguage } from '../../../contract/contract.ts'
import type { Section } from '../../../report/document.ts'
import { useMadeFile } from '../../files/useMadeFile.ts'
import { Panel } from '../../parts/Panel.tsx'
import { Working } from '../../parts/Working.tsx'
import { guarded } from '../../state/plan/session.ts'
import { invoke } from '../../transport/invoke.ts'
import { useLanguage, useWords } from '../../words/useWords.ts'

interface Props {
  readonly planId: string
  readonly sections: readonly Section[]
}

/** What the report is to be: format, paper, language, sections; made by the host, saved by the browser. */
export function ReportForm({ planId, sections: offered }: Props) {
  const words = useWords().report
  const screenLanguage = useLanguage()
  const [format, setFormat] = useState<ReportFormat>('pdf')
  const [paper, setPaper] = useState<Paper>('A4')
  const [language, setLanguage] = useState<ReportLanguage>(screenLanguage)
  const [sections, setSections] = useState<string[]>([])
  const revisions = useRevisions(planId)
  const [revision, setRevision] = useState<string | null>(null)
  const { state, make, stop } = useMadeFile()
  const save = async (): Promise<void> => {
    const whole = { id: planId, format, paper, language }
    const wish = revision === null ? whole : { ...whole, revisionId: Number(revision) }
    await make((job) =>
      invoke('reports.write', sections.length > 0 ? { ...wish, job, sections } : { ...wish, job }),
    )
  }
  return (
    <Panel title={words.save} note={words.note}>
      <Group gap="sm" align="end">
        <Select
          label={words.format}
          data={ReportFormat.options.map((value) => ({ value, label: words.formats[value] }))}
          value={format}
          onChange={(value) => setFormat(ReportFormat.parse(value ?? format))}
        />
        <Select
          label={words.paper}
          data={Paper.options}
          value={paper}
          onChange={(value) => setPaper(Paper.parse(value ?? paper))}
        />
        <Select
          label={words.language}
          data={ReportLanguage.options.map((value) => ({ value, label: words.languages[value] }))}
          value={language}
          onChange={(value) => setLanguage(ReportLanguage.parse(value ?? language))}
        />
        <Select
          clearable
          label={words.revision}
          placeholder={words.asItStands}
          data={revisions.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={revision}
          onChange={setRevision}
        />
        <MultiSelect
          label={words.sections}
          placeholder={sections.length === 0 ? words.allSections : ''}
          data={offered.map(({ id, heading }) => ({ value: id, label: heading }))}
          value={sections}
          onChange={setSections}
          style={{ minWidth: 150, flex: 1 }}
        />
        <Button onClick={() => void save()} loading={state === 'busy'}>
          {words.save}
        </Button>
      </Group>
      <div role="status" style={{ margin: '8px 0 0', minHeight: rem(26), fontSize: rem(13) }}>
        {state === 'busy' || state === 'stopped' ? (
          <Working isStopped={state === 'stopped'} onStop={stop} onAgain={() => void save()}>
            {words.saving}
          </Working>
        ) : state === 'none' ? (
          ''
        ) : (
          words.saved(state.made)
        )}
      </div>
    </Panel>
  )
}

/** Named revisions of a plan, newest first. */
function useRevisions(planId: string): Out<'revisions.list'> {
  const [revisions, setRevisions] = useState<Out<'revisions.list'>>([])
  useEffect(() => {
    let isLeft = false
    void guarded(async () => {
      const list = await invoke('revisions.list', { id: planId })
      if (!isLeft) setRevisions(list.toSorted((a, b) => b.id - a.id))
    })
    return () => {
      isLeft = true
    }
  }, [planId])
  return revisions
}
