import { Button, Group, Modal, Stack } from '@mantine/core'
import { useMemo } from 'react'
import type { SolveProgress } from '../../engine/strategy/solveFormulation.ts'
import { formatNumber, formatShare, formatUsd } from '../format/numbers.ts'
import { Figure } from '../parts/Panel.tsx'
import { type Series, SeriesChart } from '../parts/SeriesChart.tsx'
import { useSolving } from '../state/solving.ts'
import { useWords } from '../words/useWords.ts'
import { Infeasible } from './Infeasible.tsx'

/** Progress of a solve: best plan and bound as they close in, and the way to stop. */
export function SolveDialog() {
  const words = useWords().solve
  const { isOpen, isRunning, progress, outcome, infeasibility, cancel } = useSolving()
  const close = (): void => useSolving.setState({ isOpen: false })
  return (
    <Modal opened={isOpen} onClose={close} title={words.title} size="lg">
      <Stack gap="md">
        <State progress={progress} />
        <ProgressChart progress={progress} />
        <div role="status">{outcome !== null && <Outcome />}</div>
        {infeasibility && <Infeasible found={infeasibility} isMending={isRunning} />}
        <Group justify="end" gap="xs">
          <Button variant="default" size="xs" onClick={close}>
            {isRunning ? words.background : words.close}
          </Button>
          {isRunning && (
            <Button color="red" variant="light" size="xs" onClick={cancel}>
              {words.cancel}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}

function State({ progress }: { readonly progress: readonly SolveProgress[] }) {
  const words = useWords().solve
  const last = progress.at(-1)
  const incumbent = progress.findLast((own) => own.incumbentMusd !== null)
  const bound = progress.findLast((own) => own.boundMusd !== null)
  return (
    <Group gap={32}>
      <Figure
        label={words.incumbent}
        value={incumbent ? formatUsd(incumbent.incumbentMusd! * 1e6, 5) : '—'}
      />
      <Figure label={words.bound} value={bound ? formatUsd(bound.boundMusd! * 1e6, 5) : '—'} />
      <Figure label={words.gap} value={formatShare(incumbent?.gapShare, 2)} />
      <Figure label={words.time} value={last ? `${formatNumber(last.timeS, 4)} s` : '—'} />
    </Group>
  )
}

function ProgressChart({ progress }: { readonly progress: readonly SolveProgress[] }) {
  const words = useWords().solve
  const shown = useMemo(() => thin(progress.filter((own) => own.boundMusd !== null)), [progress])
  const labels = useMemo(() => shown.map((own) => `${formatNumber(own.timeS, 4)} s`), [shown])
  const series = useMemo<Series[]>(() => {
    const bound = shown.at(-1)?.boundMusd ?? 0
    // A first plan can be many times the last: beyond three times the bound it would only flatten the picture.
    const near = (value: number | null): number | null => (value !== null && value < 3 * bound ? value : null)
    return [
      { name: words.incumbent, values: shown.map((own) => near(own.incumbentMusd)), isStepped: true },
      { name: words.bound, values: shown.map((own) => own.boundMusd), isStepped: true },
    ]
  }, [shown, words])
  if (shown.length < 2) return <p>{words.searching}</p>
  return (
    <SeriesChart title={words.notComparable} unit="M$" heightPx={180} from0={false} {...{ labels, series }} />
  )
}

/** At most 200 points: enough for the eye. */
function thin<T>(items: readonly T[]): readonly T[] {
  const every = Math.ceil(items.length / 200)
  return items.filter((_, index) => index % every === 0 || index === items.length - 1)
}

function Outcome() {
  const words = useWords().solve
  const { outcome } = useSolving()
  switch (outcome) {
    case 'plan':
      return <p>{words.done}</p>
    case 'stopped':
      return <p>{words.stopped}</p>
    case 'no-plan':
      return <p>{words.noPlan}</p>
    case 'failed':
      return <p>{words.failed}</p>
    case 'infeasible':
      return <p>{words.infeasible}</p>
    case null:
      return null
    default:
      return outcome satisfies never
  }
}
