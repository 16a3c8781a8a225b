import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { ExportFormat } from '../../contract/exchange.ts'
import { exportFile } from '../../main/exchange/exportFile.ts'
import { createLibrary } from '../../main/library/createLibrary.ts'
import { readCatalog } from '../../main/readCatalog.ts'
import { takeLock } from '../../main/takeLock.ts'
import { writeAtomically } from '../../main/writeAtomically.ts'
import { counted } from '../../plan/counted.ts'
import { AppFault } from '../../plan/fault.ts'
import { EXIT } from '../arguments/exit.ts'
import { need, readChoice } from '../arguments/options.ts'
import { readPlanFile, readSolvedPlan } from '../arguments/planFile.ts'
import { readArguments } from '../arguments/readArguments.ts'

const HELP = `tokenworks export PLAN [RESULT] --format ${ExportFormat.options.join('|')} --out FILE
tokenworks export --library FILE --out FILE.tokenlibrary
tokenworks export --library FILE --in FILE.tokenlibrary

A plan as a file of the field; RESULT is needed for ics, pypsa and result, and adds what is built to geojson.

  plan     the plan's document, of the newest schema        result   the result's document
  xlsx     every input, to edit and import again            geojson  sites and regions with what is built
  ics      order-by dates for a calendar                    pypsa    CSV folder of the energy side in the last period
  mps, lp  the exact problem for another solver             schemas  JSON Schemas of every file

pypsa and schemas become a folder, or an archive where FILE ends in .zip.
--library FILE is the SQLite file of the plans while Tokenworks does not run on it: --out writes every plan with its
revisions and newest result as one file, --in adds all plans of such a file, or none where one of them has a fault.
Ends with 0 where the file was written, 2 for wrong input.`

const RESOURCES = join(import.meta.dirname, '../../../resources')
const FOLDERS: readonly ExportFormat[] = ['pypsa', 'schemas']

export async function exportFrom(args: readonly string[]): Promise<number> {
  const asked = readArguments(args, HELP, {
    format: { type: 'string' },
    out: { type: 'string' },
    library: { type: 'string' },
    in: { type: 'string' },
  })
  if (!asked) return EXIT.done
  const { values, positionals } = asked
  if (values.library !== undefined) return moveLibrary(values.library, values.out, values.in)
  const format = readChoice(
    '--format',
    need('--format', values.format, 'what to write'),
    ExportFormat.options,
  )!
  const out = need('--out', values.out, 'where to write')
  const { plan, result } =
    positionals[1] === undefined
      ? { plan: await readPlanFile(positionals[0]), result: null }
      : await readSolvedPlan(positionals[0], positionals[1])
  const { bytes } = exportFile(plan, await readCatalog(), result, format, new Date())
  if (!FOLDERS.includes(format) || out.endsWith('.zip')) writeAtomically(out, bytes)
  else {
    mkdirSync(out, { recursive: true })
    for (const [name, own] of Object.entries(unzipSync(bytes)))
      writeAtomically(join(out, name), strFromU8(own))
  }
  return EXIT.done
}

/** The library is locked meanwhile, so that no window writes into it. */
async function moveLibrary(libraryFile: string, out?: string, from?: string): Promise<number> {
  if ((out === undefined) === (from === undefined)) {
    throw new AppFault('bad-input', 'An option is missing', [
      { path: '--out or --in', value: null, expected: 'one of the two: a file to write, or one to add' },
    ])
  }
  const release = takeLock(libraryFile)
  try {
    const { calls, close } = createLibrary({ libraryFile, resourcesFolder: RESOURCES, now: () => new Date() })
    try {
      if (out !== undefined)
        writeAtomically(out, Buffer.from((await calls['library.export'](null)).base64, 'base64'))
      else {
        const { count } = await calls['library.import']({ base64: readFileSync(from!).toString('base64') })
        console.log(`${counted(count, 'plan')} added`)
      }
    } finally {
      close()
    }
  } finally {
    release()
  }
  return EXIT.done
}
