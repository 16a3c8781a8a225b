import { Button, rem, Stack, Title } from '@mantine/core'
import { memo, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { type OpenReport, openReport } from '../../../report/buildReport.ts'
import type { Cell, Section, Table } from '../../../report/document.ts'
import { createFormat, type Format } from '../../../report/write/numbers.ts'
import { Panel } from '../../parts/Panel.tsx'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import { Unsolved } from '../../parts/Unsolved.tsx'
import { inputsOf } from '../../state/plan/inputsOf.ts'
import { useSession } from '../../state/plan/session.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useSettings } from '../../state/view/settings.ts'
import { startAuditing, useAuditing } from '../../state/work/auditing.ts'
import { useLanguage, useWords } from '../../words/useWords.ts'
import { ReportForm } from './ReportForm.tsx'

/** The build-out report: what others get to read, from the same figures as the screens. */
export function Report() {
  const words = useWords()
  const language = useLanguage()
  const numbers = useSettings((state) => state.zhNumbers)
  const { plan, catalog } = usePlan()
  const kept = useSession((state) => state.kept)
  const shipped = useSession((state) => state.catalog)
  const { report, isRunning, isStopped } = useAuditing()
  // Its arrival is drawn in the pauses of the page's thread: a report has thousands of cells.
  const audit = useDeferredValue(report)
  const open = useMemo(() => {
    if (!kept || kept.isStale || !audit || !shipped) return null
    const day = new Date().toISOString().slice(0, 10)
    const inputs = () => inputsOf(plan, shipped)
    return openReport(plan, catalog, kept.result, audit, { day, language, numbers, inputs })
  }, [plan, catalog, shipped, kept, audit, language, numbers])
  const sections = useSections(open)
  const format = useMemo(() => createFormat(language), [language])
  if (!kept || kept.isStale) return <Unsolved screen="report" />
  if (!open)
    return (
      <Stack gap="sm">
        <Title order={1}>{words.shell.report}</Title>
        <p aria-busy={isRunning}>
          {isRunning ? words.audit.running : isStopped ? words.audit.stopped : words.audit.none}
        </p>
        {isStopped && (
          <Button w="fit-content" size="xs" variant="default" onClick={startAuditing}>
            {words.audit.auditAgain}
          </Button>
        )}
      </Stack>
    )
  return (
    <Stack gap="sm" aria-busy={sections.length < open.makers.length}>
      <Title order={1}>{words.shell.report}</Title>
      <ReportForm planId={open.frame.planId} sections={sections} />
      {open.frame.warning !== '' && <p role="alert">{open.frame.warning}</p>}
      {sections.map((section) => (
        <SectionPanel key={section.id} section={section} format={format} />
      ))}
    </Stack>
  )
}

/**
 * The sections made so far: one with every frame, so that the first is read at once and the screen answers while the
 * others, thousands of cells, come below it.
 */
function useSections(open: OpenReport | null): readonly Section[] {
  const [made, setMade] = useState<{ readonly of: OpenReport; readonly sections: readonly Section[] }>()
  const sections = made && made.of === open ? made.sections : NONE
  useEffect(() => {
    const make = open?.makers[sections.length]
    if (!open || !make) return
    const frame = requestAnimationFrame(() => setMade({ of: open, sections: [...sections, make()] }))
    return () => cancelAnimationFrame(frame)
  }, [open, sections])
  return sections
}
const NONE: readonly Section[] = []

/** A section is drawn once, not with each that comes after it. */
const SectionPanel = memo(function SectionPanel({
  section,
  format,
}: {
  readonly section: Section
  readonly format: Format
}) {
  return (
    <Panel title={section.heading}>
      {section.paragraphs.map((paragraph) => (
        <p key={format.paragraph(paragraph)} style={{ fontSize: rem(13.5), maxWidth: rem(860) }}>
          {format.paragraph(paragraph)}
        </p>
      ))}
      {section.tables
        .filter((table) => table.isAppendix !== true)
        .map((table) => (
          <ReportTable key={table.id} table={table} format={format} />
        ))}
    </Panel>
  )
})

/** Signs from which a text breaks into lines, so that its table fits a laptop. */
const LONG = 24

function ReportTable({ table, format }: { readonly table: Table; readonly format: Format }) {
  const writers = format.columns(table)
  const columns = table.columns.map((column, index) => {
    const write = writers[index]!
    return {
      head: [format.quarters(column.title), column.unit === 'share' ? '' : format.unit(column.unit)]
        .filter(Boolean)
        .join(' '),
      isNumber: column.kind === 'number',
      isLong: column.kind !== 'number' && table.rows.some((row) => write(row[index] ?? null).length > LONG),
      read: (row: readonly Cell[]) => write(row[index] ?? null),
    }
  })
  return (
    <div style={{ marginTop: 10 }}>
      <strong style={{ fontSize: rem(13) }}>{format.quarters(table.title)}</strong>
      <DataTable label={table.title} columns={columns} items={table.rows} />
    </div>
  )
}
