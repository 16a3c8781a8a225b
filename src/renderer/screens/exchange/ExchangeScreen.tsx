import { Button, FileButton, Group, Stack, Title } from '@mantine/core'
import { useState } from 'react'
import { ExportFormat } from '../../../contract/exchange.ts'
import { saveMadeFile } from '../../files/saveFile.ts'
import { takeLibrary } from '../../files/takeFiles.ts'
import { Beside } from '../../parts/Beside.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { guarded } from '../../state/plan/session.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { invoke } from '../../transport/invoke.ts'
import { useWords } from '../../words/useWords.ts'
import { ImportPanel } from './ImportPanel.tsx'

/** Files into the plan in view, and out of it; the whole library. */
export function ExchangeScreen() {
  const words = useWords().exchange
  return (
    <Stack gap="sm">
      <Title order={1}>{words.title}</Title>
      <Beside>
        <ExportPanel />
        <LibraryPanel />
      </Beside>
      {/* Last: what a file would change comes below it and pushes nothing aside. */}
      <ImportPanel />
    </Stack>
  )
}

function ExportPanel() {
  const words = useWords().exchange
  const { plan } = usePlan()
  const save = (format: ExportFormat): void =>
    void guarded(async () => saveMadeFile(await invoke('exchange.export', { id: plan.id, format })))
  return (
    <Panel title={words.export} note={words.exportNote}>
      <Group gap="xs">
        {ExportFormat.options.map((format) => (
          <Button
            key={format}
            size="xs"
            variant={format === 'xlsx' ? 'filled' : 'default'}
            onClick={() => save(format)}
          >
            {words.formats[format]}
          </Button>
        ))}
      </Group>
    </Panel>
  )
}

function LibraryPanel() {
  const words = useWords().exchange
  const [added, setAdded] = useState<number | null>(null)
  const add = async (file: File | null): Promise<void> => {
    if (file) setAdded(await takeLibrary(file))
  }
  return (
    <Panel title={words.library} note={words.libraryNote}>
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          onClick={() => void guarded(async () => saveMadeFile(await invoke('library.export', null)))}
        >
          {words.exportLibrary}
        </Button>
        <FileButton accept=".tokenlibrary,.gz" onChange={(file) => void add(file)}>
          {(props) => (
            <Button size="xs" variant="default" {...props}>
              {words.importLibrary}
            </Button>
          )}
        </FileButton>
        <span role="status">{added === null ? '' : words.added(added)}</span>
      </Group>
    </Panel>
  )
}
