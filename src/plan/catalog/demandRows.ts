import { z } from 'zod'
import { grade, id, number, share, text, words } from './cells.ts'

/** A kind of agent work: tasks, calls and tokens of one unit of it, and how long its users wait. */
export const ArchetypeRow = z.object({
  id,
  name: words,
  articlePlayers: words,
  unit: words,
  tasksPerUnitDay: number(0.001, 1e6),
  callsPerTask: number(0.01, 1e6),
  inputTokensPerCall: number(1, 1e8),
  outputTokensPerCall: number(1, 1e7),
  cacheHitShare: share,
  tokensPerUnitDay: number(1, 1e12),
  latencyClass: z.enum(['realtime', 'interactive', 'standard', 'batch'], { error: 'a latency class' }),
  ttftMsP95: number(10, 1e7),
  tpotMs: number(1, 10_000),
  privacyShare: share,
  complexShare: share,
  profileId: id,
  peakFactorIntrahour: number(1, 20),
  source: words,
  confidence: grade,
  note: text,
})
export type ArchetypeRow = z.infer<typeof ArchetypeRow>

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9
type HourColumn = `h${0 | 1}${Digit}` | `h2${0 | 1 | 2 | 3}`

/** Column of an hour of the day, 0 to 23. */
export function hourColumn(hour: number): HourColumn {
  return `h${String(hour).padStart(2, '0')}` as HourColumn
}

const HOURS = Object.fromEntries(
  Array.from({ length: 24 }, (_, hour) => [hourColumn(hour), number(0, 24)]),
) as Record<HourColumn, ReturnType<typeof number>>

/** Level of each hour of a kind of day over the mean of that day, and of such a day over a weekday. */
export const ProfileRow = z.object({
  profileId: id,
  dayType: z.enum(['weekday', 'weekend'], { error: 'weekday or weekend' }),
  tzBasis: words,
  dayLevelVsWeekday: number(0, 10),
  ...HOURS,
  source: words,
  confidence: grade,
})
export type ProfileRow = z.infer<typeof ProfileRow>
