import { readPlanDefaults } from '../../plan/planDefaults.ts'
import { idPath } from '../../plan/planPath.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { Source } from '../source.ts'
import { type Entry, readNote } from './entry.ts'
import { nameOfField, unitOfField } from './fieldUnits.ts'
import { type Named, referenceName, thingName } from './referenceName.ts'

type Path = readonly (string | number)[]

/** Names and texts are no inputs of the problem. */
const SKIPPED = new Set([
  'schemaVersion',
  'id',
  'name',
  'description',
  'note',
  'catalogOverrides',
  'goals',
  'provenance',
])

/** Every input of a plan, with its default where the schema has one, and the note that stands nearest above it. */
export function planEntries(source: Named & Pick<Source, 'words'>): Entry[] {
  const {
    plan,
    words: { assumptions: w },
  } = source
  const defaultAt = readPlanDefaults()
  const named = (name: string): string => source.names.taskClass(nameOfField(name, w.fieldWords))
  return walk(source, plan, [], '', '').map(({ path, value, note, item }) => {
    const standard = defaultAt(path)
    const isDefault = standard !== undefined && JSON.stringify(standard) === JSON.stringify(value)
    const name = String(path.findLast((key) => typeof key === 'string'))
    const fields = path.slice(typeof path[1] === 'number' ? 2 : 1).filter((key) => typeof key === 'string')
    const shown = (own: unknown): string | number | boolean =>
      toValue(own, w.choiceWords, (id) => referenceName(source, name, id))
    return {
      group:
        path[0] === 'sites'
          ? w.site(plan.sites[Number(path[1])]!.name)
          : (w.groups[String(path[0])] ?? named(String(path[0]))),
      item: item || named(String(path[0])),
      field: fields
        .map((key, at) =>
          fields[at - 1] === 'regionShares' ? referenceName(source, 'regionId', key) : named(key),
        )
        .join(', '),
      value: shown(value),
      unit: unitOfField(path.includes('regionShares') ? 'share' : unitName(path, name)),
      origin: isDefault ? 'default' : 'plan',
      standard: standard === undefined ? null : shown(standard),
      ...sourceOf(plan, path, isDefault ? w.ownDefault : null, note),
    }
  })
}

/** What the planner said of this very value, else that it is a default, else the note above it. */
function sourceOf(
  plan: Plan,
  path: Path,
  ownDefault: string | null,
  note: string,
): Pick<Entry, 'source' | 'date' | 'grade'> {
  const said = plan.provenance[idPath(plan, path)]
  if (said) return { source: said.source, date: said.date ?? '', grade: said.grade ?? '' }
  return ownDefault === null ? readNote(note) : { source: ownDefault, date: '', grade: '' }
}

function unitName(path: Path, name: string): string {
  return path.includes('utilisationCap') || path.includes('qualityFloorByClass') ? 'share' : name
}

interface Leaf {
  readonly path: Path
  readonly value: unknown
  readonly note: string
  readonly item: string
}

function walk(source: Named, value: unknown, path: Path, note: string, item: string): Leaf[] {
  if (Array.isArray(value)) {
    const isList = value.every((own) => typeof own !== 'object')
    if (isList) return value.length > 0 ? [{ path, value, note, item }] : []
    return value.flatMap((own, index) => walk(source, own, [...path, index], note, item))
  }
  if (typeof value !== 'object' || value === null)
    return value === undefined ? [] : [{ path, value, note, item }]
  const own = 'note' in value && typeof value.note === 'string' ? value.note : note
  const named = nameOf(source, value, path, item)
  return Object.entries(value)
    .filter(([key]) => !SKIPPED.has(key))
    .flatMap(([key, inner]) => walk(source, inner, [...path, key], own, named))
}

/** Name or id of the thing in a list; of a thing within a thing, both. */
function nameOf(source: Named, value: object, path: Path, item: string): string {
  if (typeof path.at(-1) !== 'number') return item
  const own = 'name' in value ? value.name : 'id' in value ? thingName(source, path, String(value.id)) : ''
  return [item, String(own)].filter(Boolean).join(', ')
}

function toValue(
  value: unknown,
  choiceWords: Readonly<Record<string, string>>,
  nameOf: (text: string) => string,
): string | number | boolean {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return choiceWords[String(value)] ?? value
  const say = (text: string): string => (Object.hasOwn(choiceWords, text) ? choiceWords[text]! : nameOf(text))
  return Array.isArray(value) ? value.map((own) => say(String(own))).join(', ') : say(String(value))
}
