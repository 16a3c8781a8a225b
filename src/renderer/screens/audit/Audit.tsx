import { Button, Group, Progress, Select, Stack, Title } from '@mantine/core'
import { useMemo, useState } from 'react'
import { toRef } from '../../../engine/trace/trace.ts'
import type { AuditReport } from '../../../plan/result/audit.ts'
import { getWords } from '../../../report/words/words.ts'
import { formatNumber } from '../../format/numbers.ts'
import { wordGap } from '../../format/punctuation.ts'
import { Beside } from '../../parts/Beside.tsx'
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
  const [check, setCheck] = useState<string | null>(null)
  return (
    <Stack gap="sm">
      <Title order={1}>{words.title}</Title>
      {isRunning ? (
        <Running />
      ) : isStopped ? (
        <Stopped />
      ) : report ? (
        <Verdict report={report} />
      ) : (
        <ToResult about={words.none} />
      )}
      {result && <Reproduce result={result} />}
      <Beside isNarrow>
        {report ? <Checks report={report} onChoose={setCheck} /> : isRunning && <ChecksToCome />}
        <Stack gap="sm">
          {report ? (
            <TracedAsked audit={report}>
              <Lines {...{ report, check }} onChoose={setCheck} />
            </TracedAsked>
          ) : (
            isRunning && <Panel title={words.failed}>{null}</Panel>
          )}
          <Leanings />
        </Stack>
      </Beside>
    </Stack>
  )
}

function Verdict({ report: { lines } }: { readonly report: AuditReport }) {
  const words = useWords().audit
  const failed = lines.filter((line) => !line.isOk).length
  const all = formatNumber(lines.length, 9)
  return (
    <p style={{ margin: 0 }}>
      {failed === 0 ? (
        words.agrees(all)
      ) : (
        <strong style={{ color: 'var(--warning)' }}>{words.differs(formatNumber(failed, 9), all)}</strong>
      )}
      {wordGap()}
      {words.how}
    </p>
  )
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
function ChecksToCome() {
  return (
    <Panel title={useWords().audit.checks}>
      <div style={{ minHeight: '90vh' }} />
    </Panel>
  )
}

interface Choosing {
  readonly report: AuditReport
  /** Null: all that differs. */
  readonly onChoose: (check: string | null) => void
}

function useCheckName(): (check: string) => string {
  const { names } = getWords(useLanguage()).audit
  return (check) => names[check] ?? check
}

/** Those with differences first. */
function byCheck({ lines }: AuditReport): (readonly [string, AuditReport['lines']])[] {
  const found = [...Map.groupBy(lines, (line) => line.check)]
  const isOk = ([, own]: (typeof found)[number]): boolean => own.every((line) => line.isOk)
  return found.toSorted((a, b) => Number(isOk(a)) - Number(isOk(b)))
}

/** Checks with how many of their lines agree. */
function Checks({ report, onChoose }: Choosing) {
  const words = useWords().audit
  const nameOf = useCheckName()
  return (
    <Panel title={words.checks}>
      <DataTable
        isWhole
        label={words.checks}
        items={byCheck(report)}
        columns={[
          { head: words.check, read: ([name]) => nameOf(name), onPick: ([name]) => onChoose(name) },
          { head: words.lines, isNumber: true, read: ([, own]) => formatNumber(own.length, 9) },
          {
            head: words.ok,
            isNumber: true,
            read: ([, own]) => formatNumber(own.filter((line) => line.isOk).length, 9),
          },
        ]}
      />
    </Panel>
  )
}

/** The lines of a check, or those of all that differ. */
function Lines({ report, check, onChoose }: Choosing & { readonly check: string | null }) {
  const words = useWords().audit
  const nameOf = useCheckName()
  const { sayFinding } = getWords(useLanguage()).audit
  const places = useMemo(() => new Map(report.lines.map((line, place) => [line, place])), [report])
  const lines = report.lines.filter((line) => (check === null ? !line.isOk : line.check === check))
  const title = check === null ? words.failed : nameOf(check)
  return (
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
            ...byCheck(report).map(([name]) => ({ value: name, label: nameOf(name) })),
          ]}
          value={check ?? ''}
          onChange={(value) => onChoose(value || null)}
          allowDeselect={false}
        />
      }
    >
      {lines.length === 0 ? (
        <p style={{ margin: 0 }}>{words.noDifference}</p>
      ) : (
        <DataTable
          label={title}
          items={lines.slice(0, SHOWN)}
          columns={[
            {
              ...{ head: words.finding, read: sayFinding, isLong: true },
              trace: (line) => toRef('finding', String(places.get(line))),
            },
            { head: words.where, read: (line) => line.path },
          ]}
        />
      )}
    </Panel>
  )
}
