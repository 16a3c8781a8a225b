import { deriveInputs } from '../../engine/derive/deriveInputs.ts'
import { readCatalog } from '../../main/readCatalog.ts'
import { counted } from '../../plan/counted.ts'
import { notes } from '../../report/words/en/notes.ts'
import { nameNote } from '../../report/words/nameNote.ts'
import { thingNames } from '../../report/words/thingNames.ts'
import { EXIT } from '../arguments/exit.ts'
import { readPlanFile } from '../arguments/planFile.ts'
import { readArguments } from '../arguments/readArguments.ts'

const HELP = `tokenworks check PLAN

Reads a plan, its references and the catalog rows it names. Prints one line a fault (path, value, what was
expected) and ends with 2, or says what the plan holds and ends with 0.`

export async function check(args: readonly string[]): Promise<number> {
  const asked = readArguments(args, HELP, {})
  if (!asked) return EXIT.done
  const { positionals } = asked
  const plan = await readPlanFile(positionals[0])
  const catalog = await readCatalog()
  const inputs = deriveInputs(plan, catalog)
  const stranded = inputs.groups.filter(
    (group) => group.siteIndices.length + group.leaseIndices.length + group.apiIndices.length === 0,
  )
  console.log(
    `${plan.name}: ${counted(plan.sites.length, 'site')}, ${counted(plan.regions.length, 'region')}, ${counted(inputs.classes.length, 'task class', 'task classes')}, ${inputs.periods.length} ${inputs.plan.horizon.periodLength}s from ${inputs.periods[0]!.label}`,
  )
  const names = thingNames(plan, catalog, 'en')
  for (const note of inputs.fleet.notes) console.log(`note: ${notes.say(nameNote(note, names, catalog))}`)
  for (const group of stranded) console.log(`warning: ${group.id} may be served nowhere`)
  return EXIT.done
}
