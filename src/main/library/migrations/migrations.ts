import { library001 } from './001-library.ts'

/** In order; the library's version is the number of those that have run. Never edit one that was released. */
export const MIGRATIONS: readonly string[] = [library001]
