import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { runSweep } from '../../engine/vary/runSweep.ts'
import type { Outcome } from '../../engine/vary/task.ts'
import { hashPlan } from '../../main/hashPlan.ts'
import { readCatalog } from '../../main/readCatalog.ts'
import { SweepSpec } from '../../plan/cases/sweepSpec.ts'
import { checkDocument } from '../../plan/checkDocument.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import { writeJson } from '../arguments/caseCommand.ts'
import { EXIT } from '../arguments/exit.ts'
import { moneyText } from '../arguments/moneyText.ts'
import { need, readNumber } from '../arguments/options.ts'
import { readPlanFile, readResultFile } from '../arguments/planFile.ts'
import { readArguments } from '../arguments/readArguments.ts'
import { parseJson, readTextFile } from '../arguments/textFile.ts'
import { readQueueAddress } from '../queue/address.ts'
import { QUEUE_NAME } from '../queue/queueName.ts'
import { openOnQueue } from '../queue/runOnQueue.ts'
import { readVersion, type Version } from '../queue/version.ts'
import { PartFile } from './partFile.ts'
import { openThreads, type Pool } from './runInThreads.ts'
import { summariseSweep } from './summariseSweep.ts'

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
    console.log(summariseSweep(report, moneyText(plan, await readCatalog())))
    return EXIT.done
  } finally {
    await pool.close()
  }
}

/** SHA-256 of all that the outcomes of a sweep depend on: plan, specification, designs and version. */
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
