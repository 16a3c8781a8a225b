import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { runSweep, type SweepReport } from '../../engine/vary/runSweep.ts'
import type { Least, Measure, Outcome } from '../../engine/vary/task.ts'
import { hashPlan } from '../../main/hashPlan.ts'
import { readCatalog } from '../../main/readCatalog.ts'
import { SweepSpec } from '../../plan/cases/sweepSpec.ts'
import { checkDocument } from '../../plan/checkDocument.ts'
import { counted } from '../../plan/counted.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import { writeJson } from '../arguments/caseCommand.ts'
import { EXIT } from '../arguments/exit.ts'
import { type MoneyText, moneyText } from '../arguments/moneyText.ts'
import { need, readNumber } from '../arguments/options.ts'
import { readPlanFile, readResultFile } from '../arguments/planFile.ts'
import { readArguments } from '../arguments/readArguments.ts'
import { parseJson, readTextFile } from '../arguments/textFile.ts'
import { readQueueAddress } from '../queue/address.ts'
import { QUEUE_NAME } from '../queue/queueName.ts'
import { openOnQueue } from '../queue/runOnQueue.ts'
import { readVersion, type Version } from '../queue/version.ts'
import { openThreads, type Pool } from './runInThreads.ts'

const HELP = `tokenworks sweep PLAN SPEC --out FILE [--design RESULT ...] [--threads N | --queue redis://HOST:PORT [--queue-name NAME]]

Solves many variants of a plan on all cores: scenarios, sensitivity (tornado, spider), grid (heat map), threshold, monte-carlo, pareto. SPEC is
JSON, its schema resources/schema/sweep.schema.json; FILE gets every variant and what follows from them.
  --design   a result whose design is kept where the spec says fixed; several are compared by regret
  --threads  threads at work (default: the cores)
  --queue    a queue on Redis or Valkey from which machines take the tasks, where tokenworks work runs
  --queue-name  (default: ${QUEUE_NAME})

What is solved is kept beside FILE until all is done: the same command goes on where it was stopped.`

export async function sweep(args: readonly string[]): Promise<number> {
  const asked = readArguments(args, HELP, {
    out: { type: 'string' },
    design: { type: 'string', multiple: true, default: [] },
    threads: { type: 'string' },
    queue: { type: 'string' },
    'queue-name': { type: 'string', default: QUEUE_NAME },
  })
  if (!asked) return EXIT.done
  const { values, positionals } = asked
  const plan = await readPlanFile(positionals[0])
  const text = await readTextFile('SPEC', positionals[1], 'sweep specification')
  const spec = checkDocument(SweepSpec, parseJson('SPEC', text), 'The specification does not fit its schema')
  const out = need('--out', values.out, 'where to write what is found')
  const threads = readNumber('--threads', values.threads, 1, 256) ?? availableParallelism()
  const designs = await Promise.all(values.design.map((file) => readResultFile(file)))
  const version = await readVersion()
  const address = values.queue === undefined ? undefined : readQueueAddress(values.queue)
  const part = new PartFile(`${out}.part`, identify(plan, spec, designs, version))
  const onOutcome = (outcome: Outcome): void => {
    part.add(outcome)
    console.error(`${outcome.id}: ${outcome.message || outcome.kind}`)
  }
  const [data, { known }, name] = [{ plan, designs }, part, values['queue-name']]
  const pool: Pool = address
    ? await openOnQueue({ address, name, data, version, known, onOutcome })
    : openThreads(data, Math.round(threads), known, onOutcome)
  try {
    const report = await runSweep(spec, designs.length, pool.run)
    writeJson(report, out)
    part.remove()
    console.log(summarise(report, moneyText(plan, await readCatalog())))
    return EXIT.done
  } finally {
    await pool.close()
  }
}

function identify(
  plan: Parameters<typeof hashPlan>[0],
  spec: SweepSpec,
  designs: readonly PlanResult[],
  version: Version,
): string {
  const hashes = designs.map(({ inputsHash, solver }) => [inputsHash, solver.objectiveMusd])
  return createHash('sha256')
    .update(JSON.stringify([hashPlan(plan), spec, hashes, version]))
    .digest('hex')
}

/** Outcomes as they come, a line each, below a line that says of which sweep. */
class PartFile {
  readonly known = new Map<string, Outcome>()
  readonly #file: string

  constructor(file: string, identity: string) {
    this.#file = file
    const [first, ...lines] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
    if (first !== identity) writeFileSync(file, `${identity}\n`)
    else for (const line of lines) this.#read(line)
  }

  /** A last line cut short by a crash is solved again. */
  #read(line: string): void {
    if (!line.endsWith('}')) return
    const outcome: Outcome = JSON.parse(line)
    this.known.set(outcome.id, outcome)
  }

  add(outcome: Outcome): void {
    appendFileSync(this.#file, `${JSON.stringify(outcome)}\n`)
  }

  remove(): void {
    rmSync(this.#file, { force: true })
  }
}

function summarise(
  { rows, tornado, grid, threshold, monteCarlo, front }: SweepReport,
  { perUsd, millions }: MoneyText,
): string {
  const musd = (value: number | null): string =>
    value === null ? 'no plan' : `${(value * perUsd).toPrecision(5)} ${millions}`
  const failed = rows.filter(({ metrics }) => metrics === null).length
  const lines = [`${counted(rows.length, 'variant')} solved, ${failed} of them without a plan`]
  for (const { path, lowMusd, highMusd, swingMusd } of tornado)
    lines.push(`  ${path}: ${musd(lowMusd)} to ${musd(highMusd)}, a swing of ${musd(swingMusd)}`)
  for (const [place, line] of grid?.cells.entries() ?? [])
    lines.push(
      `  ${grid?.down[place]}: ${line.map((row) => musd(row?.metrics?.objectiveMusd ?? null)).join(', ')}`,
    )
  if (threshold) {
    const { path, flips, value, below, above } = threshold
    lines.push(
      value === null
        ? `  ${flips} does not turn between ${below.value} and ${above.value} of ${path}: ${below.holds ? 'always so' : 'never so'}`
        : `  ${flips} turns at ${Number(value.toPrecision(4))} of ${path}: ${below.holds} at ${below.value}, ${above.holds} at ${above.value}`,
    )
  }
  for (const own of monteCarlo?.designs ?? [])
    lines.push(
      `  design ${own.designIndex}: ${musd(own.costMusd.p10)} / ${musd(own.costMusd.p50)} / ${musd(own.costMusd.p90)} (P10 / P50 / P90), shortage in ${(own.shortageProbability * 100).toFixed(1)} % of draws, regret ${musd(own.regretMusd.mean)} on average`,
    )
  if (tornado.length === 0 && !monteCarlo && !threshold && !grid)
    for (const { id, metrics } of rows) lines.push(`  ${id}: ${musd(metrics?.objectiveMusd ?? null)}`)
  if (front?.least) lines.push(sayLeast(front.measure, front.least))
  return lines.join('\n')
}

const MEASURES: Readonly<Record<Measure, string>> = {
  carbon: 't of carbon of the electricity of own sites',
  unserved: 'million tokens unserved',
  leased: 'million tokens leased or bought',
  edge: 'million tokens served away from the edge',
}

function sayLeast(measure: Measure, { value, bound }: Least): string {
  const [found, proven] = [value, bound].map((own) => Number(own.toPrecision(6)))
  return `  least: ${found} ${MEASURES[measure]}, proven not to be below ${proven}, with no more unserved than the cheapest plan has`
}
