/** Where a file goes: into the library as a plan or as many, or through the import with its preview. */
export type Importer = 'plan' | 'library' | 'import'

/** All that can be opened, for dialogs. */
export const OPENED = '.json,.tokenplan,.tokenlibrary,.gz,.xlsx,.csv,.tsv,.txt,.geojson,.kml,.epw,.jsonl'

/** By its name, and where that leaves it open by its text (null: it is no text). */
export function importerOf(fileName: string, text: string | null): Importer {
  const name = fileName.toLowerCase()
  if (/\.tokenlibrary(\.gz)?$/.test(name)) return 'library'
  if (name.endsWith('.tokenplan')) return 'plan'
  return name.endsWith('.json') && text !== null && isPlan(text) ? 'plan' : 'import'
}

/** What is no JSON at all but says that it is a plan is read as one, so that its fault is told. */
function isPlan(text: string): boolean {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null && ('schemaVersion' in read || 'horizon' in read)
  } catch {
    return text.includes('"schemaVersion"')
  }
}
