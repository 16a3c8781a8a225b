import { type BackupChain, survivalByHour } from './survival.ts'

export interface SurvivalByStart {
  /** [hour of the outage] mean over every start. */
  readonly meanByHour: number[]
  /** [hour of the outage] at the start that is worst for it. */
  readonly lowestByHour: number[]
  /** Start with the lowest survival of the whole outage, hour of the listed loads from 0. */
  readonly worstStart: number
}

/** Survival of an outage of so many hours that begins in any hour of the loads, which go round. */
export function survivalByStart(chain: BackupChain, hours: number): SurvivalByStart {
  const { loadMw } = chain
  const starts = loadMw.map((_, start) =>
    survivalByHour({
      ...chain,
      loadMw: Array.from({ length: hours }, (_hour, after) => loadMw[(start + after) % loadMw.length]!),
    }),
  )
  const at = (hour: number) => starts.map((own) => own[hour]!)
  const each = Array.from({ length: hours }, (_, hour) => at(hour))
  const least = (values: readonly number[]) => values.reduce((low, value) => Math.min(low, value), 1)
  const last = at(hours - 1)
  return {
    meanByHour: each.map((values) => values.reduce((sum, value) => sum + value, 0) / values.length),
    lowestByHour: each.map(least),
    worstStart: last.indexOf(least(last)),
  }
}
