import { availableParallelism } from 'node:os'
import { type AgeTried, findRefreshAges } from '../../engine/vary/refreshAges.ts'
import { readCatalog } from '../../main/readCatalog.ts'
import { counted } from '../../plan/counted.ts'
import { AppFault } from '../../plan/fault.ts'
import { editedPlan } from '../../plan/planPath.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { writeJson } from '../arguments/caseCommand.ts'
import { EXIT } from '../arguments/exit.ts'
import { type MoneyText, moneyText } from '../arguments/moneyText.ts'
import { readLimits, readNumber } from '../arguments/options.ts'
import { readPlanFile } from '../arguments/planFile.ts'
import { readArguments } from '../arguments/readArguments.ts'
import { openThreads } from './runInThreads.ts'

const HELP = `tokenworks refresh-age PLAN [--accelerator ID ...] [--ages LIST] [--kept SHARE] [--gap SHARE] [--time S] [--into PLAN] [--out FILE]

At which age it pays to retire and replace accelerators: the plan is solved anew at every age, one accelerator after
another, and the cheapest is kept. Ages within the gap of one another may come out either way. One age for all that is
ever bought; accelerators[].retireAtYears leaves it to one solve, for what is bought in each period.
  --accelerator  of the plan, by id (default: all)
  --ages         years to try, as in 2,3,4 (default: every whole year below the life and the horizon)
  --kept         share of its price that a unit keeps each year, for its resale (default: straight-line book value)
  --into         writes the plan with the best ages
  --out          writes every age that was tried, as JSON`

const text = { type: 'string' } as const

export async function refreshAge(args: readonly string[]): Promise<number> {
  const asked = readArguments(args, HELP, {
    accelerator: { type: 'string', multiple: true, default: [] },
    ...{ ages: text, kept: text, gap: text, time: text, into: text, out: text },
  })
  if (!asked) return EXIT.done
  const { values, positionals } = asked
  const plan = await readPlanFile(positionals[0])
  const question = {
    acceleratorIds: acceleratorsOf(plan, values.accelerator),
    ages: values.ages?.split(',').map((age) => readNumber('--ages', age, 0.25, 30)!),
    keptShare: readNumber('--kept', values.kept, 0, 1),
    ...readLimits(values),
  }
  const pool = openThreads(
    { plan, designs: [] },
    availableParallelism(),
    new Map(),
    ({ id, kind, message }) => console.error(`${id}: ${message || kind}`),
  )
  try {
    const found = await findRefreshAges(plan, question, pool.run)
    if (values.out !== undefined) writeJson(found, values.out)
    if (values.into !== undefined) writeJson(editedPlan(plan, found.edits), values.into)
    const money = moneyText(plan, await readCatalog())
    console.log(
      found.tried.map((row) => describe(row, found.best[row.acceleratorId] === row.years, money)).join('\n'),
    )
    return found.tried.some(({ metrics }) => metrics) ? EXIT.done : EXIT.infeasible
  } finally {
    await pool.close()
  }
}

function acceleratorsOf({ accelerators }: Plan, asked: readonly string[]): string[] {
  const ids = accelerators.map(({ id }) => id)
  const unknown = asked.filter((id) => !ids.includes(id))
  if (unknown.length === 0) return asked.length > 0 ? [...asked] : ids
  throw new AppFault(
    'bad-input',
    'An option is wrong',
    unknown.map((value) => ({ path: '--accelerator', value, expected: `one of ${ids.join(', ')}` })),
  )
}

function describe(
  { acceleratorId, years, kind, message, metrics }: AgeTried,
  isBest: boolean,
  { perUsd, millions }: MoneyText,
): string {
  const age = years === null ? 'its life' : counted(years, 'year')
  const cost = metrics
    ? `${(metrics.objectiveMusd * perUsd).toFixed(2)} ${millions}, at least ${(metrics.boundMusd * perUsd).toFixed(2)}`
    : message || kind
  return `${acceleratorId} ${age.padEnd(10)} ${cost}${isBest ? '  cheapest' : ''}`
}
