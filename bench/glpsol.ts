import type { Problem } from '../src/engine/problem/problem.ts'
import type { Measurement } from './measurement.ts'
import { isInstalled, runOnMps } from './runOnMps.ts'

export function hasGlpsol(): boolean {
  return isInstalled('glpsol', '--version')
}

/** The search's bound as last printed: `mip = 1.0e+03 >= 9.9e+02`. */
function lastBound(log: string): number | null {
  const bound = Number([...log.matchAll(/^\+.* >=\s+(\S+)/gm)].at(-1)?.[1])
  return Number.isFinite(bound) ? bound : null
}

/** GLPK on the exported MPS, to the gap or the limit. */
export function runGlpsol(
  problem: Problem,
  gapShare: number,
  timeLimitS: number,
): Pick<Measurement, 'cpuS' | 'wallS' | 'objectiveMusd' | 'boundMusd'> {
  const limits = `--mipgap ${gapShare} --tmlim ${Math.max(1, Math.ceil(timeLimitS))}`
  const { cpuS, wallS, log, answer } = runOnMps(
    problem,
    (mps, file) => `glpsol --freemps ${mps} ${limits} --cuts --write ${file}`,
  )
  // `s mip ROWS COLUMNS o|f OBJECTIVE`: optimal, or feasible (within the gap too).
  const [, status, objective] = /^s mip \d+ \d+ ([of]) (\S+)$/m.exec(answer) ?? []
  const objectiveMusd = objective === undefined ? null : Number(objective)
  return { cpuS, wallS, objectiveMusd, boundMusd: status === 'o' ? objectiveMusd : lastBound(log) }
}
