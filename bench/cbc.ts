import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Problem } from '../src/engine/problem/problem.ts'
import { writeMps } from '../src/engine/problem/writeMps.ts'
import { childCpuS } from './glpsol.ts'
import type { Measurement } from './measurement.ts'

export function hasCbc(): boolean {
  try {
    execFileSync('cbc', ['-quit'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** CBC on the exported MPS, to the gap or the limit; its bound is the one its log ends with. */
export function runCbc(
  problem: Problem,
  gapShare: number,
  timeLimitS: number,
): Pick<Measurement, 'cpuS' | 'wallS' | 'objectiveMusd' | 'boundMusd'> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const [mps, answer] = [join(folder, 'problem.mps'), join(folder, 'answer.txt')]
    writeFileSync(mps, writeMps(problem))
    const limits = `-ratioGap ${gapShare} -sec ${Math.max(1, Math.ceil(timeLimitS))}`
    const command = `cbc '${mps}' ${limits} -threads 1 -solve -solu '${answer}'; times`
    const started = performance.now()
    const log = execFileSync('sh', ['-c', command], { encoding: 'utf8', maxBuffer: 1e9 })
    const wallS = (performance.now() - started) / 1000
    const text = existsSync(answer) ? readFileSync(answer, 'utf8') : ''
    const found = /^(?:Optimal|Stopped).* - objective value (\S+)/.exec(text)?.[1]
    const hasPlan = found !== undefined && !text.includes('no integer solution')
    const bound = Number(/^Lower bound:\s+(\S+)/m.exec(log)?.[1])
    const objectiveMusd = hasPlan ? Number(found) : null
    const isOptimal = text.startsWith('Optimal')
    return {
      cpuS: childCpuS(log),
      wallS,
      objectiveMusd,
      boundMusd: Number.isFinite(bound) ? bound : isOptimal ? objectiveMusd : null,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
