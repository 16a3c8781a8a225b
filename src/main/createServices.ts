import { join } from 'node:path'
import { desktopCalls } from './desktop/desktopCalls.ts'
import { createDispatcher, type Dispatch } from './dispatch.ts'
import { exchangeCalls } from './exchange/exchangeCalls.ts'
import { createHandlers } from './handlers.ts'
import { createLibrary } from './library/createLibrary.ts'
import { measuredPointsReader } from './measuredPoints.ts'
import type { Ports } from './ports.ts'
import { readCatalog, readCatalogFiles } from './readCatalog.ts'
import { reportCalls } from './reports/reportCalls.ts'
import { takeLock } from './takeLock.ts'

interface Services {
  readonly dispatch: Dispatch
  readonly close: () => void
}

/** All services behind the one door, with the library locked until `close`. */
export function createServices(ports: Ports): Services {
  const release = takeLock(ports.libraryFile)
  try {
    const library = createLibrary(ports)
    const folder = join(ports.resourcesFolder, 'catalog')
    const handlers = createHandlers(ports, library.calls, {
      ...desktopCalls(ports),
      ...exchangeCalls(ports, library.calls, () => readCatalog(folder)),
      ...reportCalls(ports, library.calls, () => readCatalog(folder)),
      'catalog.read': () => readCatalogFiles(folder),
      'measurements.read': measuredPointsReader(ports.resourcesFolder),
    })
    const close = (): void => {
      library.close()
      release()
    }
    return { dispatch: createDispatcher(handlers, createBugReport(ports)), close }
  } catch (error) {
    release()
    throw error
  }
}

function createBugReport(ports: Ports) {
  return (id: string, channel: string, error: unknown): void =>
    ports.log(`${ports.now().toISOString()} ${id} ${channel} ${error instanceof Error ? error.stack : error}`)
}
