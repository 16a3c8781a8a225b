import { basename } from 'node:path'
import { planCatalog } from '../../catalog/planCatalog.ts'
import { importBenchmark } from '../../engine/throughput/import/importBenchmark.ts'
import type { MeasuredRun, RunContext } from '../../engine/throughput/import/measuredRun.ts'
import { readCatalog } from '../../main/readCatalog.ts'
import { writeAtomically } from '../../main/writeAtomically.ts'
import { counted } from '../../plan/counted.ts'
import { describeFault } from '../../plan/fault.ts'
import { mergeMeasurements } from '../../plan/mergeMeasurements.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { EXIT } from '../arguments/exit.ts'
import { given, need, readNumber } from '../arguments/options.ts'
import { readPlanFile } from '../arguments/planFile.ts'
import { readArguments } from '../arguments/readArguments.ts'
import { parseJson } from '../arguments/textFile.ts'
import { readText } from './measuredFiles.ts'

const HELP = `tokenworks throughput import FILE... [--out RUNS] [--into PLAN] [options]

Reads benchmark results: vllm bench serve (JSON, one result a line, or the tables it prints), AIPerf and GenAI-Perf
(JSON or CSV), InferenceMAX rows (JSON or CSV, with separate prefill too), MLPerf summaries. Prints a line a run and a
line a fault; a row with a fault is left out. A FILE of - reads standard input. --out keeps the runs for --anchors of tokenworks throughput; --into adds them to a plan, whose speeds follow
them from then on (a run of the same source takes the place of the one before).
  --model, --accelerator, --n-accel, --precision, --framework, --concurrency, --input, --output
              what the files do not say themselves

Ends with 2 where any row was left out.`

export async function throughputImport(args: readonly string[]): Promise<number> {
  const asked = readArguments(args, HELP, {
    out: { type: 'string' },
    into: { type: 'string' },
    model: { type: 'string' },
    accelerator: { type: 'string' },
    'n-accel': { type: 'string' },
    precision: { type: 'string' },
    framework: { type: 'string' },
    concurrency: { type: 'string' },
    input: { type: 'string' },
    output: { type: 'string' },
  })
  if (!asked) return EXIT.done
  const { values, positionals } = asked
  need('FILE', positionals[0], 'the path of a benchmark result')
  const context: RunContext = given({
    model: values.model,
    accelerator: values.accelerator,
    nAccel: readNumber('--n-accel', values['n-accel'], 1, 100_000),
    precision: values.precision,
    framework: values.framework,
    concurrency: readNumber('--concurrency', values.concurrency, 1, 1e6),
    isl: readNumber('--input', values.input, 1, 1e7),
    osl: readNumber('--output', values.output, 1, 1e7),
  })
  const plan = values.into === undefined ? undefined : await readPlanFile(values.into)
  const shipped = await readCatalog()
  const catalog = plan === undefined ? shipped : planCatalog(plan, shipped)
  const imported = await Promise.all(
    positionals.map(async (file) =>
      importBenchmark(
        file === '-' ? 'standard input' : basename(file),
        await readText('FILE', file),
        context,
        catalog,
      ),
    ),
  )
  const runs = imported.flatMap((own) => own.runs)
  const faults = imported.flatMap((own) => own.faults)
  for (const run of runs) console.log(describeRun(run))
  for (const fault of faults) console.error(`left out: ${describeFault(fault)}`)
  if (values.out !== undefined) writeAtomically(values.out, `${JSON.stringify(runs, null, 1)}\n`)
  if (values.into !== undefined && plan !== undefined && runs.length > 0)
    await keepInPlan(values.into, plan, runs)
  return faults.length > 0 ? EXIT.badInput : EXIT.done
}

/** Writes the plan's own document with the runs in it; what its file leaves to defaults stays left out. */
async function keepInPlan(file: string, plan: Plan, runs: readonly MeasuredRun[]): Promise<void> {
  const document = parseJson('--into', await readText('--into', file)) as object
  const measurements = mergeMeasurements(plan.measurements, runs)
  writeAtomically(file, `${JSON.stringify({ ...document, measurements }, null, 2)}\n`)
  console.log(`${counted(runs.length, 'run')} kept in ${plan.name}, which now has ${measurements.length}`)
}

function describeRun(run: MeasuredRun): string {
  const lengths = `${Math.round(run.isl)} in, ${Math.round(run.osl)} out`
  const load =
    run.concurrency === undefined ? (run.scenario ?? '') : `${Math.round(run.concurrency)} in flight`
  const apart = run.isDisaggregated ? ', prompts and answers apart' : ''
  return `${run.source}: ${run.model} on ${run.nAccel} x ${run.accelerator}${apart}, ${run.precision ?? 'precision not said'}, ${lengths}, ${load}: ${run.outputTokSPerAccel.toPrecision(4)} output tokens/s per accelerator`
}
