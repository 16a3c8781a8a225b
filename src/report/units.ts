import { SECONDS_PER_DAY } from '../plan/units.ts'

/** Tokens a day of mean rates in tokens per second. */
export function tokensPerDay(tokS: readonly number[]): number {
  return tokS.reduce((sum, value) => sum + value, 0) * SECONDS_PER_DAY
}
