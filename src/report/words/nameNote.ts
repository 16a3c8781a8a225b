import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import type { ThingNames } from './thingNames.ts'

type Note = PlanResult['notes'][number]

/** A note of a result with accelerators, cooling and classes by what a planner calls them instead of their ids. */
export function nameNote(note: Note, names: ThingNames, { cooling }: Pick<Catalog, 'cooling'>): Note {
  if (typeof note === 'string') return note
  switch (note.code) {
    case 'obstacle':
      return {
        ...note,
        accelerator: names.accelerator(note.accelerator),
        values: note.values.map((value) => cooling.find(({ id }) => id === value)?.technology ?? value),
      }
    case 'nowhere':
      return { ...note, classId: names.taskClass(note.classId) }
    default:
      return note
  }
}
