import { Button, FileButton, Group, Select } from '@mantine/core'
import { useState } from 'react'
import type { ImportPreview } from '../../../contract/exchange.ts'
import { listed } from '../../format/punctuation.ts'
import { Panel } from '../../parts/Panel.tsx'
import { bringIn } from '../../state/plan/incoming.ts'
import { useWords } from '../../words/useWords.ts'
import { ColumnTable } from './ColumnTable.tsx'
import { ChangeTable, FaultTable } from './PreviewTables.tsx'
import { TargetChoices } from './TargetChoices.tsx'
import { useImport } from './useImport.ts'
import { useImportNames } from './useImportNames.ts'

const ACCEPTED = '.xlsx,.csv,.tsv,.txt,.geojson,.json,.jsonl,.kml,.epw,.gz,.tokenlibrary'

/** A file is dropped or chosen, its columns are given to fields, its changes are seen and taken over. */
export function ImportPanel() {
  const words = useWords().exchange
  const own = useImport()
  const [isOver, setIsOver] = useState(false)
  return (
    <Panel title={words.import} note={words.importNote}>
      <section
        aria-label={words.drop}
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setIsOver(false)
          bringIn([...event.dataTransfer.files])
        }}
        style={{
          border: `1.5px dashed var(${isOver ? '--mantine-primary-color-filled' : '--mantine-color-default-border'})`,
          borderRadius: 6,
          padding: '14px 16px',
        }}
      >
        <Group gap="xs">
          <span>{words.drop}</span>
          <FileButton accept={ACCEPTED} onChange={(file) => void own.choose(file)}>
            {(props) => (
              <Button size="xs" variant="default" {...props}>
                {words.choose}
              </Button>
            )}
          </FileButton>
          <span role="status" aria-busy={own.reading !== null}>
            {own.reading === null ? (own.order?.fileName ?? own.said) : words.reading(own.reading)}
          </span>
          {own.waiting.length > 0 && (
            <Button size="xs" variant="subtle" onClick={own.leave}>
              {words.waiting(listed(own.waiting.map(({ name }) => name)))}
            </Button>
          )}
        </Group>
      </section>
      {own.order && own.preview && <Wizard preview={own.preview} own={own} />}
    </Panel>
  )
}

interface WizardProps {
  readonly preview: ImportPreview
  readonly own: ReturnType<typeof useImport>
}

function Wizard({ preview, own }: WizardProps) {
  const words = useWords().exchange
  const { changes, faults } = preview
  const names = useImportNames()
  return (
    <>
      <Group gap="sm" align="end" mt="sm">
        <Select
          size="xs"
          searchable
          label={words.into}
          data={preview.targets.map((value) => ({ value, label: names.target(value) }))}
          w={280}
          value={preview.target}
          onChange={(target) => target && own.say({ target, columns: undefined })}
        />
        {preview.sheets.length > 1 && preview.sheet !== '' && (
          <Select
            size="xs"
            label={words.sheet}
            data={preview.sheets}
            value={preview.sheet}
            onChange={(sheet) => sheet && own.say({ sheet, columns: undefined })}
          />
        )}
        {own.order && <TargetChoices target={preview.target} order={own.order} say={own.say} />}
        <Button size="xs" disabled={!preview.canAccept} onClick={() => void own.accept()}>
          {words.accept}
        </Button>
        {preview.target === 'whole-plan' && (
          <Button size="xs" variant="default" onClick={() => void own.addPlan()}>
            {words.addPlan}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={own.leave}>
          {words.cancel}
        </Button>
        <strong role="status">{words.counted(String(changes.length), String(faults.length))}</strong>
      </Group>
      {preview.columns.length > 0 && (
        <ColumnTable preview={preview} onChange={(columns) => own.say({ columns, target: preview.target })} />
      )}
      {faults.length > 0 && <FaultTable faults={faults} fileName={own.order?.fileName ?? ''} />}
      {changes.length > 0 ? <ChangeTable changes={changes} /> : faults.length === 0 && <p>{words.nothing}</p>}
    </>
  )
}
