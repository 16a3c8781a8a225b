import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Problem } from '../src/engine/problem/problem.ts'
import { writeMps } from '../src/engine/problem/writeMps.ts'

interface Run {
  readonly cpuS: number
  readonly wallS: number
  /** What the program printed. */
  readonly log: string
  /** The file it wrote; empty where it wrote none. */
  readonly answer: string
}

/** Whether a program is installed: it answers to harmless options. */
export function isInstalled(program: string, ...options: readonly string[]): boolean {
  try {
    execFileSync(program, options, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Runs another solver on the exported MPS, in a folder of its own; `command` gets both files' paths, quoted. */
export function runOnMps(problem: Problem, command: (mps: string, answer: string) => string): Run {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const [mps, answer] = [join(folder, 'problem.mps'), join(folder, 'answer.txt')]
    writeFileSync(mps, writeMps(problem))
    const started = performance.now()
    const script = `${command(`'${mps}'`, `'${answer}'`)}; times`
    const log = execFileSync('sh', ['-c', script], { encoding: 'utf8', maxBuffer: 1e9 })
    const wallS = (performance.now() - started) / 1000
    return {
      cpuS: childCpuS(log),
      wallS,
      log,
      answer: existsSync(answer) ? readFileSync(answer, 'utf8') : '',
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The shell's `times` ends with the processor time of its children, user and system: `0m1.25s 0m0.03s`. */
function childCpuS(log: string): number {
  const last = log.trimEnd().split('\n').at(-1) ?? ''
  return [...last.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  )
}
