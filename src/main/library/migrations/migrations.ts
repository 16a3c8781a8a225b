import { library001 } from './001-library.ts'
import { branches002 } from './002-branches.ts'

/** In order; the library's version is the number of those that have run. Never edit one that was released. */
export const MIGRATIONS: readonly string[] = [library001, branches002]
