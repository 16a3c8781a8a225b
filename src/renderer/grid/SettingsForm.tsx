import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { editPlan } from '../state/edits.ts'
import { useFieldName, useWords } from '../words/useWords.ts'
import { Cell } from './Cell.tsx'
import { type Field, readAt, showValue, toPath, writeAt } from './field.ts'
import styles from './grid.module.css'

interface Props {
  readonly title: string
  readonly fields: readonly Field[]
  readonly plan: Plan
  readonly catalog: Catalog
}

/** Single values of the plan, each with its unit. */
export function SettingsForm({ title, fields, plan, catalog }: Props) {
  const words = useWords()
  const nameOfField = useFieldName()
  return (
    <div className={styles.form}>
      {fields.map((field) => (
        <div
          key={field.path}
          className={`${styles.formRow} ${field.kind === 'text' ? styles.wide : ''}`}
          title={field.help ?? ''}
        >
          <span>
            {nameOfField(field.head)} <small>{field.kind === 'share' ? '%' : field.unit}</small>
          </span>
          <div>
            <Cell
              {...{ field, plan, catalog }}
              row={plan}
              path={field.path}
              value={readAt(plan, toPath(field.path))}
              label={nameOfField(field.head)}
              onCommit={(value) =>
                editPlan(
                  words.fields
                    .changed(title, '', nameOfField(field.head), showValue(field, value))
                    .slice(0, 200),
                  (draft) => writeAt(draft, toPath(field.path), value),
                )
              }
            />
          </div>
        </div>
      ))}
    </div>
  )
}
