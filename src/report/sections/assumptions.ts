import { type Cell, figure, number, type Section, section, type Table, words } from '../document.ts'
import { catalogEntries } from '../ledger/catalogEntries.ts'
import type { Entry } from '../ledger/entry.ts'
import { planEntries } from '../ledger/planEntries.ts'
import type { Source } from '../source.ts'

function listEntries(source: Source): Entry[] {
  return [...planEntries(source), ...catalogEntries(source)]
}

/** Each source once; its number is its place. */
function listSources(entries: readonly Entry[]): string[] {
  return [...new Set(entries.map((entry) => entry.source).filter(Boolean))]
}

/** Every input with value, unit, origin, source, date and grade; sources by their number. */
export function assumptionsSection(source: Source): Section {
  const w = source.words.assumptions
  const entries = listEntries(source)
  const numbers = new Map(listSources(entries).map((text, index) => [text, index + 1]))
  const count = (test: (entry: Entry) => boolean) => figure(entries.filter(test).length)
  return section('assumptions', w.heading, {
    paragraphs: [
      w.about({
        all: count(() => true),
        plan: count((entry) => entry.origin === 'plan'),
        standard: count((entry) => entry.origin === 'default'),
        catalog: count((entry) => entry.origin === 'catalog'),
        overrides: count((entry) => entry.origin === 'override'),
        gradeC: count((entry) => entry.grade === 'C'),
        ungraded: count((entry) => entry.grade === '' && entry.origin === 'plan'),
      }),
    ],
    tables: [...Map.groupBy(entries, (entry) => entry.group)].map(([group, own], index) =>
      toTable(source, group, own, index, numbers),
    ),
  })
}

/** What the numbers of the ledger stand for. */
export function sourcesSection(source: Source): Section {
  const w = source.words.assumptions
  const table: Table = {
    id: 'sources',
    title: w.sources,
    columns: [number(w.no), words(w.sourceOrNote)],
    rows: listSources(listEntries(source)).map((text, index) => [index + 1, text]),
    isAppendix: true,
  }
  return section('sources', w.sources, { tables: [table] })
}

function toTable(
  source: Source,
  title: string,
  entries: readonly Entry[],
  index: number,
  numbers: ReadonlyMap<string, number>,
): Table {
  const w = source.words.assumptions
  return {
    id: `ledger-${index + 1}`,
    title,
    columns: [
      words(w.of),
      words(w.input),
      { title: w.value, kind: 'figure', unit: '' },
      words(w.origin),
      { title: w.standard, kind: 'figure', unit: '' },
      number(w.source),
      words(w.date),
      words(w.grade),
    ],
    rows: entries.map((entry): Cell[] => [
      entry.item,
      entry.field,
      withUnit(entry.value, entry.unit),
      w.origins[entry.origin],
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
