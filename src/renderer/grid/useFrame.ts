import { useMemo, useRef } from 'react'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { useProblems } from '../state/plan/problems.ts'
import { share } from '../state/plan/share.ts'
import { useProblemSentence } from '../words/useProblemSentence.ts'
import { useFieldName } from '../words/useWords.ts'
import { type Field, type Option, type Path, toPath } from './field.ts'
import { noticesOf } from './noticesOf.ts'
import { defaultAt } from './origin.ts'
import type { TableFrame } from './Row.tsx'

interface Props {
  readonly list: Path
  readonly fields: readonly Field[]
  readonly plan: Plan
  readonly catalog: Catalog
  readonly commit: TableFrame['commit']
}

/** What the rows of a table share, kept the same object as long as nothing in it changes. */
export function useFrame({ list, fields, plan, catalog, commit }: Props): TableFrame {
  const nameOfField = useFieldName()
  const heads = useStable(fields.map((field) => nameOfField(field.head)))
  const options = useStable(
    Object.fromEntries(
      fields.flatMap((field): [string, readonly Option[]][] =>
        field.options ? [[field.path, field.options(plan, catalog)]] : [],
      ),
    ),
  )
  const standards = useStable(
    Object.fromEntries(fields.map((field) => [field.path, defaultAt([...list, 0, ...toPath(field.path)])])),
  )
  const provenance = useStable(plan.provenance)
  const say = useProblemSentence()
  const notices = useStable(noticesOf(useProblems(), { list, fields, isList: true }, say))
  // Fields hold functions: told apart by what they show.
  const shape = fields
    .map((field) => `${field.path} ${field.head} ${field.kind} ${JSON.stringify([field.money, field.step])}`)
    .join('\n')
  const kept = useRef({ shape, fields })
  if (kept.current.shape !== shape) kept.current = { shape, fields }
  const own = kept.current.fields
  const latest = useRef(commit)
  latest.current = commit
  return useMemo(
    () => ({
      ...{ fields: own, heads, options, standards, catalog, provenance, notices },
      today: new Date().toISOString().slice(0, 10),
      commit: (rowIndex, field, value) => latest.current(rowIndex, field, value),
    }),
    [own, heads, options, standards, catalog, provenance, notices],
  )
}

/** The same object as before where nothing in it has changed. */
function useStable<T>(value: T): T {
  const kept = useRef(value)
  kept.current = share(kept.current, value)
  return kept.current
}
