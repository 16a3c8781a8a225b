import { Button, FileButton, Group, Select } from '@mantine/core'
import { useState } from 'react'
import type { ImportPreview } from '../../../contract/exchange.ts'
import { Panel } from '../../parts/Panel.tsx'
import { usePlan } from '../../state/usePlan.ts'
import { useWords } from '../../words/useWords.ts'
import { ColumnTable } from './ColumnTable.tsx'
import { ChangeTable, FaultTable } from './PreviewTables.tsx'
import { useImport } from './useImport.ts'

const ACCEPTED = '.xlsx,.csv,.tsv,.txt,.geojson,.json,.kml,.epw'
/** What is read of one site or made like one. */
const OF_A_SITE = ['hourly-price', 'hourly-load', 'weather-epw', 'site-places']

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
          void own.choose(event.dataTransfer.files[0])
        }}
        style={{
          border: `1.5px dashed var(${isOver ? '--mantine-primary-color-filled' : '--mantine-color-default-border'})`,
          borderRadius: 6,
          padding: '14px 16px',
        }}
      >
        <Group gap="xs">
          <span>{own.order?.fileName ?? words.drop}</span>
          <FileButton accept={ACCEPTED} onChange={(file) => void own.choose(file)}>
            {(props) => (
              <Button size="xs" variant="default" {...props}>
                {words.choose}
              </Button>
            )}
          </FileButton>
          <span role="status">{own.taken === '' ? '' : words.taken(own.taken)}</span>
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
  const { plan } = usePlan()
  const { changes, faults } = preview
  return (
    <>
      <Group gap="sm" align="end" mt="sm">
        <Select
          size="xs"
          searchable
          label={words.into}
          data={preview.targets}
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
        {OF_A_SITE.includes(preview.target) && (
          <Select
            size="xs"
            label={words.site}
            data={plan.sites.map(({ id, name }) => ({ value: id, label: name }))}
            value={own.order?.siteId ?? plan.sites[0]?.id ?? null}
            onChange={(siteId) => siteId && own.say({ siteId })}
          />
        )}
        <Button size="xs" disabled={!preview.canAccept} onClick={() => void own.accept()}>
          {words.accept}
        </Button>
        <Button size="xs" variant="default" onClick={own.leave}>
          {words.cancel}
        </Button>
        <strong role="status">{words.counted(String(changes.length), String(faults.length))}</strong>
      </Group>
      {preview.columns.length > 0 && (
        <ColumnTable preview={preview} onChange={(columns) => own.say({ columns, target: preview.target })} />
      )}
      {faults.length > 0 && <FaultTable faults={faults} />}
      {changes.length > 0 ? <ChangeTable changes={changes} /> : faults.length === 0 && <p>{words.nothing}</p>}
    </>
  )
}
