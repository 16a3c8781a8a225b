import { planCatalog } from '../catalog/planCatalog.ts'
import type { RunContext } from '../engine/throughput/import/measuredRun.ts'
import type { Catalog } from '../plan/catalog/catalog.ts'
import { AppFault } from '../plan/fault.ts'
import type { Plan } from '../plan/schema/plan.ts'
import type { ReadSheet } from '../workbook/readWorkbook.ts'
import { type Outcome, toRowFaults } from './changes.ts'
import { importBenchmarks } from './files/benchmarkImport.ts'
import { HOURLY_TARGETS, importHours } from './files/hourlyImport.ts'
import { importPlan } from './files/planImport.ts'
import { importPlaces, readPlaces } from './files/sitePlaces.ts'
import { importTrace } from './files/traceImport.ts'
import { guessFileTarget } from './guessFileTarget.ts'
import { CATALOG_TARGETS, importCatalogRows } from './tables/catalogImport.ts'
import type { ColumnGuess } from './tables/guessColumns.ts'
import { readInputWorkbook } from './tables/inputWorkbook.ts'
import { readTableFile, readText } from './tables/readTableFile.ts'
import { guessMapping, importTable, importTargets, targetFields } from './tables/tableImport.ts'

/** A file on its way into a plan, and what the planner has said of it so far. */
export interface ImportOrder {
  readonly fileName: string
  readonly bytes: Uint8Array
  /** What it goes into; absent: guessed where it can be. */
  readonly target?: string | undefined
  readonly sheet?: string | undefined
  readonly columns?: readonly Pick<ColumnGuess, 'index' | 'field' | 'unit'>[] | undefined
  readonly siteId?: string | undefined
  /** Line of demand that a trace is of, and its clock. */
  readonly demandId?: string | undefined
  readonly timeZone?: string | undefined
  /** What a benchmark file does not say of its runs. */
  readonly run?: { readonly [K in keyof RunContext]?: RunContext[K] | undefined } | undefined
}

/** What the file is taken for and would change. */
export interface ImportPreview extends Outcome {
  readonly target: string
  readonly targets: readonly string[]
  readonly sheets: readonly string[]
  readonly sheet: string
  readonly columns: readonly ColumnGuess[]
  readonly fields: readonly string[]
}

const INPUTS = 'inputs-workbook'
const PLACES = 'site-places'
const CATALOG = 'catalog:'
const TRACE = 'request-trace'
const BENCHMARKS = 'benchmarks'
const WHOLE_PLAN = 'whole-plan'

/** All that a file can go into. */
export function importFileTargets(plan: Plan): string[] {
  const catalogTargets = CATALOG_TARGETS.map((name) => `${CATALOG}${name}`)
  const files = [...HOURLY_TARGETS, TRACE, BENCHMARKS, PLACES, INPUTS, WHOLE_PLAN]
  return [...importTargets(plan), ...catalogTargets, ...files]
}

/** Reads a file for a plan and says what it would change; the plan itself stays as it is. */
export function previewImport(plan: Plan, catalog: Catalog, order: ImportOrder): ImportPreview {
  const target =
    order.target ?? guessFileTarget(order) ?? guessTable(plan, catalog, readTableFile(order.bytes))
  const whole = WHOLE_FILES[target]
  const rest = { targets: importFileTargets(plan), target, sheets: [], sheet: '', columns: [], fields: [] }
  if (whole) return { ...rest, ...faultsAsRows(target, () => whole(plan, catalog, order)) }
  return { ...rest, ...previewTable(plan, catalog, order, target) }
}

/** A file that is not what it was taken for stays in view with its faults: it may be something else. */
function faultsAsRows(sheet: string, read: () => Outcome): Outcome {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof AppFault)) throw error
    return { plan: null, changes: [], faults: toRowFaults(sheet, error.faults) }
  }
}

/** What takes a file as it is, without columns to give to fields. */
const WHOLE_FILES: Readonly<Record<string, (plan: Plan, catalog: Catalog, order: ImportOrder) => Outcome>> = {
  [INPUTS]: (plan, _catalog, { bytes }) => readInputWorkbook(plan, bytes),
  [WHOLE_PLAN]: (plan, _catalog, { bytes }) => importPlan(plan, readText(bytes)),
  [PLACES]: (plan, catalog, { bytes, siteId }) =>
    importPlaces(plan, catalog, readPlaces(readText(bytes)), siteId),
  [TRACE]: (plan, _catalog, { bytes, fileName, demandId, timeZone }) =>
    importTrace(plan, { fileName, text: readText(bytes), demandId, timeZone }),
  [BENCHMARKS]: (plan, catalog, { bytes, fileName, run = {} }) =>
    importBenchmarks(plan, catalog, { fileName, text: readText(bytes), run: given(run) }),
  ...Object.fromEntries(
    HOURLY_TARGETS.map((target) => [
      target,
      (plan: Plan, _catalog: Catalog, { bytes, fileName, siteId = plan.sites[0]?.id ?? '' }: ImportOrder) =>
        importHours(plan, { target, siteId, text: readText(bytes), fileName }),
    ]),
  ),
}

function given(run: NonNullable<ImportOrder['run']>): RunContext {
  return Object.fromEntries(Object.entries(run).filter(([, value]) => value !== undefined))
}

/** Rows into a table of the plan or the catalog; columns go where the planner says, else where their heads say. */
function previewTable(plan: Plan, catalog: Catalog, order: ImportOrder, target: string) {
  const sheets = readTableFile(order.bytes)
  const sheet = chooseSheet(sheets, order.sheet)
  const rest = { sheets: sheets.map(({ name }) => name), sheet: sheet.name }
  if (target.startsWith(CATALOG)) {
    const own = { table: target.slice(CATALOG.length), sheet, note: `Import of ${order.fileName}` }
    return { ...rest, ...importCatalogRows(plan, catalog, own) }
  }
  const columns = guessMapping(plan, target, sheet, planCatalog(plan, catalog)).map((guess) => {
    const said = order.columns?.find(({ index }) => index === guess.index)
    return said ? { ...guess, field: said.field, unit: said.unit } : guess
  })
  const fields = targetFields(plan, target)
  return {
    ...rest,
    columns,
    fields,
    ...importTable(plan, target, sheet, columns, planCatalog(plan, catalog)),
  }
}

/** The table whose fields have most of the file's heads. */
function guessTable(plan: Plan, catalog: Catalog, sheets: readonly ReadSheet[]): string {
  const names = new Set(sheets.map(({ name }) => name))
  if (names.has('about') && names.has('plan')) return INPUTS
  const [first] = sheets
  const own = planCatalog(plan, catalog)
  const fits = first
    ? importTargets(plan).map((name) => ({
        name,
        count: guessMapping(plan, name, first, own).filter(({ field }) => field !== null).length,
      }))
    : []
  // Where no head is known the planner gives the columns to fields of a table of her choice.
  return fits.reduce((most, own) => (own.count > most.count ? own : most), { name: 'sites', count: 0 }).name
}

function chooseSheet(sheets: readonly ReadSheet[], name: string | undefined): ReadSheet {
  const found =
    name === undefined ? sheets.find(({ rows }) => rows.length > 0) : sheets.find((own) => own.name === name)
  if (found && found.rows.length > 0) return found
  if (sheets.every(({ rows }) => rows.length === 0))
    throw new AppFault('bad-input', 'The file is empty', [
      { path: 'file', value: null, expected: 'a table: its heads, and rows under them' },
    ])
  throw new AppFault('bad-input', 'The file has no such table', [
    {
      path: 'sheet',
      value: name ?? null,
      expected: `a sheet with rows: ${sheets.map((own) => own.name).join(', ')}`,
    },
  ])
}
