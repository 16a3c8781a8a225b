import { Button, Group, SegmentedControl, Stack, Textarea, Title } from '@mantine/core'
import { useMemo, useState } from 'react'
import { SweepSpec } from '../../../plan/cases/sweepSpec.ts'
import { checkDocument } from '../../../plan/checkDocument.ts'
import { findFaults, type InputFault } from '../../../plan/fault.ts'
import { formatNumber } from '../../format/numbers.ts'
import { clauses } from '../../format/punctuation.ts'
import { Panel } from '../../parts/Panel.tsx'
import { TracedAsked } from '../../parts/traced/TracedAsked.tsx'
import { useSession } from '../../state/plan/session.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { varying } from '../../state/work/varying.ts'
import { useFaultWords } from '../../words/faultWords.ts'
import { useWords } from '../../words/useWords.ts'
import { Effort } from './Effort.tsx'
import { readDraft } from './form/draft.ts'
import styles from './form/form.module.css'
import { SpecFields } from './form/SpecFields.tsx'
import { SweepResults } from './SweepResults.tsx'
import { KINDS, startingSpec } from './startingSpec.ts'

/** Many variants of the plan at once. */
export function Vary() {
  const words = useWords().vary
  const { report, spec, inputsHash, isRunning, solved, problem } = varying.use()
  const hash = useSession(({ opened }) => opened?.inputsHash)
  return (
    <Stack gap="sm">
      <Title order={1}>{words.title}</Title>
      <p style={{ margin: 0 }}>{words.about}</p>
      <SpecForm />
      <div role="status" className={styles.status}>
        {isRunning && (
          <p role="status" aria-busy>
            {words.solved(formatNumber(solved, 9))}
          </p>
        )}
        {problem !== null && <p>{words.failed(problem)}</p>}
      </div>
      {report && spec && inputsHash === hash && (
        <TracedAsked sweep={{ report, spec }}>
          <SweepResults report={report} spec={spec} />
        </TracedAsked>
      )}
    </Stack>
  )
}

type Kind = SweepSpec['kind']

function SpecForm() {
  const words = useWords().vary
  const { describe } = useFaultWords()
  const { plan } = usePlan()
  const [kind, setKind] = useState<Kind>('sensitivity')
  const starting = (own: Kind): string => JSON.stringify(startingSpec(own, plan), null, 2)
  const [text, setText] = useState(() => starting('sensitivity'))
  const [isTyped, setTyped] = useState(false)
  const { spec, faults } = useMemo(() => readSpec(text), [text])
  const draft = useMemo(() => readDraft(text), [text])
  const isSolved = useSession(({ kept }) => kept !== null && !kept.isStale)
  const needsResult = spec !== null && 'design' in spec && spec.design === 'fixed' && !isSolved
  return (
    <>
      <SegmentedControl
        size="xs"
        w="fit-content"
        maw="100%"
        styles={{ root: { flexWrap: 'wrap' } }}
        aria-label={words.specification}
        data={KINDS.map((own) => ({ value: own, label: words.kinds[own] }))}
        value={kind}
        onChange={(own) => {
          const next = KINDS.find((one) => one === own) ?? 'sensitivity'
          setKind(next)
          setText(starting(next))
        }}
      />
      <Panel
        title={words.specification}
        tools={
          <Button size="compact-xs" variant="subtle" color="gray" fw={400} onClick={() => setTyped(!isTyped)}>
            {isTyped ? words.asForm : words.asJson}
          </Button>
        }
      >
        <Stack gap="sm">
          <p className={styles.what}>{words.what[kind]}</p>
          {isTyped || draft === null ? (
            <Textarea
              size="xs"
              aria-label={words.specNote}
              autosize
              minRows={6}
              maxRows={18}
              styles={{ input: { fontFamily: 'var(--mono, monospace)' } }}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          ) : (
            <SpecFields draft={draft} onChange={(next) => setText(JSON.stringify(next, null, 2))} />
          )}
          {(faults.length > 0 || needsResult) && (
            <div role="alert">
              {needsResult ? words.needsResult : `${words.wrong} ${clauses(faults.map(describe))}`}
            </div>
          )}
          <Group gap="sm">
            <RunButton spec={needsResult ? null : spec} />
            {spec && !needsResult && <Effort spec={spec} />}
          </Group>
        </Stack>
      </Panel>
    </>
  )
}

function RunButton({ spec }: { readonly spec: SweepSpec | null }) {
  const words = useWords().vary
  const { isRunning } = varying.use()
  if (isRunning)
    return (
      <Button size="xs" variant="default" onClick={varying.stop}>
        {words.stop}
      </Button>
    )
  return (
    <Button size="xs" disabled={spec === null} onClick={() => spec && void varying.start(spec)}>
      {words.run}
    </Button>
  )
}

/** The specification in the text, or what is wrong with it. */
function readSpec(text: string): { readonly spec: SweepSpec | null; readonly faults: readonly InputFault[] } {
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    return { spec: null, faults: [{ path: 'JSON', value: text, expected: 'JSON' }] }
  }
  let spec: SweepSpec | null = null
  const faults = findFaults(() => {
    spec = checkDocument(SweepSpec, document, '')
  })
  return { spec, faults }
}
