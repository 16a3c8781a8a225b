import type { Handlers } from '../../contract/contract.ts'
import { auditResult } from '../../engine/audit/auditResult.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import { AppFault } from '../../plan/fault.ts'
import { buildReport } from '../../report/buildReport.ts'
import type { LibraryCalls } from '../handlers.ts'
import type { Ports } from '../ports.ts'
import { ENDINGS, writeReport } from './writeReport.ts'

/** Reports of plans of the library, made beside the data: the screen gets the bytes of a file. */
export function reportCalls(
  ports: Pick<Ports, 'now' | 'printPdf'>,
  library: LibraryCalls,
  readCatalog: () => Promise<Catalog>,
): Pick<Handlers, 'reports.write'> {
  return {
    'reports.write': async ({ id, format, paper, language, sections }) => {
      const { plan, inputsHash } = await library['plans.open']({ id })
      const kept = await library['results.read']({ id })
      if (!kept || kept.isStale) {
        throw new AppFault('conflict', 'The plan has no result for the inputs that it has now', [
          { path: 'id', value: id, expected: 'a plan that is solved as it stands; solve it again' },
        ])
      }
      const catalog = await readCatalog()
      const audit = auditResult(plan, catalog, kept.result, inputsHash)
      const day = ports.now().toISOString().slice(0, 10)
      const report = buildReport(plan, catalog, kept.result, audit, { day, language, sections })
      const bytes = await writeReport(report, format, paper, ports.printPdf)
      return { fileName: `${id}.report.${ENDINGS[format]}`, base64: Buffer.from(bytes).toString('base64') }
    },
  }
}
