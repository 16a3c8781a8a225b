import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { listTemplateFiles } from '../../main/readTemplates.ts'
import { writeAtomically } from '../../main/writeAtomically.ts'
import { AppFault } from '../../plan/fault.ts'
import { readPlanText } from '../../plan/readPlan.ts'
import { sayTemplate } from '../../report/words/sayShipped.ts'
import { EXIT } from '../arguments/exit.ts'
import { readChoice } from '../arguments/options.ts'

const HELP = `tokenworks new --template NAME [--language en|zh] [--out FILE]

Writes a plan from a template: to FILE, else to standard output. Names and notes inside are
English unless Chinese is asked for. Without --template it lists them.`

export async function newPlan(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h' },
      template: { type: 'string' },
      language: { type: 'string', default: 'en' },
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
  const text = await readTemplate(file, readChoice('--language', values.language, ['en', 'zh'])!)
  if (values.out === undefined) process.stdout.write(text)
  else writeAtomically(values.out, text)
  return EXIT.done
}

/** As it stands in its file; in Chinese with Chinese names and notes. */
async function readTemplate(file: string, language: 'en' | 'zh'): Promise<string> {
  const text = await readFile(file, 'utf8')
  return language === 'en' ? text : `${JSON.stringify(sayTemplate(readPlanText(text), language), null, 2)}\n`
}
