import { auditResult } from '../../engine/audit/auditResult.ts'
import { solveWithCooling } from '../../engine/solveWithCooling.ts'
import type { SolveProgress } from '../../engine/strategy/solveFormulation.ts'
import { describeInfeasibility } from '../../engine/why/conflict/infeasibleWords.ts'
import { hashPlan } from '../../main/hashPlan.ts'
import { readCatalog } from '../../main/readCatalog.ts'
import { writeAtomically } from '../../main/writeAtomically.ts'
import { asChosen } from '../../plan/asChosen.ts'
import { notes } from '../../report/words/en/notes.ts'
import { EXIT } from '../arguments/exit.ts'
import { moneyText } from '../arguments/moneyText.ts'
import { readChoice, readLimits, readNumber } from '../arguments/options.ts'
import { readPlanFile } from '../arguments/planFile.ts'
import { readArguments } from '../arguments/readArguments.ts'
import { exactProblem } from './exactProblem.ts'
import { auditVerdict } from './summariseAudit.ts'
import { summariseResult } from './summariseResult.ts'

const HELP = `tokenworks solve PLAN [--out RESULT] [--into PLAN] [--gap SHARE] [--time SECONDS] [--seed N] [--mps FILE] [--lp FILE] [--solution FILE] [--progress jsonl]

Sizes a plan: megawatts, phases, racks, models, leases. Prints a summary and whether the audit agrees; --out writes the whole result as JSON.
  --into      writes the plan with the cooling that the solve chose, where sites leave it to the solve
              (facility.coolingChoice: "solve"); the result names it, and audit and report read it from there
  --gap       proven gap at which to stop, as a share (default: the plan's, 0.01)
  --time      time limit in seconds (default: the plan's; else 120, from 275,000 nonzeros on 900, from 700,000 on 3,600);
              the best plan so far is kept and its gap said
  --mps       writes the exact problem for another solver; --lp the same in LP format
  --solution  writes the solution by the names of the MPS
  --progress  jsonl writes one line of progress after another to standard error

Ends with 0 for a plan, 2 for wrong input, 3 where no plan can satisfy everything, 4 where none was found in time.`

export async function solve(args: readonly string[]): Promise<number> {
  const asked = readArguments(args, HELP, {
    out: { type: 'string' },
    into: { type: 'string' },
    gap: { type: 'string' },
    time: { type: 'string' },
    seed: { type: 'string' },
    mps: { type: 'string' },
    lp: { type: 'string' },
    solution: { type: 'string' },
    progress: { type: 'string' },
  })
  if (!asked) return EXIT.done
  const { values, positionals } = asked
  const plan = await readPlanFile(positionals[0])
  const limits = readLimits(values)
  const seed = readNumber('--seed', values.seed, 0, 2 ** 31 - 1)
  const progress = readChoice('--progress', values.progress, ['jsonl'])
  const catalog = await readCatalog()
  const inputsHash = hashPlan(plan)
  const answer = await solveWithCooling({
    plan,
    catalog,
    inputsHash,
    ...limits,
    ...(seed === undefined ? {} : { seed }),
    ...(progress === 'jsonl' ? { onProgress: writeProgress } : {}),
    ...exactProblem(values),
  })
  switch (answer.kind) {
    case 'plan': {
      const chosen = asChosen(plan, answer.result)
      const result = { ...answer.result, inputsHash: hashPlan(chosen) }
      console.log(summariseResult(chosen, catalog, result, moneyText(plan, catalog)))
      for (const note of result.notes)
        if (typeof note === 'object' && note.code === 'cooling-chosen') console.log(`\n${notes.say(note)}`)
      console.log(`\n${auditVerdict(auditResult(chosen, catalog, result, result.inputsHash))}`)
      if (values.out !== undefined) writeAtomically(values.out, `${JSON.stringify(result, null, 2)}\n`)
      if (values.into !== undefined) writeAtomically(values.into, `${JSON.stringify(chosen, null, 2)}\n`)
      return EXIT.done
    }
    case 'infeasible':
      console.error(describeInfeasibility(plan, answer.infeasibility))
      return EXIT.infeasible
    case 'no-plan':
      console.error(`No plan was found in ${answer.timeS.toFixed(1)} s; give it more --time.`)
      return EXIT.noPlan
    default:
      return answer satisfies never
  }
}

function writeProgress(progress: SolveProgress): void {
  process.stderr.write(`${JSON.stringify(progress)}\n`)
}
