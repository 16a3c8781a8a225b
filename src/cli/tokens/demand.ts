import { parseTrace } from '../../catalog/import/parseTrace.ts'
import { planCatalog } from '../../catalog/planCatalog.ts'
import { readGrowthTable } from '../../engine/demand/growthTable.ts'
import { traceProfile } from '../../engine/demand/traceProfile.ts'
import { listWorkloads } from '../../engine/derive/agents/workloads.ts'
import { listPeriods } from '../../engine/derive/periods.ts'
import { readCatalog } from '../../main/readCatalog.ts'
import { writeAtomically } from '../../main/writeAtomically.ts'
import { AppFault } from '../../plan/fault.ts'
import { readPlan } from '../../plan/readPlan.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { findTimeZone, TIME_ZONE_EXPECTED } from '../../plan/timeZone.ts'
import { SECONDS_PER_DAY } from '../../plan/units.ts'
import { writeJson } from '../arguments/caseCommand.ts'
import { EXIT } from '../arguments/exit.ts'
import { readNumber } from '../arguments/options.ts'
import { readPlanFile } from '../arguments/planFile.ts'
import { readArguments } from '../arguments/readArguments.ts'
import { readTextFile } from '../arguments/textFile.ts'
import { layerValue } from '../plan/layerValue.ts'

const HELP = `tokenworks demand PLAN [--out FILE]
tokenworks demand layer-value PLAN
tokenworks demand import-trace FILE [--time-zone ZONE] [--gap-minutes N] [--start TIME] [--out FILE]
                               [--plan PLAN --demand ID --into FILE]
tokenworks demand growth-table FILE --plan PLAN --demand ID [--into FILE]

layer-value says what scheduling is worth, by solving without it (see its own --help).

Of a plan: tokens a day and tokens per second of every line of demand in every quarter, mean of the week,
as JSON.

import-trace turns a measured trace (CSV: the Azure LLM inference traces of 2023 and 2024, BurstGPT, or columns
timestamp, input_tokens, output_tokens) into token sizes, hourly profile and burst factor, as JSON. Rows out of order
and gaps are repaired and said; rows that cannot be read end it with 2.
  --time-zone     clock by which days and hours are told, such as America/New_York (default UTC)
  --gap-minutes   a time without requests longer than this is missing, not quiet (default 60)
  --start         when second 0 was, for traces with seconds for times (default: a Monday, 0 h)
  --plan, --demand, --into
                  writes the plan with the sizes, profile and burst of the trace in a line of demand

growth-table makes a table of years, quarters or months and their units the growth of a line of demand: a value stands where
its period begins, with a straight line between two. The plan is written to --into (default: PLAN), the units by period
as JSON; a row that cannot be read ends it with 2.`

export async function demand(args: readonly string[]): Promise<number> {
  if (args[0] === 'import-trace') return importTrace(args.slice(1))
  if (args[0] === 'growth-table') return growthTable(args.slice(1))
  if (args[0] === 'layer-value') return layerValue(args.slice(1))
  const asked = readArguments(args, HELP, { out: { type: 'string' } })
  if (!asked) return EXIT.done
  const { values, positionals } = asked
  const plan = await readPlanFile(positionals[0])
  const catalog = planCatalog(plan, await readCatalog())
  const quarters = listPeriods(plan).map((period) => period.label)
  const lines = listWorkloads(plan, catalog).map((own) => ({
    demandId: own.id,
    inputTokensPerCall: own.inputTokens,
    outputTokensPerCall: own.outputTokens,
    quarters: quarters.map((quarter, t) => ({
      quarter,
      tokensPerDay: own.tokS[t]! * SECONDS_PER_DAY,
      tokensPerS: own.tokS[t]!,
    })),
  }))
  writeJson({ lines }, values.out)
  return EXIT.done
}

async function importTrace(args: readonly string[]): Promise<number> {
  const asked = readArguments(args, HELP, {
    'time-zone': { type: 'string' },
    'gap-minutes': { type: 'string' },
    start: { type: 'string' },
    out: { type: 'string' },
    plan: { type: 'string' },
    demand: { type: 'string' },
    into: { type: 'string' },
  })
  if (!asked) return EXIT.done
  const { values, positionals } = asked
  const text = await readTextFile('FILE', positionals[0], 'trace file')
  const trace = parseTrace(text, values.start === undefined ? {} : { startMs: readTime(values.start) })
  const profile = traceProfile(trace, {
    timeZone: readTimeZone(values['time-zone'] ?? 'UTC'),
    gapMinutes: readNumber('--gap-minutes', values['gap-minutes'], 1, 1e6) ?? 60,
  })
  for (const repair of profile.repairs) console.error(repair)
  if (values.plan !== undefined) {
    const plan = await readPlanFile(values.plan)
    const into = values.into ?? values.plan
    writeAtomically(into, `${JSON.stringify(withLine(plan, values.demand, profile.demand), null, 2)}\n`)
  }
  writeJson(profile, values.out)
  return EXIT.done
}

async function growthTable(args: readonly string[]): Promise<number> {
  const asked = readArguments(args, HELP, {
    plan: { type: 'string' },
    demand: { type: 'string' },
    into: { type: 'string' },
    out: { type: 'string' },
  })
  if (!asked) return EXIT.done
  const { values, positionals } = asked
  const text = await readTextFile('FILE', positionals[0], 'table of growth')
  const plan = await readPlanFile(values.plan)
  const periods = listPeriods(plan).map((period) => period.label)
  const unitsByPeriod = readGrowthTable(text, periods)
  const grown = withLine(plan, values.demand, { growth: 'table', unitsByPeriod })
  writeAtomically(values.into ?? values.plan!, `${JSON.stringify(grown, null, 2)}\n`)
  writeJson({ units: Object.fromEntries(periods.map((period, t) => [period, unitsByPeriod[t]])) }, values.out)
  return EXIT.done
}

function withLine(plan: Plan, demandId: string | undefined, overrides: object): Plan {
  if (!plan.demand.some((own) => own.id === demandId))
    throw new AppFault('bad-input', 'The plan has no such line of demand', [
      {
        path: '--demand',
        value: demandId,
        expected: `one of ${plan.demand.map((own) => own.id).join(', ')}`,
      },
    ])
  const lines = plan.demand.map((own) => (own.id === demandId ? { ...own, ...overrides } : own))
  return readPlan({ ...plan, demand: lines })
}

function readTime(text: string): number {
  const ms = Date.parse(/[Zz]|[+-]\d\d:?\d\d$/.test(text) ? text : `${text}Z`)
  if (!Number.isNaN(ms)) return ms
  throw new AppFault('bad-input', 'An option is wrong', [
    { path: '--start', value: text, expected: 'a time such as 2024-05-10T00:00' },
  ])
}

function readTimeZone(zone: string): string {
  const known = findTimeZone(zone)
  if (known !== undefined) return known
  throw new AppFault('bad-input', 'An option is wrong', [
    { path: '--time-zone', value: zone, expected: TIME_ZONE_EXPECTED },
  ])
}
