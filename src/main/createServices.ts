import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { absentLibrary } from './absentLibrary.ts'
import { createDispatcher, type Dispatch } from './dispatch.ts'
import { createHandlers } from './handlers.ts'
import type { Ports } from './ports.ts'
import { takeLock } from './takeLock.ts'

interface Services {
  readonly dispatch: Dispatch
  readonly close: () => void
}

/** All services behind the one door, with the library locked until `close`. */
export function createServices(ports: Ports): Services {
  const release = takeLock(ports.libraryFile)
  const handlers = createHandlers(ports, absentLibrary(), () =>
    readCatalogFiles(join(ports.resourcesFolder, 'catalog')),
  )
  const reportBug = (id: string, channel: string, error: unknown): void =>
    ports.log(`${ports.now().toISOString()} ${id} ${channel} ${error instanceof Error ? error.stack : error}`)
  return { dispatch: createDispatcher(handlers, reportBug), close: release }
}

async function readCatalogFiles(folder: string): Promise<Record<string, string>> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.csv'))
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))
  return Object.fromEntries(files.map((name, i) => [basename(name, '.csv'), texts[i]!]))
}
