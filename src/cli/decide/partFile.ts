import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Outcome } from '../../engine/vary/task.ts'
import { SweepOutcome } from './sweepOutcome.ts'

/**
 * What is solved of a sweep so far: one outcome a line as JSON, below a line that says of which sweep. A file of
 * another sweep is begun anew; a line that is no whole outcome, as one cut short by a crash, is solved again.
 */
export class PartFile {
  /** Outcomes by the id of their task. */
  readonly known = new Map<string, Outcome>()
  readonly #file: string

  constructor(file: string, identity: string) {
    this.#file = file
    const [first, ...lines] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
    if (first !== identity) writeFileSync(file, `${identity}\n`)
    else {
      for (const line of lines) this.#read(line)
      // What comes next must not be joined to a line that was cut short.
      if (lines.at(-1) !== '') appendFileSync(file, '\n')
    }
  }

  #read(line: string): void {
    let document: unknown
    try {
      document = JSON.parse(line)
    } catch {
      return
    }
    const { success, data } = SweepOutcome.safeParse(document)
    if (success) this.known.set(data.id, data as Outcome)
  }

  add(outcome: Outcome): void {
    appendFileSync(this.#file, `${JSON.stringify(outcome)}\n`)
  }

  remove(): void {
    rmSync(this.#file, { force: true })
  }
}
