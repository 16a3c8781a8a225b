import { strToU8, zipSync } from 'fflate'
import { planCatalog } from '../../catalog/planCatalog.ts'
import type { ExportFormat } from '../../contract/exchange.ts'
import { deriveInputs } from '../../engine/derive/deriveInputs.ts'
import { formulate } from '../../engine/formulate.ts'
import { writeLp } from '../../engine/problem/writeLp.ts'
import { writeMps } from '../../engine/problem/writeMps.ts'
import { toGeoJson } from '../../exchange/export/geoJson.ts'
import { toICalendar } from '../../exchange/export/iCalendar.ts'
import { toPypsaFiles } from '../../exchange/export/pypsa.ts'
import { toInputWorkbook } from '../../exchange/tables/inputWorkbook.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import { AppFault } from '../../plan/fault.ts'
import { fileStem } from '../../plan/fileStem.ts'
import { jsonSchemas } from '../../plan/jsonSchema.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { listOrders } from '../../report/orders.ts'
import { readSource } from '../../report/source.ts'

interface Exported {
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** A plan, and its result where there is one, as a file of the field. */
export function exportFile(
  plan: Plan,
  catalog: Catalog,
  result: PlanResult | null,
  format: ExportFormat,
  now: Date,
): Exported {
  const name = (ending: string): string => `${fileStem(plan)}.${ending}`
  switch (format) {
    case 'plan':
      return { fileName: name('plan.json'), bytes: json(plan) }
    case 'result':
      return { fileName: name('result.json'), bytes: json(need(result)) }
    case 'xlsx':
      return { fileName: name('inputs.xlsx'), bytes: toInputWorkbook(plan) }
    case 'geojson':
      return {
        fileName: name('geojson'),
        bytes: strToU8(toGeoJson(plan, planCatalog(plan, catalog), result)),
      }
    case 'ics': {
      const audit = { lines: [], isOk: true }
      const source = readSource(plan, catalog, need(result), audit, 'en')
      return { fileName: name('orders.ics'), bytes: strToU8(toICalendar(source, listOrders(source), now)) }
    }
    case 'pypsa':
      return {
        fileName: name('pypsa.zip'),
        bytes: zip(toPypsaFiles(plan, planCatalog(plan, catalog), need(result))),
      }
    case 'mps':
      return { fileName: name('mps'), bytes: strToU8(writeMps(problemOf(plan, catalog))) }
    case 'lp':
      return { fileName: name('lp'), bytes: strToU8(writeLp(problemOf(plan, catalog))) }
    case 'schemas':
      return { fileName: 'tokenworks.schemas.zip', bytes: zip(new Map(Object.entries(jsonSchemas()))) }
  }
}

/** The problem that a solve of the plan begins with, row by row. */
function problemOf(plan: Plan, catalog: Catalog) {
  return formulate(deriveInputs(plan, catalog)).problem
}

function need(result: PlanResult | null): PlanResult {
  if (result) return result
  throw new AppFault('conflict', 'The plan has no result for the inputs that it has now', [
    { path: 'result', value: null, expected: 'a plan that is solved as it stands; solve it first' },
  ])
}

function json(document: unknown): Uint8Array {
  return strToU8(`${JSON.stringify(document, null, 2)}\n`)
}

function zip(files: ReadonlyMap<string, string>): Uint8Array {
  return zipSync(Object.fromEntries([...files].map(([name, text]) => [name, strToU8(text)])))
}
