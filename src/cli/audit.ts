import { parseArgs } from 'node:util'
import { auditResult } from '../engine/audit/auditResult.ts'
import { hashPlan } from '../main/hashPlan.ts'
import { readCatalog } from '../main/readCatalog.ts'
import { writeAtomically } from '../main/writeAtomically.ts'
import { EXIT } from './exit.ts'
import { readPlanFile, readResultFile } from './planFile.ts'
import { auditVerdict, summariseAudit } from './summariseAudit.ts'

const HELP = `tokenworks audit PLAN RESULT [--out REPORT] [--all]

Checks a result that solve wrote with code that shares no formula with the solver: tokens, units, rooms, cooling,
grid, money. Prints what every check found; --all prints every line; --out writes them as JSON.

Ends with 0 where everything agrees, 2 for wrong input, 5 where something does not.`

export async function audit(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h' },
      out: { type: 'string' },
      all: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
  if (values.help) {
    console.log(HELP)
    return EXIT.done
  }
  const plan = await readPlanFile(positionals[0])
  const result = await readResultFile(positionals[1])
  const report = auditResult(plan, await readCatalog(), result, hashPlan(plan))
  if (values.out !== undefined) writeAtomically(values.out, `${JSON.stringify(report, null, 2)}\n`)
  console.log(summariseAudit(report, values.all))
  console.log(auditVerdict(report))
  return report.isOk ? EXIT.done : EXIT.auditFailed
}
