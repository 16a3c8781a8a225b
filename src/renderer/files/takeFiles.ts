import { bringIn } from '../state/plan/incoming.ts'
import { dismissFault, guarded } from '../state/plan/session.ts'
import { importLibrary, importPlan } from '../state/plan/shelf.ts'
import { go } from '../state/view/route.ts'
import { withReading } from '../state/work/reading.ts'
import { importerOf } from './importerOf.ts'
import { toBase64 } from './toBase64.ts'

/** Only of these it takes the text to know where they go: a year of hours or a trace is large. */
const BY_TEXT = /\.json$/i

/** Takes files from wherever they come, each to its importer; what an importer cannot read it says itself. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  dismissFault()
  const toImport: File[] = []
  for (const file of files) if (await isForImport(file)) toImport.push(file)
  if (toImport.length === 0) return
  bringIn(toImport)
  go('exchange')
}

/** Takes a plan or a library in; of any other file, that its changes are to be seen first. */
async function isForImport(file: File): Promise<boolean> {
  const text = BY_TEXT.test(file.name) ? await file.text() : null
  switch (importerOf(file.name, text)) {
    case 'plan':
      await takePlan(file)
      return false
    case 'library':
      if (await takeLibrary(file)) go('library')
      return false
    case 'import':
      return true
  }
}

/** Adds the plan of a file and shows it. */
export async function takePlan(file: File): Promise<void> {
  await guarded(() =>
    withReading(file.name, async (job) => {
      const text = new TextDecoder().decode(await job.bytes(file))
      await job.ask(importPlan(text), false)
    }),
  )
}

/** Adds all plans of a library file: how many, or null where it failed or was stopped. */
export async function takeLibrary(file: File): Promise<number | null> {
  let added: number | null = null
  await guarded(() =>
    withReading(file.name, async (job) => {
      const base64 = await toBase64(await job.bytes(file))
      added = await job.ask(importLibrary(base64), false)
    }),
  )
  return added
}
