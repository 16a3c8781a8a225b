import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { AGING_DAYS, noteAgeDays, STALE_DAYS } from '../../engine/check/sourceAge.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import { idPath } from '../../plan/planPath.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { aside, listed, said } from '../format/punctuation.ts'
import { Glossed } from '../help/Glossed.tsx'
import { editPlan } from '../state/plan/edits.ts'
import { useShippedText } from '../words/useShippedText.ts'
import { useFieldName, useUnitName, useWords } from '../words/useWords.ts'
import {
  type CatalogValue,
  type Field,
  isNumber,
  type Path,
  readAt,
  showFallback,
  showValue,
  toFaultPath,
  toPath,
  unitOf,
  writeAt,
} from './field.ts'
import styles from './grid.module.css'
import type { Notice, Notices } from './noticesOf.ts'
import { defaultAt, isChanged, isOverride, originOf } from './origin.ts'
import { SourceDialog } from './SourceDialog.tsx'
import { useValueText } from './useValueText.ts'

/** Signs of a text that its cell may not show. */
const LONG = 12

interface Props {
  readonly plan: Plan
  readonly catalog: Catalog
  readonly list: Path
  /** Name of the table, for the change log. */
  readonly title: string
  readonly field: Field | undefined
  /** Of a list; null where the field is the plan's own, or none is chosen. */
  readonly rowIndex: number | null
  readonly notices: Notices
}

/** About the value at the cursor: its default and the way back to it, its source, how old that is. */
export function FieldBar({ plan, catalog, list, title, field, rowIndex, notices }: Props) {
  const words = useWords().grid
  const nameOfField = useFieldName()
  const say = useShippedText()
  const textOf = useValueText()
  const [isOpen, setOpen] = useState(false)
  const rowPath = rowIndex === null ? list : [...list, rowIndex]
  const row = readAt(plan, rowPath)
  if (!field || typeof row !== 'object' || row === null)
    return <div className={`${styles.bar} ${styles.hint}`}>{words.chooseCell}</div>
  const path = [...rowPath, ...toPath(field.path)]
  // A name of a list, or a text, may be longer than its cell.
  const full = isNumber(field) || field.kind === 'flag' ? '' : textOf(field, readAt(plan, path))
  const value = readAt(plan, path)
  const standard = defaultAt(path)
  const fallback = nameOfField(showFallback(field, row, catalog))
  const key = idPath(plan, path)
  const notice = notices[toFaultPath(path)]
  const { own, note } = originOf(plan, list, row, field, plan.provenance[key])
  const days = noteAgeDays(own?.date ?? note, new Date().toISOString().slice(0, 10))
  const name = `${String(Reflect.get(row, 'name') ?? Reflect.get(row, 'id') ?? '')} ${nameOfField(field.head)}`
  const known = field.ofCatalog?.(row, catalog)
  const isOther = known ? isOverride(value, known) : isChanged(field, value, standard)
  const shownDefault = showDefault(field, known, standard) ?? fallback
  const reset = (): void =>
    void editPlan(words.resetLabel(title, name.trim()).slice(0, 200), (draft) =>
      writeAt(draft, path, known?.value ?? (field.isOptional ? undefined : structuredClone(standard))),
    )
  return (
    <div className={styles.bar}>
      <strong>
        <Glossed text={name} />
      </strong>
      {full.length > LONG && <span className={styles.full}>{full}</span>}
      {field.help && <span>{nameOfField(field.help)}</span>}
      <Standard field={field} shown={shownDefault} known={known} />
      {/* Its room is kept, so that the first change of a value moves nothing of what is said of it. */}
      {(isOther || shownDefault !== '') && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={reset}
          style={isOther ? undefined : { visibility: 'hidden' }}
        >
          {known ? words.takeCatalog : words.reset}
        </Button>
      )}
      {/* All the room there is: what is odd, and where the value is from, move nothing beside them. */}
      <span className={styles.origin} key={notice?.text}>
        {notice && <Odd {...notice} />} {own ? sourced(say(own.source), own.date, own.grade) : say(note)}
      </span>
      {days !== undefined && days > AGING_DAYS && (
        <span className={days > STALE_DAYS ? styles.stale : styles.aging}>{words.days(days)}</span>
      )}
      <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setOpen(true)}>
        {words.source}
      </Button>
      {isOpen && <SourceDialog {...{ name, own }} provenanceKey={key} onClose={() => setOpen(false)} />}
    </div>
  )
}

/** What a careful colleague would ask about the value. */
function Odd({ severity, text }: Notice) {
  return (
    <span className={styles.odd} data-severity={severity} title={text}>
      <IconAlertTriangle size={14} aria-hidden="true" /> {text}
    </span>
  )
}

interface StandardProps {
  readonly field: Field
  readonly shown: string
  readonly known: CatalogValue | undefined
}

/** What would hold otherwise: the catalog's value with its source and grade, else the default. */
function Standard({ field, shown, known }: StandardProps) {
  const words = useWords().grid
  const nameOfUnit = useUnitName()
  if (shown === '') return null
  return (
    <>
      <span className={styles.standard}>
        {known ? words.ofCatalog : words.default} {shown} {nameOfUnit(unitOf(field))}
      </span>
      {known && (
        <span title={known.source}>
          {aside('', known.grade ? said(known.grade, known.source) : known.source).trim()}
        </span>
      )}
    </>
  )
}

/** Undefined: neither the catalog nor the plan's file has one. */
function showDefault(field: Field, known: CatalogValue | undefined, standard: unknown): string | undefined {
  if (known) return showValue(field, known.value)
  return standard === undefined ? undefined : showValue(field, standard)
}

/** A source with the day and the grade that the planner gave. */
function sourced(source: string, date: string | undefined, grade: string | undefined): string {
  const dated = date ? listed([source, date]) : source
  return grade ? aside(dated, grade) : dated
}
