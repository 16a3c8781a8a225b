import type { Handlers } from '../contract/contract.ts'
import type { Ports } from './ports.ts'

/** The calls that the library answers: all that touch a plan, a revision or a result. */
export type LibraryCalls = Omit<Handlers, 'app.info' | 'catalog.read' | 'measurements.read'>

/** One handler a call: the library's own, and those that need no library. */
export function createHandlers(
  ports: Ports,
  library: LibraryCalls,
  data: Pick<Handlers, 'catalog.read' | 'measurements.read'>,
): Handlers {
  return {
    ...library,
    'app.info': () => ({ version: ports.version, host: ports.host, libraryFile: ports.libraryFile }),
    ...data,
  }
}
