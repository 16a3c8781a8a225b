import { counted } from '../../../plan/counted.ts'

export const grid = {
  add: 'Add row',
  remove: 'Remove',
  duplicate: 'Duplicate',
  actions: 'Actions',
  yes: 'yes',
  no: 'no',
  expected: (what: string) => `Expected ${what}`,
  chooseCell:
    'At the cursor: default, source and age of a value. Shift selects, Ctrl+D fills down, Ctrl+C and Ctrl+V copy blocks.',
  default: 'Default:',
  reset: 'Back to default',
  ofCatalog: 'Catalog:',
  takeCatalog: "Back to the catalog's",
  resetLabel: (table: string, field: string) => `${table}: ${field} back to default`,
  source: 'Source …',
  sourceOf: (field: string) => `Source of ${field}`,
  sourceLabel: (field: string) => `Source of ${field}`,
  sourceWhat: 'Where it comes from (empty: nothing said)',
  date: 'Day',
  grade: 'Grade',
  noGrade: 'none',
  grades: { A: 'A primary', B: 'B secondary', C: 'C estimate' },
  save: 'Save',
  days: (days: number) => `${counted(days, 'day')} old`,
}
