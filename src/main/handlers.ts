import type { Handlers } from '../contract/contract.ts'
import type { Ports } from './ports.ts'

/** The calls that the library answers: all that touch a plan, a revision or a result. */
<<<<<<< HEAD
export type LibraryCalls = Omit<Handlers, 'app.info' | 'catalog.read' | 'measurements.read'>

/** One handler a call: the library's own, and those that need no library. */
export function createHandlers(
  ports: Ports,
  library: LibraryCalls,
  data: Pick<Handlers, 'catalog.read' | 'measurements.read'>,
=======
export type LibraryCalls = Omit<Handlers, 'app.info' | 'catalog.read' | 'reports.write'>

/** One handler a call: those of the library and what is made of it, and the two that need no library. */
export function createHandlers(
  ports: Ports,
  calls: Omit<Handlers, 'app.info' | 'catalog.read'>,
  readCatalogFiles: () => Promise<Record<string, string>>,
>>>>>>> e8305f4 (The report as XLSX with live formulas, DOCX and in Simplified Chinese; critical path, hourly sources and single-line diagrams; made from the Report screen in any format)
): Handlers {
  return {
    ...calls,
    'app.info': () => ({ version: ports.version, host: ports.host, libraryFile: ports.libraryFile }),
    ...data,
  }
}
