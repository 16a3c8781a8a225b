import { useMemo } from 'react'
import { listClasses, listWorkloads, shareInClass } from '../../../engine/derive/agents/workloads.ts'
import { toRef } from '../../../engine/trace/trace.ts'
import { findFaults } from '../../../plan/fault.ts'
import { SECONDS_PER_DAY } from '../../../plan/units.ts'
import { formatAmount, formatNumber } from '../../format/numbers.ts'
import { said } from '../../format/punctuation.ts'
import { Cell } from '../../grid/Cell.tsx'
import { type Field, readAt, toPath, writeAt } from '../../grid/field.ts'
import { useEditName } from '../../grid/useEditName.ts'
import { Panel } from '../../parts/Panel.tsx'
import { Traced } from '../../parts/traced/Traced.tsx'
import { editPlan } from '../../state/plan/edits.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useThingNames } from '../../words/useThingNames.ts'
import { useFieldName, useWords } from '../../words/useWords.ts'
import { choice } from '../layers/fields/commonFields.ts'
import { classFields } from './classFields.ts'
import styles from './demand.module.css'

type Class = ReturnType<typeof listClasses>[number]

const RULES = choice('hard', 'average')()

/** Every class of tasks with what is asked of it: times, floor of quality and how it holds, hours that it may wait. */
export function TaskClasses() {
  const words = useWords().demand
  const nameOf = useFieldName()
  const { plan, catalog } = usePlan()
  const names = useThingNames()
  const rows = useMemo(() => {
    let found: ReturnType<typeof describe>[] = []
    findFaults(() => {
      const workloads = listWorkloads(plan, catalog)
      found = listClasses(workloads).map((own) => describe(own, workloads))
    })
    return found
  }, [plan, catalog])
  if (rows.length === 0) return null
  const heads = [
    ...[words.perDayEnd, words.ttft, words.tpot, words.floor].map((head) => ({ head, isNumber: true })),
    { head: words.rule, isNumber: false },
    { head: words.mayWait, isNumber: true },
    ...[words.allowedModels, words.allowedTiers].map((head) => ({ head, isNumber: false })),
  ]
  return (
    <Panel title={words.classes} note={words.classesNote}>
      <section className={styles.scroll} tabIndex={0} aria-label={words.classes}>
        <table className={styles.matrix} aria-label={words.classes}>
          <thead>
            <tr>
              <th scope="col">{words.taskClass}</th>
              {heads.map(({ head, isNumber }) => (
                <th key={head} scope="col" className={isNumber ? styles.number : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ taskClass, perDay, ttftMs, tpotMs }) => (
              <tr key={taskClass.id}>
                <th scope="row">{names.taskClass(taskClass.id)}</th>
                <td className={styles.number}>
                  <Traced trace={toRef('class-day', taskClass.id)}>{formatAmount(perDay)}</Traced>
                </td>
                <td className={styles.number}>
                  <Traced trace={toRef('class-target', 'ttftMs', taskClass.id)}>
                    {formatNumber(ttftMs)}
                  </Traced>
                </td>
                <td className={styles.number}>
                  <Traced trace={toRef('class-target', 'tpotMs', taskClass.id)}>
                    {formatNumber(tpotMs)}
                  </Traced>
                </td>
                {classFields(taskClass, plan.routing).map((field) => (
                  <td key={field.path} title={nameOf(field.help ?? '')}>
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
  const head = useFieldName()(field.head)
  const nameOfEdit = useEditName()
  const row = useThingNames().taskClass(taskClass.id)
  const label = said(row, head)
  return (
    <Cell
      {...{ field, catalog, label }}
      value={readAt(plan, toPath(field.path))}
      row={plan}
      options={RULES}
      path={field.path}
      onCommit={(own, value) =>
        editPlan(
          nameOfEdit({ title: words.demand.classes, row, field: own }, readAt(plan, toPath(own.path)), value),
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
    perDay: tokS * SECONDS_PER_DAY,
    ttftMs: Math.min(...own.map((workload) => workload.ttftMs)),
    tpotMs: Math.min(...own.map((workload) => workload.tpotMs)),
  }
}
