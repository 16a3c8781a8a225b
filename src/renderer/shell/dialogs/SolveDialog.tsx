import { Button, Group, Modal, rem, SimpleGrid, Stack } from '@mantine/core'
import { useMemo } from 'react'
import type { SolveProgress } from '../../../engine/strategy/solveFormulation.ts'
import { formatSeconds, formatShare, formatUsd } from '../../format/numbers.ts'
import { chartHeight } from '../../parts/charts/ChartCanvas.tsx'
import { type Series, SeriesChart } from '../../parts/charts/SeriesChart.tsx'
import { Figure } from '../../parts/Panel.tsx'
import { useSolving } from '../../state/work/solving.ts'
import { useWords } from '../../words/useWords.ts'
import { Infeasible } from '../side/Infeasible.tsx'
import { atEvenTimes } from './atEvenTimes.ts'
import { nearBound } from './nearBound.ts'

const HEIGHT_PX = 180
/** Of the chart's panel around its picture. */
const FRAME_PX = 51

/** Progress of a solve: best plan and bound as they close in, and the way to stop. */
export function SolveDialog() {
  const words = useWords().solve
  const { isOpen, isRunning, progress, outcome, infeasibility, cancel } = useSolving()
  const close = (): void => useSolving.setState({ isOpen: false })
  return (
    <Modal opened={isOpen} onClose={close} title={words.title} size="lg">
      <Stack gap="md">
        <State progress={progress} />
        {/* Where nothing is feasible there is no course of plans: what stands against it takes its place. */}
        {infeasibility === null && <ProgressChart progress={progress} />}
        {/* Two lines from the start: the buttons below stay under the pointer. */}
        <div role="status" style={{ minHeight: '2lh' }}>
          {outcome === null ? <Rough last={progress.at(-1)} /> : <Outcome />}
        </div>
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
    // Of one width each: figures that grow push none aside.
    <SimpleGrid cols={{ base: 2, xs: 4 }} spacing="xs">
      <Figure
        label={words.incumbent}
        value={incumbent ? formatUsd(incumbent.incumbentMusd! * 1e6, 5) : '—'}
      />
      <Figure label={words.bound} value={bound ? formatUsd(bound.boundMusd! * 1e6, 5) : '—'} />
      <Figure label={words.gap} value={formatShare(incumbent?.gapShare, 2)} />
      <Figure label={words.time} value={last ? formatSeconds(Math.round(last.timeS * 10) / 10, 6) : '—'} />
    </SimpleGrid>
  )
}

/** The plan that a stop would keep while none is shown. */
function Rough({ last }: { readonly last: SolveProgress | undefined }) {
  const words = useWords().solve
  if (!last || last.provisionalMusd === null) return null
  const gap = last.provisionalGapShare
  // A bound of nothing, as there is at first, says nothing of the plan.
  const isSaid = gap !== null && gap < 1
  return (
    <p style={{ margin: 0 }}>
      {words.provisional(formatUsd(last.provisionalMusd * 1e6, 5), isSaid ? formatShare(gap, 2) : null)}
    </p>
  )
}

function ProgressChart({ progress }: { readonly progress: readonly SolveProgress[] }) {
  const words = useWords().solve
  const { times, shown } = useMemo(
    () => atEvenTimes(progress.filter((own) => own.boundMusd !== null)),
    [progress],
  )
  const labels = useMemo(() => times.map((timeS) => formatSeconds(timeS)), [times])
  const series = useMemo<Series[]>(() => {
    const { incumbent, bound } = nearBound(shown)
    return [
      { name: words.incumbent, values: incumbent, isStepped: true },
      { name: words.bound, values: bound, isStepped: true },
    ]
  }, [shown, words])
  return (
    // As high from the start as it will be: the buttons below stay under the pointer.
    <div style={{ minHeight: `calc(${chartHeight(HEIGHT_PX)} + ${rem(FRAME_PX)})` }}>
      {shown.length < 2 ? (
        <p style={{ margin: 0 }}>{words.searching}</p>
      ) : (
        <SeriesChart
          {...{ title: words.notComparable, unit: 'M$', heightPx: HEIGHT_PX, from0: false, labels, series }}
        />
      )}
    </div>
  )
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
