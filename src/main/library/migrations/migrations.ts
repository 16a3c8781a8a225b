import { library001 } from './001-library.ts'
import { branches002 } from './002-branches.ts'
import { cards003 } from './003-cards.ts'
import { settings004 } from './004-settings.ts'

/** In order; the library's version is the number of those that have run. Never edit one that was released. */
export const MIGRATIONS: readonly string[] = [library001, branches002, cards003, settings004]
