import type { Handlers } from '../../contract/contract.ts'
import type { ImportOrder } from '../../contract/exchange.ts'
import { type ImportPreview, previewImport } from '../../exchange/importFile.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import { AppFault } from '../../plan/fault.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { LibraryCalls } from '../handlers.ts'
import type { Ports } from '../ports.ts'
import { exportFile } from './exportFile.ts'

/** More changes than this are counted, not listed. */
const MOST_SHOWN = 5000

/** Files into plans of the library and out of it. */
export function exchangeCalls(
  ports: Pick<Ports, 'now'>,
  library: LibraryCalls,
  readCatalog: () => Promise<Catalog>,
): Pick<Handlers, 'exchange.preview' | 'exchange.accept' | 'exchange.export'> {
  const preview = async (plan: Plan, order: ImportOrder): Promise<ImportPreview> => {
    const { base64, id: _id, ...own } = order
    return previewImport(plan, await readCatalog(), {
      ...own,
      bytes: new Uint8Array(Buffer.from(base64, 'base64')),
    })
  }
  return {
    'exchange.preview': async (order) => {
      const { plan } = await library['plans.open']({ id: order.id })
      const { plan: after, ...shown } = await preview(plan, order)
      return {
        ...shown,
        targets: [...shown.targets],
        sheets: [...shown.sheets],
        columns: [...shown.columns],
        fields: [...shown.fields],
        changes: shown.changes.slice(0, MOST_SHOWN),
        faults: shown.faults.slice(0, MOST_SHOWN).map((fault) => ({ ...fault, value: fault.value ?? null })),
        canAccept: after !== null && shown.changes.length > 0,
      }
    },
    'exchange.accept': async ({ baseVersion, label, ...order }) => {
      const { plan } = await library['plans.open']({ id: order.id })
      const { plan: after, changes } = await preview(plan, order)
      if (!after || changes.length === 0) {
        throw new AppFault('conflict', 'The file changes nothing that can be taken over', [
          { path: 'file', value: order.fileName, expected: 'a file whose preview shows changes' },
        ])
      }
      return library['plans.edit']({ id: order.id, baseVersion, label, plan: after })
    },
    'exchange.export': async ({ id, format }) => {
      const { plan } = await library['plans.open']({ id })
      const kept = await library['results.read']({ id })
      const result = kept && !kept.isStale ? kept.result : null
      const { fileName, bytes } = exportFile(plan, await readCatalog(), result, format, ports.now())
      return { fileName, base64: Buffer.from(bytes).toString('base64') }
    },
  }
}
