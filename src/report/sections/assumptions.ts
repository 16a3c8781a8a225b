import { type Cell, figure, number, type Section, section, type Table, words } from '../document.ts'
import { catalogEntries } from '../ledger/catalogEntries.ts'
import type { Entry } from '../ledger/entry.ts'
import { planEntries } from '../ledger/planEntries.ts'
import type { Source } from '../source.ts'

/** Every input with value, unit, origin, source, date and grade. Sources stand once, by number. */
export function assumptionsSection(source: Source): Section {
  const entries = [...planEntries(source.plan), ...catalogEntries(source)]
  const sources = [...new Set(entries.map((entry) => entry.source).filter(Boolean))]
  const numbers = new Map(sources.map((text, index) => [text, index + 1]))
  const count = (test: (entry: Entry) => boolean) => figure(entries.filter(test).length)
  return section('assumptions', 'Assumptions ledger', {
    paragraphs: [
      [
        count(() => true),
        ' inputs: ',
        count((entry) => entry.origin === 'plan'),
        ' set by the plan, ',
        count((entry) => entry.origin === 'default'),
        ' left at the default of Tokenworks, ',
        count((entry) => entry.origin === 'catalog'),
        ' from the shipped catalog, ',
        count((entry) => entry.origin === 'override'),
        ' overrides of the catalog. Grades: A primary source or recomputed, B secondary source, C estimate; ',
        count((entry) => entry.grade === 'C'),
        ' are graded C and ',
        count((entry) => entry.grade === '' && entry.origin === 'plan'),
        ' of the plan have no grade. Source numbers lead to the list at the end.',
      ],
    ],
    tables: [
      ...[...Map.groupBy(entries, (entry) => entry.group)].map(([group, own], index) =>
        toTable(group, own, index, numbers),
      ),
      {
        id: 'sources',
        title: 'Sources',
        columns: [number('No.'), words('Source or note')],
        rows: sources.map((text, index) => [index + 1, text]),
        isAppendix: true,
      },
    ],
  })
}

function toTable(
  title: string,
  entries: readonly Entry[],
  index: number,
  numbers: ReadonlyMap<string, number>,
): Table {
  return {
    id: `ledger-${index + 1}`,
    title,
    columns: [
      words('Of'),
      words('Input'),
      { title: 'Value', kind: 'figure', unit: '' },
      words('Origin'),
      { title: 'Default or shipped', kind: 'figure', unit: '' },
      number('Source'),
      words('Date'),
      words('Grade'),
    ],
    rows: entries.map((entry): Cell[] => [
      entry.item,
      entry.field,
      withUnit(entry.value, entry.unit),
      entry.origin,
      withUnit(entry.standard, entry.unit),
      numbers.get(entry.source) ?? null,
      entry.date,
      entry.grade,
    ]),
    isAppendix: true,
  }
}

function withUnit(value: Cell, unit: string): Cell {
  return typeof value === 'number' ? figure(value, unit) : value
}
