import { useState } from 'react'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { editPlan } from '../state/plan/edits.ts'
import { useProblems } from '../state/plan/problems.ts'
import { useProblemSentence } from '../words/useProblemSentence.ts'
import { useFieldName, useUnitName } from '../words/useWords.ts'
import { Cell } from './Cell.tsx'
import { FieldBar } from './FieldBar.tsx'
import { type Field, readAt, toPath, unitOf, writeAt } from './field.ts'
import styles from './grid.module.css'
import { noticesOf } from './noticesOf.ts'
import { defaultAt, isChanged } from './origin.ts'
import { useEditName } from './useEditName.ts'
import { useShownFields } from './useShownFields.ts'

interface Props {
  readonly title: string
  readonly fields: readonly Field[]
  readonly plan: Plan
  readonly catalog: Catalog
}

/** Single values of the plan, each with its unit. */
export function SettingsForm({ title, plan, catalog, ...given }: Props) {
  const fields = useShownFields(given.fields, [plan])
  const nameOfField = useFieldName()
  const nameOfUnit = useUnitName()
  const nameOfEdit = useEditName()
  const notices = noticesOf(useProblems(), { list: [], fields, isList: false }, useProblemSentence())
  const [chosen, setChosen] = useState<Field | undefined>()
  const commit = (field: Field, value: unknown) =>
    editPlan(nameOfEdit({ title, field, row: '' }, readAt(plan, toPath(field.path)), value), (draft) =>
      writeAt(draft, toPath(field.path), value),
    )
  return (
    <>
      <div className={styles.form}>
        {fields.map((field) => {
          const value = readAt(plan, toPath(field.path))
          return (
            <fieldset
              key={field.path}
              className={`${styles.formRow} ${field.kind === 'text' ? styles.wide : ''}`}
              title={nameOfField(field.help ?? '')}
              data-changed={isChanged(field, value, defaultAt(toPath(field.path))) ? true : undefined}
              data-problem={notices[field.path]?.severity}
              onFocus={() => setChosen(field)}
            >
              <span>
                {nameOfField(field.head)} <small>{nameOfUnit(unitOf(field))}</small>
              </span>
              <div>
                <Cell
                  {...{ field, catalog, value }}
                  row={plan}
                  options={field.options?.(plan, catalog) ?? []}
                  path={field.path}
                  label={nameOfField(field.head)}
                  notice={notices[field.path]}
                  onCommit={commit}
                />
              </div>
            </fieldset>
          )
        })}
      </div>
      <FieldBar
        {...{ plan, catalog, title, notices }}
        list={[]}
        field={fields.find((own) => own.path === chosen?.path)}
        rowIndex={null}
      />
    </>
  )
}
