import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseCatalog } from '../catalog/parseCatalog.ts'
import { type Catalog, TABLES } from '../plan/catalog/catalog.ts'

const FOLDER = join(import.meta.dirname, '../../resources/catalog')

/** The catalog's files as text, by name without `.csv`. */
export async function readCatalogFiles(folder: string): Promise<Record<string, string>> {
  const names = Object.keys(TABLES)
  const texts = await Promise.all(names.map((name) => readFile(join(folder, `${name}.csv`), 'utf8')))
  return Object.fromEntries(names.map((name, i) => [name, texts[i]!]))
}

export async function readCatalog(folder = FOLDER): Promise<Catalog> {
  return parseCatalog(await readCatalogFiles(folder))
}
