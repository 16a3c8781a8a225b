import { z } from 'zod'
import { Id } from '../plan/schema/common.ts'

/** How the planner likes the screen; kept in the library, since the page's address changes from start to start. */
export const Settings = z.strictObject({
  /** Null: the language of the system. */
  language: z.enum(['en', 'zh']).nullable(),
  theme: z.enum(['auto', 'light', 'dark']),
  /** `more`: the high-contrast theme, whatever the system asks for. */
  contrast: z.enum(['auto', 'more']),
  /** Large numbers in Chinese: by 万 and 亿, or by k, M, B as in English. */
  zhNumbers: z.enum(['wan', 'metric']),
  navPx: z.int().min(100).max(800),
  sidePx: z.int().min(100).max(1200),
  isLiveSolve: z.boolean(),
  /** The tour of the sample was seen or skipped. */
  isTourSeen: z.boolean(),
  /** Plans in the order in which they were opened, the last first. */
  recentPlanIds: z.array(Id).max(12),
})
export type Settings = z.infer<typeof Settings>

export const FIRST_SETTINGS: Settings = {
  language: null,
  theme: 'auto',
  contrast: 'auto',
  zhNumbers: 'wan',
  navPx: 196,
  sidePx: 340,
  isLiveSolve: false,
  isTourSeen: false,
  recentPlanIds: [],
}
