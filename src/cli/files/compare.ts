import { planCatalog } from '../../catalog/planCatalog.ts'
import { planMoney } from '../../catalog/planMoney.ts'
import { readCatalog } from '../../main/readCatalog.ts'
import { AppFault } from '../../plan/fault.ts'
import { buildComparison, type ComparedPlan } from '../../report/buildComparison.ts'
import { sayCatalog, sayWhole } from '../../report/words/sayNames.ts'
import { EXIT } from '../arguments/exit.ts'
import { readPlanFile, readSolvedPlan } from '../arguments/planFile.ts'
import { readArguments } from '../arguments/readArguments.ts'
import { REPORT_OPTIONS, readForm, writeDocument } from './reportOptions.ts'

const HELP = `tokenworks compare PLAN[=RESULT] PLAN[=RESULT] ... --format html|pdf|xlsx|docx|csv|json --out FILE [options]

Two to six plans side by side: figures with differences to the first, cost lines, builds, and every input in which they
differ with its source. Money is in the currency of the first plan. A plan without a RESULT is compared by its inputs alone.

  --changes             two files are revisions of one plan: what changed from the first to the second
  --paper a4|letter     paper of PDF, HTML and DOCX; a4 unless named
  --language en|zh      English or Simplified Chinese; en unless named
  --numbers wan|metric  large numbers in Chinese by 万 and 亿, or by thousands and millions; wan unless named

Example: tokenworks compare base.plan.json=base.result.json cheap.plan.json=cheap.result.json --format html --out c.html
Ends with 0 where the report was written, 2 for wrong input, as for a result of other inputs.`

const [LEAST, MOST] = [2, 6]

export async function compare(args: readonly string[]): Promise<number> {
  const asked = readArguments(args, HELP, { ...REPORT_OPTIONS, changes: { type: 'boolean', default: false } })
  if (!asked) return EXIT.done
  const { values, positionals } = asked
  const form = readForm(values)
  const most = values.changes ? LEAST : MOST
  if (positionals.length < LEAST || positionals.length > most) {
    throw new AppFault('bad-input', 'The number of plans does not fit', [
      {
        path: 'PLAN',
        value: positionals.length,
        expected: values.changes ? 'two files' : `${LEAST} to ${MOST} files`,
      },
    ])
  }
  const compared: ComparedPlan[] = []
  for (const own of positionals) compared.push(await readCompared(own))
  const kind = values.changes ? 'change' : 'comparison'
  const { day, language, numbers } = form
  const { plan } = compared[0]!
  const catalog = await readCatalog()
  const money = planMoney(plan, planCatalog(plan, catalog))
  const options = { day, language, numbers, kind, money, catalog: sayCatalog(catalog, language) } as const
  const spoken = distinct(compared).map((own) => ({ ...own, ...sayWhole(own.plan, own.result, language) }))
  await writeDocument(buildComparison(spoken, options), form)
  return EXIT.done
}

async function readCompared(text: string): Promise<ComparedPlan> {
  const [file, resultFile] = text.split('=')
  if (resultFile === undefined) {
    const plan = await readPlanFile(file)
    return { name: plan.name, plan, result: null }
  }
  const { plan, result } = await readSolvedPlan(file, resultFile, file)
  return { name: plan.name, plan, result }
}

/** Names told apart by a number where they are the same. */
function distinct(compared: readonly ComparedPlan[]): ComparedPlan[] {
  return compared.map((own, index) => {
    const isTwin = compared.some((other, at) => at !== index && other.name === own.name)
    return isTwin ? { ...own, name: `${own.name} (${index + 1})` } : own
  })
}
