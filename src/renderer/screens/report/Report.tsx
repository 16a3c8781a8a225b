import { Button, Group, Stack, Title } from '@mantine/core'
import { useMemo } from 'react'
import { buildReport } from '../../../report/buildReport.ts'
import type { Cell, Section, Table } from '../../../report/document.ts'
import { toHtml } from '../../../report/write/html.ts'
import { createFormat, type Format } from '../../../report/write/numbers.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { saveFile } from '../../parts/saveFile.ts'
import { useAuditing } from '../../state/auditing.ts'
import { useSession } from '../../state/session.ts'
import { usePlan } from '../../state/usePlan.ts'
import { useWords } from '../../words/useWords.ts'

/** The build-out report: what others get to read, from the same figures as the screens. */
export function Report() {
  const words = useWords()
  const { plan, catalog } = usePlan()
  const kept = useSession((state) => state.kept)
  const { report: audit, isRunning } = useAuditing()
  const document = useMemo(() => {
    if (!kept || kept.isStale || !audit) return null
    return buildReport(plan, catalog, kept.result, audit, new Date().toISOString().slice(0, 10))
  }, [plan, catalog, kept, audit])
  if (!document) return <p>{isRunning ? words.audit.running : words.audit.none}</p>
  const name = `${plan.id}.report`
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={1}>{words.shell.report}</Title>
        <Group gap="xs">
          <Button size="xs" onClick={() => saveFile(`${name}.html`, toHtml(document), 'text/html')}>
            {words.report.html}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() =>
              saveFile(`${name}.json`, `${JSON.stringify(document, null, 2)}\n`, 'application/json')
            }
          >
            {words.report.json}
          </Button>
        </Group>
      </Group>
      <p style={{ margin: 0, color: 'var(--text-soft)' }}>{words.report.note}</p>
      {document.sections.map((section) => (
        <SectionPanel key={section.id} section={section} />
      ))}
    </Stack>
  )
}

function SectionPanel({ section }: { readonly section: Section }) {
  return (
    <Panel title={section.heading}>
      {section.paragraphs.map((paragraph) => (
        <p key={toText(paragraph)} style={{ fontSize: 13.5, maxWidth: 860 }}>
          {toText(paragraph)}
        </p>
      ))}
      {section.tables
        .filter((table) => table.isAppendix !== true)
        .map((table) => (
          <ReportTable key={table.id} table={table} />
        ))}
    </Panel>
  )
}

function ReportTable({ table }: { readonly table: Table }) {
  const columns = table.columns.map((column, index) => {
    const format = columnFormat(
      column,
      table.rows.map((row) => row[index] ?? null),
    )
    return {
      head: [column.title, column.unit === 'share' ? '' : column.unit].filter(Boolean).join(' '),
      isNumber: column.kind === 'number',
      read: (row: readonly Cell[]) => format(row[index] ?? null),
    }
  })
  return (
    <div style={{ marginTop: 10 }}>
      <strong style={{ fontSize: 13 }}>{table.title}</strong>
      <DataTable label={table.title} columns={columns} items={table.rows} />
    </div>
  )
}

function toText(paragraph: Paragraph): string {
  return paragraph.map((part) => (isFigure(part) ? formatFigure(part) : part)).join('')
}
