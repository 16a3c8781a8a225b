import type { Problem } from '../src/engine/problem/problem.ts'
import type { Measurement } from './measurement.ts'
import { isInstalled, runOnMps } from './runOnMps.ts'

export function hasCbc(): boolean {
  return isInstalled('cbc', '-quit')
}

/** CBC on the exported MPS, to the gap or the limit; its bound is the one its log ends with. */
export function runCbc(
  problem: Problem,
  gapShare: number,
  timeLimitS: number,
): Pick<Measurement, 'cpuS' | 'wallS' | 'objectiveMusd' | 'boundMusd'> {
  const limits = `-ratioGap ${gapShare} -sec ${Math.max(1, Math.ceil(timeLimitS))}`
  const { cpuS, wallS, log, answer } = runOnMps(
    problem,
    (mps, file) => `cbc ${mps} ${limits} -threads 1 -solve -solu ${file}`,
  )
  const found = /^(?:Optimal|Stopped).* - objective value (\S+)/.exec(answer)?.[1]
  const hasPlan = found !== undefined && !answer.includes('no integer solution')
  const bound = Number(/^Lower bound:\s+(\S+)/m.exec(log)?.[1])
  const objectiveMusd = hasPlan ? Number(found) : null
  const isOptimal = answer.startsWith('Optimal')
  const boundMusd = Number.isFinite(bound) ? bound : isOptimal ? objectiveMusd : null
  return { cpuS, wallS, objectiveMusd, boundMusd }
}
