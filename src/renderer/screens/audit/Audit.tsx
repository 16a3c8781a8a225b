import { Button, Group, Progress, Select, Stack, Title } from '@mantine/core'
import { useMemo, useState } from 'react'
import { toRef } from '../../../engine/trace/trace.ts'
import type { AuditReport } from '../../../plan/result/audit.ts'
import { getWords } from '../../../report/words/words.ts'
import { formatNumber } from '../../format/numbers.ts'
import { Panel } from '../../parts/Panel.tsx'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import { TracedAsked } from '../../parts/traced/TracedAsked.tsx'
import { ToResult } from '../../parts/Unsolved.tsx'
import { useSession } from '../../state/plan/session.ts'
import { startAuditing, stopAuditing, useAuditing } from '../../state/work/auditing.ts'
import { useLanguage, useWords } from '../../words/useWords.ts'
import { Leanings } from './Leanings.tsx'
import { Reproduce } from './Reproduce.tsx'

const SHOWN = 400

/** What the independent audit looked at and found, whether the plan comes out again, and what it leans on. */
export function Audit() {
  const words = useWords().audit
  const { report, isRunning, isStopped } = useAuditing()
  const result = useSession((state) => state.kept?.result)
  return (
    <Stack gap="sm">
      <Title order={1}>{words.title}</Title>
      {isRunning ? (
        <Running />
      ) : isStopped ? (
        <Stopped />
      ) : report ? (
        <p style={{ margin: 0 }}>{verdict(report)}</p>
      ) : (
        <ToResult about={words.none} />
      )}
      {result && <Reproduce result={result} />}
      {report ? (
        <TracedAsked audit={report}>
          <Findings report={report} />
        </TracedAsked>
      ) : (
        isRunning && <FindingsToCome />
      )}
      <Leanings />
    </Stack>
  )

  function verdict({ lines }: AuditReport): string {
    const failed = lines.filter((line) => !line.isOk).length
    const said =
      failed === 0
        ? words.agrees(formatNumber(lines.length, 9))
        : words.differs(formatNumber(failed, 9), formatNumber(lines.length, 9))
    return `${said} ${words.how}`
  }
}

/** How far the audit is, and the way to end it. */
function Running() {
  const words = useWords().audit
  const { done, all } = useAuditing()
  return (
    <Group gap="sm" role="status" aria-busy h={30}>
      <Progress w={200} value={all > 0 ? (100 * done) / all : 0} aria-label={words.running} />
      <span>{words.checking(formatNumber(done, 9), formatNumber(all, 9))}</span>
      <Button size="compact-sm" variant="default" onClick={stopAuditing}>
        {words.stop}
      </Button>
    </Group>
  )
}

function Stopped() {
  const words = useWords().audit
  return (
    <Group gap="sm" h={30}>
      <span>{words.stopped}</span>
      <Button size="compact-sm" variant="default" onClick={startAuditing}>
        {words.auditAgain}
      </Button>
    </Group>
  )
}

/** Holds the place of the checks, so that what stands below does not move when they arrive. */
function FindingsToCome() {
  return (
    <Panel title={useWords().audit.checks}>
      <div style={{ minHeight: '90vh' }} />
    </Panel>
  )
}

/** Checks with how many of their lines agree, and the lines themselves. */
function Findings({ report }: { readonly report: AuditReport }) {
  const words = useWords().audit
  const [check, setCheck] = useState<string | null>(null)
  const { names, sayFinding } = getWords(useLanguage()).audit
  const nameOf = (own: string): string => names[own] ?? own
  const byCheck = [...Map.groupBy(report.lines, (line) => line.check)]
  const places = useMemo(() => new Map(report.lines.map((line, place) => [line, place])), [report])
  const failed = report.lines.filter((line) => !line.isOk)
  const lines = check === null ? failed : report.lines.filter((line) => line.check === check)
  const title = check === null ? words.failed : nameOf(check)
  return (
    <>
      <Panel title={words.checks}>
        <DataTable
          label={words.checks}
          items={byCheck}
          columns={[
            { head: words.check, read: ([name]) => nameOf(name), onPick: ([name]) => setCheck(name) },
            { head: words.lines, isNumber: true, read: ([, own]) => formatNumber(own.length, 9) },
            {
              head: words.ok,
              isNumber: true,
              read: ([, own]) => formatNumber(own.filter((line) => line.isOk).length, 9),
            },
          ]}
        />
      </Panel>
      <Panel
        title={title}
        note={lines.length > SHOWN ? words.first(String(SHOWN)) : ''}
        tools={
          <Select
            size="xs"
            w={220}
            aria-label={words.check}
            data={[
              { value: '', label: words.failed },
              ...byCheck.map(([name]) => ({ value: name, label: nameOf(name) })),
            ]}
            value={check ?? ''}
            onChange={(value) => setCheck(value || null)}
            allowDeselect={false}
          />
        }
      >
        {lines.length === 0 && <p style={{ margin: 0 }}>{words.noDifference}</p>}
        <DataTable
          label={title}
          items={lines.slice(0, SHOWN)}
          columns={[
            {
              head: words.finding,
              read: sayFinding,
              trace: (line) => toRef('finding', String(places.get(line))),
            },
            { head: words.where, read: (line) => line.path },
          ]}
        />
      </Panel>
    </>
  )
}
