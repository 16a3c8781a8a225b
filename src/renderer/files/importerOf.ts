import { isBenchmark } from '../../engine/throughput/import/importBenchmark.ts'

/** Where a file goes: into the library, onto the measured runs of a plan, or through the import with its preview. */
export type Importer = 'plan' | 'library' | 'benchmark' | 'table'

/** All that can be opened, for dialogs. */
export const OPENED = '.json,.tokenplan,.tokenlibrary,.gz,.xlsx,.csv,.tsv,.txt,.geojson,.kml,.epw,.jsonl'

/** By its name, and where that leaves it open by its text (null: it is no text). */
export function importerOf(fileName: string, text: string | null): Importer {
  const name = fileName.toLowerCase()
  if (/\.(tokenlibrary|gz)$/.test(name)) return 'library'
  if (name.endsWith('.tokenplan')) return 'plan'
  if (text === null || /\.(xlsx|epw|geojson|kml|tsv)$/.test(name)) return 'table'
  if (name.endsWith('.json')) {
    const document = parse(text)
    if (document !== null && ('schemaVersion' in document || 'horizon' in document)) return 'plan'
    if (document !== null && 'type' in document && 'features' in document) return 'table'
    // What is neither is told as a plan what it lacks.
    return isBenchmark(text) ? 'benchmark' : 'plan'
  }
  if (name.endsWith('.jsonl')) return 'benchmark'
  return isBenchmark(text) ? 'benchmark' : 'table'
}

function parse(text: string): object | null {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' ? read : null
  } catch {
    return null
  }
}
