import type { Handlers } from '../contract/contract.ts'
import type { Ports } from './ports.ts'

/** The calls that the library answers: all that touch a plan, a revision or a result. */
export type LibraryCalls = Pick<
  Handlers,
  Extract<
    keyof Handlers,
    | `settings.${string}`
    | `plans.${string}`
    | `library.${string}`
    | `revisions.${string}`
    | `results.${string}`
    | `templates.${string}`
  >
>

/** One handler a call: the library's own, and those that need more or less than the library. */
export function createHandlers(
  ports: Ports,
  library: LibraryCalls,
  others: Omit<Handlers, keyof LibraryCalls | 'app.info'>,
): Handlers {
  return {
    ...library,
    'app.info': () => ({ version: ports.version, host: ports.host, libraryFile: ports.libraryFile }),
    ...others,
  }
}
