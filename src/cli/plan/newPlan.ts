import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { listTemplateFiles } from '../../main/readTemplates.ts'
import { writeAtomically } from '../../main/writeAtomically.ts'
import { AppFault } from '../../plan/fault.ts'
import { EXIT } from '../arguments/exit.ts'

const HELP = `tokenworks new --template NAME [--out FILE]

Writes a plan from a template: to FILE, else to standard output. Without --template it lists them.`

export async function newPlan(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h' },
      template: { type: 'string' },
      out: { type: 'string' },
    },
  })
  if (values.help) {
    console.log(HELP)
    return EXIT.done
  }
  const files = listTemplateFiles()
  if (values.template === undefined) {
    for (const name of Object.keys(files)) console.log(name)
    return EXIT.done
  }
  const file = Object.hasOwn(files, values.template) ? files[values.template] : undefined
  if (file === undefined) {
    throw new AppFault('not-found', 'There is no such template', [
      { path: '--template', value: values.template, expected: `one of ${Object.keys(files).join(', ')}` },
    ])
  }
  const text = await readFile(file, 'utf8')
  if (values.out === undefined) process.stdout.write(text)
  else writeAtomically(values.out, text)
  return EXIT.done
}
