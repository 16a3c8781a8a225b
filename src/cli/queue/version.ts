import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { ENGINE } from '../../engine/solvePlan.ts'

const ROOT = join(import.meta.dirname, '../../..')
/** What a figure of a sweep is made by. */
const ROOMS = ['src/plan', 'src/catalog', 'src/engine'] as const

/** Machines answer alike where all three are alike. */
export const Version = z.strictObject({
  /** Name and number, as a result has it. */
  engine: z.string(),
  /** SHA-256 of its sources. */
  sources: z.string(),
  /** SHA-256 of the shipped catalog. */
  catalog: z.string(),
})
export type Version = z.infer<typeof Version>

export async function readVersion(): Promise<Version> {
  const [sources, catalog] = await Promise.all([
    hashFiles(ROOMS, (name) => name.endsWith('.ts') && !name.endsWith('.test.ts')),
    hashFiles(['resources/catalog'], (name) => name.endsWith('.csv')),
  ])
  return { engine: ENGINE, sources, catalog }
}

export const isSameVersion = (a: Version, b: Version): boolean =>
  a.engine === b.engine && a.sources === b.sources && a.catalog === b.catalog

/** As in `Tokenworks 0.1 with HiGHS 1.15, sources 1a2b3c4d5e6f, catalog 0f1e2d3c4b5a`. */
export const sayVersion = ({ engine, sources, catalog }: Version): string =>
  `${engine}, sources ${sources.slice(0, 12)}, catalog ${catalog.slice(0, 12)}`

/** Line ends do not count: a checkout on Windows may have others. */
async function hashFiles(folders: readonly string[], isCounted: (name: string) => boolean): Promise<string> {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const names = await readdir(join(ROOT, folder), { recursive: true })
    const counted = names.map((name) => name.replaceAll('\\', '/')).filter(isCounted)
    for (const name of counted.toSorted()) {
      const text = await readFile(join(ROOT, folder, name), 'utf8')
      hash.update(`${folder}/${name}\n${text.replaceAll('\r\n', '\n')}\n`)
    }
  }
  return hash.digest('hex')
}
