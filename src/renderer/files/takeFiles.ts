import { useIncoming } from '../state/plan/incoming.ts'
import { dismissFault } from '../state/plan/session.ts'
import { importLibrary, importPlan } from '../state/plan/shelf.ts'
import { go } from '../state/view/route.ts'
import { importerOf } from './importerOf.ts'
import { toBase64 } from './toBase64.ts'

/** Only of these it takes the text to know where they go: a year of hours or a trace is large. */
const BY_TEXT = /\.json$/i

/** Takes files from wherever they come, each to its importer; what an importer cannot read it says itself. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  dismissFault()
  for (const file of files) await takeFile(file)
}

async function takeFile(file: File): Promise<void> {
  const text = BY_TEXT.test(file.name) ? await file.text() : null
  switch (importerOf(file.name, text)) {
    case 'plan':
      return importPlan(file)
    case 'library':
      await importLibrary(await toBase64(file))
      return go('library')
    case 'import':
      useIncoming.setState({ file })
      return go('exchange')
  }
}
