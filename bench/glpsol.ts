import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Problem } from '../src/engine/problem/problem.ts'
import { writeMps } from '../src/engine/problem/writeMps.ts'
import type { Measurement } from './measurement.ts'

export function hasGlpsol(): boolean {
  try {
    execFileSync('glpsol', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** The shell's `times` ends with the processor time of its children, user and system: `0m1.25s 0m0.03s`. */
export function childCpuS(log: string): number {
  const last = log.trimEnd().split('\n').at(-1) ?? ''
  return [...last.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  )
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
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const [mps, answer] = [join(folder, 'problem.mps'), join(folder, 'answer.txt')]
    writeFileSync(mps, writeMps(problem))
    const limits = `--mipgap ${gapShare} --tmlim ${Math.max(1, Math.ceil(timeLimitS))}`
    const command = `glpsol --freemps '${mps}' ${limits} --cuts --write '${answer}'; times`
    const started = performance.now()
    const log = execFileSync('sh', ['-c', command], { encoding: 'utf8', maxBuffer: 1e9 })
    const wallS = (performance.now() - started) / 1000
    const text = existsSync(answer) ? readFileSync(answer, 'utf8') : ''
    // `s mip ROWS COLUMNS o|f OBJECTIVE`: optimal, or feasible (within the gap too).
    const [, status, objective] = /^s mip \d+ \d+ ([of]) (\S+)$/m.exec(text) ?? []
    const objectiveMusd = objective === undefined ? null : Number(objective)
    return {
      cpuS: childCpuS(log),
      wallS,
      objectiveMusd,
      boundMusd: status === 'o' ? objectiveMusd : lastBound(log),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
