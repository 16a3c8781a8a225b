import { join } from 'node:path'
import type { Problem } from '../src/engine/problem/problem.ts'
import type { Measurement, Task } from './measurement.ts'
import { isInstalled, runOnMps } from './runOnMps.ts'

/** The Python that has `highspy`: `pip install highspy`, or BENCH_PYTHON. */
const PYTHON = process.env.BENCH_PYTHON ?? 'python3'
const SCRIPT = join(import.meta.dirname, 'native.py')

export function hasNative(): boolean {
  return isInstalled(PYTHON, '-c', 'import highspy')
}

/**
 * Native HiGHS, one thread, on the exported MPS, to the gap or to so many seconds of processor time, or on to those past the
 * gap; reading the file is not counted.
 */
export function runNative(
  problem: Problem,
  { gapShare, timeLimitS, goesOn }: Pick<Task, 'gapShare' | 'timeLimitS' | 'goesOn'>,
): Pick<Measurement, 'cpuS' | 'wallS' | 'objectiveMusd' | 'boundMusd' | 'end'> {
  const { wallS, log } = runOnMps(
    problem,
    (mps) => `'${PYTHON}' '${SCRIPT}' ${mps} ${gapShare} ${Math.max(1, timeLimitS)}${goesOn ? ' on' : ''}`,
  )
  const line = log.split('\n').find((own) => own.startsWith('{')) ?? '{}'
  return { wallS, ...JSON.parse(line) }
}
