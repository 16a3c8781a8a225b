import { deriveInputs } from '../../engine/derive/deriveInputs.ts'
import { formulate } from '../../engine/formulate.ts'
import { evaluate } from '../../engine/vary/evaluate.ts'
import { costOfForcing } from '../../engine/why/costOfForcing.ts'
import { FORCE_EXAMPLES } from '../../engine/why/force.ts'
import { limitName } from '../../engine/why/limits/limitWords.ts'
import { explainWorth, type LimitWorth } from '../../engine/why/limits/shadowPrices.ts'
import { readCatalog } from '../../main/readCatalog.ts'
import { AppFault } from '../../plan/fault.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { writeJson } from '../arguments/caseCommand.ts'
import { EXIT } from '../arguments/exit.ts'
import { type MoneyText, moneyText } from '../arguments/moneyText.ts'
import { readNumber } from '../arguments/options.ts'
import { readSolvedPlan } from '../arguments/planFile.ts'
import { readArguments } from '../arguments/readArguments.ts'

const HELP = `tokenworks why PLAN RESULT [--quarters N] [--demand] [--not DECISION ...] [--out FILE]

What stands in the way of a cheaper plan: every limit that binds, by what one step more of it saves. With phases,
openings and plant as the result has them, each limit is widened by a step and the plan solved again.
  --quarters  so many of the dearest limits also quarter by quarter, with the range of the price (default 3)
  --demand    also what one step more of each demand costs
  --not       instead: what it costs to force a decision, by solving the plan with it, as in
              ${FORCE_EXAMPLES.join(', ')}
  --out       writes all of it as JSON`

export async function why(args: readonly string[]): Promise<number> {
  const asked = readArguments(args, HELP, {
    quarters: { type: 'string' },
    not: { type: 'string', multiple: true, default: [] },
    demand: { type: 'boolean', default: false },
    out: { type: 'string' },
  })
  if (!asked) return EXIT.done
  const { values, positionals } = asked
  const { plan, result } = await readSolvedPlan(positionals[0], positionals[1])
  if (values.not.length > 0) return whyNot(plan, result, values.not, values.out)
  const byQuarter = readNumber('--quarters', values.quarters, 0, 1000) ?? 3
  const catalog = await readCatalog()
  const formulation = formulate(deriveInputs(plan, catalog))
  const text = moneyText(plan, catalog)
  const report = await explainWorth({
    formulation,
    result,
    byQuarter,
    ...(values.demand ? { isWanted: () => true } : {}),
  })
  if (values.out !== undefined) writeJson(report, values.out)
  const [demand, limits] = partition(report.limits, ({ family }) => family === 'demand')
  console.log(limits.length > 0 ? 'What binds, the dearest first' : 'Nothing but the demand binds.')
  for (const own of limits) console.log(describe(plan, own, text))
  if (demand.length > 0) console.log('\nWhat more demand costs')
  for (const own of demand) console.log(describeDemand(plan, own, text))
  return EXIT.done
}

/** The cost of a decision: the forced plan less the plan, with what their gaps leave open. */
async function whyNot(
  plan: Plan,
  result: PlanResult,
  decisions: readonly string[],
  out: string | undefined,
): Promise<number> {
  const context = { plan, catalog: await readCatalog(), designs: [] }
  const { perUsd, millions } = moneyText(plan, context.catalog)
  const musd = (value: number): string => (value * perUsd).toFixed(2)
  const answers = []
  for (const decision of decisions) {
    const outcome = await evaluate(context, { id: decision, edits: [], design: 'full', forced: [decision] })
    if (outcome.kind === 'bad-input') throw new AppFault('bad-input', outcome.message)
    const answer = costOfForcing(result.solver, outcome)
    answers.push({ ...answer, outcome })
    const cost = answer.costMusd
    console.log(
      cost === null
        ? `${decision}: ${outcome.kind === 'infeasible' ? 'no plan satisfies everything with it' : 'no plan was found in time'}`
        : `${decision} costs ${musd(cost)} ${millions} (between ${musd(answer.leastMusd)} and ${musd(answer.mostMusd)} by the gaps of the two plans)`,
    )
  }
  if (out !== undefined) writeJson(answers, out)
  return EXIT.done
}

function partition<T>(items: readonly T[], is: (item: T) => boolean): [T[], T[]] {
  return [items.filter(is), items.filter((item) => !is(item))]
}

function describe(plan: Plan, own: LimitWorth, text: MoneyText): string {
  const money = (usd: number): string => say(usd, text)
  const { step, unit, periods, savedByStepUsd, costOfStepLessUsd, quarters } = own
  const less =
    costOfStepLessUsd === null
      ? 'with as much less the structure as built cannot run'
      : `as much less costs ${money(costOfStepLessUsd)}`
  return [
    `  ${limitName(plan, own.family, [own.ownerId])}, ${periods[0]} to ${periods.at(-1)}: ${step} ${unit} more saves ${money(savedByStepUsd)}; ${less}`,
    ...quarters.map(
      (quarter) =>
        `    ${step} ${unit} more in ${quarter.period} alone saves ${money(quarter.savedByStepUsd)}; ${money(quarter.usdPerUnit)} per ${unit} ${range(quarter.holdsForUnits, unit)}`,
    ),
  ].join('\n')
}

function describeDemand(
  plan: Plan,
  { step, unit, costOfStepLessUsd, ...own }: LimitWorth,
  text: MoneyText,
): string {
  const cost = costOfStepLessUsd === null ? 'cannot be served' : `costs ${say(costOfStepLessUsd, text)}`
  return `  ${limitName(plan, own.family, [own.ownerId])}: ${step} ${unit} more, in every hour, ${cost}`
}

function range(units: number | null, unit: string): string {
  return units === null ? 'without end' : `for the first ${Number(units.toPrecision(3))} ${unit}`
}

function say(usd: number, { perUsd, sign }: MoneyText): string {
  const own = usd * perUsd
  return own >= 1e6 ? `${sign}${(own / 1e6).toPrecision(3)} M` : `${sign}${(own / 1e3).toPrecision(3)} k`
}
