import { useMemo } from 'react'
import { isAverage, qualityFloor } from '../../../engine/derive/qualityRule.ts'
import { listClasses, listWorkloads, shareInClass } from '../../../engine/derive/workloads.ts'
import { findFaults } from '../../../plan/fault.ts'
import { TIERS } from '../../../plan/schema/common.ts'
import { formatAmount, formatNumber } from '../../format/numbers.ts'
import { Cell } from '../../grid/Cell.tsx'
import { type Field, readAt, showValue, toPath, writeAt } from '../../grid/field.ts'
import { Panel } from '../../parts/Panel.tsx'
import { editPlan } from '../../state/edits.ts'
import { usePlan } from '../../state/usePlan.ts'
import { useWords } from '../../words/useWords.ts'
import { choice } from '../layers/commonFields.ts'
import styles from './demand.module.css'

type Class = ReturnType<typeof listClasses>[number]

const RULES = choice('hard', 'average')()

/** Every class of tasks with what is asked of it: times, floor of quality and how it holds, hours that it may wait. */
export function TaskClasses() {
  const words = useWords().demand
  const { plan, catalog } = usePlan()
  const rows = useMemo(() => {
    let found: ReturnType<typeof describe>[] = []
    findFaults(() => {
      const workloads = listWorkloads(plan, catalog)
      found = listClasses(workloads).map((own) => describe(own, workloads))
    })
    return found
  }, [plan, catalog])
  if (rows.length === 0) return null
  return (
    <Panel title={words.classes} note={words.classesNote}>
      <section className={styles.scroll} tabIndex={0} aria-label={words.classes}>
        <table className={styles.matrix}>
          <thead>
            <tr>
              {[words.taskClass, words.perDayEnd, words.ttft, words.tpot].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              {[words.floor, words.rule, words.mayWait, words.allowedTiers].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ taskClass, perDay, ttftMs, tpotMs }) => (
              <tr key={taskClass.id}>
                <th scope="row">{taskClass.id}</th>
                <td className={styles.number}>{formatAmount(perDay)}</td>
                <td className={styles.number}>{formatNumber(ttftMs)}</td>
                <td className={styles.number}>{formatNumber(tpotMs)}</td>
                {fieldsOf(taskClass, plan.routing).map((field) => (
                  <td key={field.path}>
                    <ClassCell taskClass={taskClass} field={field} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  )
}

function ClassCell({ taskClass, field }: { readonly taskClass: Class; readonly field: Field }) {
  const words = useWords()
  const { plan, catalog } = usePlan()
  const label = `${taskClass.id}: ${field.head}`
  return (
    <Cell
      {...{ field, catalog, label }}
      value={readAt(plan, toPath(field.path))}
      row={plan}
      options={RULES}
      path={field.path}
      onCommit={(own, value) =>
        editPlan(
          words.fields.changed(words.demand.classes, taskClass.id, field.head, showValue(own, value)),
          (draft) => writeAt(draft, toPath(own.path), value),
        )
      }
    />
  )
}

function describe(taskClass: Class, workloads: ReturnType<typeof listWorkloads>) {
  const own = workloads.filter((workload) => shareInClass(workload, taskClass) > 0)
  const tokS = own.reduce(
    (sum, workload) => sum + shareInClass(workload, taskClass) * (workload.tokS.at(-1) ?? 0),
    0,
  )
  return {
    taskClass,
    perDay: tokS * 86_400,
    ttftMs: Math.min(...own.map((workload) => workload.ttftMs)),
    tpotMs: Math.min(...own.map((workload) => workload.tpotMs)),
  }
}

/** What a class may say for itself; in italics what holds where it says nothing. */
function fieldsOf(taskClass: Class, routing: Parameters<typeof qualityFloor>[0]): readonly Field[] {
  const { id, latency } = taskClass
  const general = latency === 'standard' || latency === 'batch' ? routing.deferrableHours[latency] : 0
  return [
    {
      ...{ path: `routing.qualityFloorByClass.${id}`, head: 'Quality floor', kind: 'number' },
      isOptional: true,
      fallback: () => String(qualityFloor(routing, taskClass)),
    },
    {
      ...{ path: `routing.qualityRuleByClass.${id}`, head: 'Floor holds', kind: 'choice', isOptional: true },
      fallback: () => (isAverage(routing, taskClass) ? 'average' : 'hard'),
    },
    {
      ...{ path: `routing.deferrableHoursByClass.${id}`, head: 'May wait', kind: 'number', unit: 'h' },
      isOptional: true,
      fallback: () => String(general),
    },
    {
      ...{ path: `routing.tiersByClass.${id}`, head: 'Served on', kind: 'words', isOptional: true },
      fallback: () => TIERS.join(', '),
      widthPx: 190,
    },
  ]
}
