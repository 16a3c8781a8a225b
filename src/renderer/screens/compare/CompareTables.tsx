import { Button } from '@mantine/core'
import { statusQuo } from '../../../engine/compare/statusQuo.ts'
import { changeRef } from '../../../engine/trace/decisions/changeTraces.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import type { Goals } from '../../../plan/schema/goals.ts'
import { Panel } from '../../parts/Panel.tsx'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import type { DataColumn, Detail } from '../../parts/tables/dataColumn.ts'
import type { TraceOf } from '../../state/view/tracing.ts'
import { solveStatusQuo, useComparing } from '../../state/work/comparing.ts'
import { useWords } from '../../words/useWords.ts'
import type { Compared } from './compared.ts'
import { listChanges, listOutputs, type Outcome, type Output, reachesGoal } from './outputs.ts'
import { useAfterTax } from './useAfterTax.ts'
import { useTraceOfCompared } from './useTraceOfCompared.ts'

/** What came out: goals and status quo first, then each plan against the first. */
export function OutputTable({ compared }: { readonly compared: readonly Compared[] }) {
  const words = useWords()
  const [{ plan, result: base }] = compared as readonly [Compared, ...Compared[]]
  // Each goal as the first plan that has it says.
  const goals: Goals = Object.assign({}, ...compared.toReversed().map((own) => own.plan.goals))
  const quo = useComparing((state) => (base ? state.statusQuo[base.inputsHash] : undefined))
  const afterTax = useAfterTax(compared)
  const ofCompared = useTraceOfCompared()
  const outcomeOf = ({ key, result }: Compared): Outcome | null =>
    result && { result, afterTax: afterTax.get(key) ?? null }
  const value = (outcome: Outcome | null, output: Output, isStale = false): string => {
    if (!outcome) return isStale ? words.library.stale : words.compare.unsolved
    const own = output.read(outcome)
    if (own === null) return '—'
    const reached = reachesGoal(output, goals, own)
    const mark = reached === undefined ? '' : reached ? '✓ ' : '✗ '
    return `${mark}${output.show(own)}`
  }
  const first = outcomeOf(compared[0]!)
  const againstFirst = (own: Compared): TraceOf | null => {
    const of = ofCompared(own)
    const [{ plan: firstPlan, name }] = compared as readonly [Compared, ...Compared[]]
    if (!of || !base || own === compared[0]) return of
    return { ...of, asked: { change: { plan: firstPlan, result: base, name, ownName: own.name } } }
  }
  const changes = (outcome: Outcome | null, output: Output): readonly Detail[] => {
    const own = outcome && output.read(outcome)
    const before = first && output.read(first)
    if (own === null || before === null) return []
    // Where one of both is nothing it has no trace, and neither has the difference.
    const of = own !== 0 && before !== 0 ? output.trace : undefined
    return listChanges(output, own, before, words.compare.points).map(({ shown, side }) => ({
      shown,
      trace: of !== undefined && side !== null ? changeRef(side, of) : undefined,
    }))
  }
  // A figure after tax is asked for where any of the plans has it.
  const outputs = listOutputs(words).filter(
    (output) =>
      !output.isRare || compared.map(outcomeOf).some((outcome) => outcome && output.read(outcome) !== null),
  )
  const columns: DataColumn<Output>[] = [
    { head: words.compare.output, read: (output) => output.name },
    {
      ...{ head: words.compare.goals, isNumber: true },
      read: (output) => {
        const goal = output.goal === undefined ? undefined : goals[output.goal]
        return goal === undefined ? '—' : `${output.isMoreBetter ? '≥' : '≤'} ${output.show(goal)}`
      },
    },
    {
      ...{ head: words.compare.statusQuo, isNumber: true, leastPx: 124 },
      read: (output) => (quo ? value({ result: quo, afterTax: null }, output) : '—'),
      ...traced(quo ? { plan: statusQuo(plan), result: quo, name: words.compare.statusQuo } : null),
    },
    ...compared.map((own, index): DataColumn<Output> => {
      return {
        ...{ head: `${index + 1} ${own.name}`, isNumber: true },
        read: (output) => value(outcomeOf(own), output, own.isStale),
        ...(index > 0 && { detail: (output: Output) => changes(outcomeOf(own), output) }),
        ...traced(againstFirst(own), (output) => (output.read(outcomeOf(own)!) ?? 0) !== 0),
      }
    }),
  ]
  return (
    <Panel
      title={words.compare.outputs}
      note={words.compare.againstFirst}
      tools={base && !quo && <StatusQuo plan={plan} result={base} />}
    >
      <DataTable label={words.compare.outputs} columns={columns} items={outputs} />
    </Panel>
  )
}

/** How the values of a column come about, in the plan that it is of. */
function traced(
  of: TraceOf | null,
  isThere: (output: Output) => boolean = () => true,
): Pick<DataColumn<Output>, 'of' | 'trace'> {
  return of ? { of: () => of, trace: (output) => (isThere(output) ? output.trace : undefined) } : {}
}

function StatusQuo(side: { readonly plan: Compared['plan']; readonly result: PlanResult }) {
  const words = useWords().compare
  const running = useComparing((state) => state.running)
  return (
    <Button
      size="compact-xs"
      variant="default"
      title={words.statusQuoWhat}
      disabled={running !== null}
      onClick={() => void solveStatusQuo(side)}
    >
      {words.workOutStatusQuo}
    </Button>
  )
}
