import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { importFileTargets, previewImport } from '../../exchange/importFile.ts'
import { readCatalog } from '../../main/readCatalog.ts'
import { writeAtomically } from '../../main/writeAtomically.ts'
import { counted } from '../../plan/counted.ts'
import { AppFault } from '../../plan/fault.ts'
import { EXIT } from '../arguments/exit.ts'
import { readNumber } from '../arguments/options.ts'
import { readPlanFile } from '../arguments/planFile.ts'
import { readArguments } from '../arguments/readArguments.ts'

const HELP = `tokenworks import PLAN FILE [--into TABLE] [--sheet NAME] [--column HEAD=FIELD[:UNIT]] [--site ID] [--out FILE]
                       [--demand ID] [--time-zone ZONE] [--model ID] [--accelerator ID] [--n-accel N] [--precision P]
                       [--concurrency N]

What a file would change in a plan, one line a change; with --out the changed plan is written there.

  FILE       a workbook of inputs (tokenworks export --format xlsx), a table as XLSX or CSV, GeoJSON or KML of sites,
             an EPW weather file, a year of hours as CSV, a trace of requests (Azure LLM traces, BurstGPT), results of
             a benchmark (vllm bench, AIPerf, GenAI-Perf, InferenceMAX, MLPerf), or a whole plan of any released schema
  --into     the plan's table: sites, demand, distribution.leases, accelerators, models, ...; catalog:TABLE for quotes
             and catalog values as overrides; hourly-price (USD/MWh), hourly-load (MW), hourly-carbon (kg/MWh),
             weather-epw, request-trace, benchmarks, site-places, inputs-workbook, whole-plan;
             guessed from name, heads and rows where it can be; --into list names them all
  --sheet    of an XLSX file; the first with rows unless named
  --column   gives a column to a field, as in --column "Power (kW)=power.gridLimitMw:kW"; may be repeated;
             FIELD - leaves the column out. Others are guessed by name and unit
  --site     site that hours and weather are of, or that new places are like; the first unless named
  --demand, --time-zone   line of demand that a trace is of (the first unless named), and its clock (UTC)
  --model, --accelerator, --n-accel, --precision, --concurrency   of a benchmark, where its file does not say them
  --out      writes the changed plan; without it nothing is written

A new row takes what it must have and does not bring from the first of its list: such values are listed as estimated,
and the plan keeps that they are. Rows with faults are named and left out. A whole library goes in by export --library.
Ends with 0 where everything was read, 2 where rows or the file have faults (good rows are still written).`

export async function importInto(args: readonly string[]): Promise<number> {
  const asked = readArguments(args, HELP, {
    into: { type: 'string' },
    sheet: { type: 'string' },
    column: { type: 'string', multiple: true, default: [] },
    site: { type: 'string' },
    demand: { type: 'string' },
    'time-zone': { type: 'string' },
    model: { type: 'string' },
    accelerator: { type: 'string' },
    'n-accel': { type: 'string' },
    precision: { type: 'string' },
    concurrency: { type: 'string' },
    out: { type: 'string' },
  })
  if (!asked) return EXIT.done
  const { values, positionals } = asked
  const plan = await readPlanFile(positionals[0])
  if (values.into === 'list') {
    for (const name of importFileTargets(plan)) console.log(name)
    return EXIT.done
  }
  const file = positionals[1]
  const bytes = await readBytes(file)
  const order = {
    fileName: basename(file!),
    bytes,
    target: values.into,
    sheet: values.sheet,
    siteId: values.site,
    demandId: values.demand,
    timeZone: values['time-zone'],
    run: {
      model: values.model,
      accelerator: values.accelerator,
      nAccel: readNumber('--n-accel', values['n-accel'], 1, 100_000),
      precision: values.precision,
      concurrency: readNumber('--concurrency', values.concurrency, 1, 1e6),
    },
  }
  const catalog = await readCatalog()
  const guess = values.column.length === 0 ? undefined : previewImport(plan, catalog, order)
  const columns = guess && sayColumns(values.column, guess.columns)
  const { plan: after, changes, faults, target } = previewImport(plan, catalog, { ...order, columns })
  print(changes, faults)
  console.log(`${counted(changes.length, 'change')} to ${target}, ${counted(faults.length, 'fault')}`)
  if (after && values.out) writeAtomically(values.out, `${JSON.stringify(after, null, 2)}\n`)
  return faults.length > 0 ? EXIT.badInput : EXIT.done
}

type Preview = ReturnType<typeof previewImport>

function print(changes: Preview['changes'], faults: Preview['faults']): void {
  for (const { kind, where, field, before, after } of changes) {
    const values = kind === 'removed' ? '' : `${before ?? '-'} -> ${after ?? '-'}`
    console.log([kind, where, field, values].filter(Boolean).join('  '))
  }
  for (const { row, column, value, expected } of faults)
    console.error(`row ${row}, ${column}: ${JSON.stringify(value)}; expected ${expected}`)
}

type Columns = Preview['columns']

function sayColumns(said: readonly string[], guessed: Columns) {
  return said.map((text) => {
    const at = text.lastIndexOf('=')
    const [field = '', unit = ''] = text.slice(at + 1).split(':')
    const column = guessed.find(({ head }) => head === text.slice(0, at))
    if (at > 0 && column) return { index: column.index, field: field === '-' ? null : field, unit }
    throw new AppFault('bad-input', 'An option is wrong', [
      {
        path: '--column',
        value: text,
        expected: `HEAD=FIELD[:UNIT] with a head of ${guessed.map(({ head }) => head).join(', ')}`,
      },
    ])
  })
}

async function readBytes(file: string | undefined): Promise<Uint8Array> {
  try {
    if (file !== undefined) return new Uint8Array(await readFile(file))
  } catch {}
  throw new AppFault('not-found', 'The file to import cannot be read', [
    { path: 'FILE', value: file ?? null, expected: 'the path of a readable file' },
  ])
}
