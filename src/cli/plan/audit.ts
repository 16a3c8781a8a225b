import { auditResult } from '../../engine/audit/auditResult.ts'
import { readCatalog } from '../../main/readCatalog.ts'
import { writeAtomically } from '../../main/writeAtomically.ts'
import { EXIT } from '../arguments/exit.ts'
import { readPlanAndResult } from '../arguments/planFile.ts'
import { readArguments } from '../arguments/readArguments.ts'
import { auditVerdict, summariseAudit } from './summariseAudit.ts'

const HELP = `tokenworks audit PLAN RESULT [--out REPORT] [--all]

Checks a result that solve wrote with code that shares no formula with the solver: tokens, units, rooms, cooling,
grid, money. Prints what every check found; --all prints every line; --out writes them as JSON.

Ends with 0 where everything agrees, 2 for wrong input, 5 where something does not.`

export async function audit(args: readonly string[]): Promise<number> {
  const asked = readArguments(args, HELP, {
    out: { type: 'string' },
    all: { type: 'boolean', default: false },
  })
  if (!asked) return EXIT.done
  const { values, positionals } = asked
  const { plan, result, hash } = await readPlanAndResult(positionals[0], positionals[1])
  const report = auditResult(plan, await readCatalog(), result, hash)
  if (values.out !== undefined) writeAtomically(values.out, `${JSON.stringify(report, null, 2)}\n`)
  console.log(summariseAudit(report, values.all))
  console.log(auditVerdict(report))
  return report.isOk ? EXIT.done : EXIT.auditFailed
}
