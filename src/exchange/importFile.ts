import type { Catalog } from '../plan/catalog/catalog.ts'
import { AppFault } from '../plan/fault.ts'
import type { Plan } from '../plan/schema/plan.ts'
import type { ReadSheet } from '../workbook/readWorkbook.ts'
import type { Outcome } from './applyTables.ts'
import { CATALOG_TARGETS, importCatalogRows } from './catalogImport.ts'
import type { ColumnGuess } from './guessColumns.ts'
import { HOURLY_TARGETS, importHours } from './hourlyImport.ts'
import { readInputWorkbook } from './inputWorkbook.ts'
import { readTableFile, readText } from './readTableFile.ts'
import { importPlaces, readPlaces } from './sitePlaces.ts'
import { guessMapping, importTable, importTargets, targetFields } from './tableImport.ts'

/** A file on its way into a plan, and what the planner has said of it so far. */
export interface ImportOrder {
  readonly fileName: string
  readonly bytes: Uint8Array
  /** What it goes into; absent: guessed where it can be. */
  readonly target?: string | undefined
  readonly sheet?: string | undefined
  readonly columns?: readonly Pick<ColumnGuess, 'index' | 'field' | 'unit'>[] | undefined
  readonly siteId?: string | undefined
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

/** All that a file can go into. */
export function importFileTargets(plan: Plan): string[] {
  const catalogTargets = CATALOG_TARGETS.map((name) => `${CATALOG}${name}`)
  return [...importTargets(plan), ...catalogTargets, ...HOURLY_TARGETS, PLACES, INPUTS]
}

/** Reads a file for a plan and says what it would change; the plan itself stays as it is. */
export function previewImport(plan: Plan, catalog: Catalog, order: ImportOrder): ImportPreview {
  const targets = importFileTargets(plan)
  const sheets = isText(order.fileName) ? [] : readTableFile(order.bytes)
  const target = order.target ?? guessTarget(plan, order, sheets)
  const rest = { targets, target, sheets: sheets.map(({ name }) => name), sheet: '', columns: [], fields: [] }
  if (target === INPUTS) return { ...rest, ...readInputWorkbook(plan, order.bytes) }
  if (target === PLACES) {
    const places = readPlaces(readText(order.bytes))
    return { ...rest, ...importPlaces(plan, catalog, places, order.siteId) }
  }
  const hourly = HOURLY_TARGETS.find((own) => own === target)
  if (hourly) {
    const siteId = order.siteId ?? plan.sites[0]?.id ?? ''
    const text = readText(order.bytes)
    return { ...rest, ...importHours(plan, { target: hourly, siteId, text, fileName: order.fileName }) }
  }
  const sheet = chooseSheet(sheets, order.sheet)
  if (target.startsWith(CATALOG)) {
    const own = { table: target.slice(CATALOG.length), sheet, note: `Import of ${order.fileName}` }
    return { ...rest, sheet: sheet.name, ...importCatalogRows(plan, catalog, own) }
  }
  const guessed = guessMapping(plan, target, sheet)
  const columns = guessed.map((guess) => {
    const said = order.columns?.find(({ index }) => index === guess.index)
    return said ? { ...guess, field: said.field, unit: said.unit } : guess
  })
  const fields = targetFields(plan, target)
  return { ...rest, sheet: sheet.name, columns, fields, ...importTable(plan, target, sheet, columns) }
}

function isText(fileName: string): boolean {
  return /\.(geojson|json|kml|epw)$/i.test(fileName)
}

/** A document with a horizon is a plan, whatever else it is. */
function isPlanDocument(fileName: string, bytes: Uint8Array): boolean {
  return /\.json$/i.test(fileName) && readText(bytes).includes('"horizon"')
}

function guessTarget(plan: Plan, { fileName, bytes }: ImportOrder, sheets: readonly ReadSheet[]): string {
  if (isPlanDocument(fileName, bytes)) {
    throw new AppFault('bad-input', 'The file is a whole plan, not a part of one', [
      { path: 'file', value: fileName, expected: 'a part of a plan; a whole one is imported in the library' },
    ])
  }
  if (/\.(geojson|json|kml)$/i.test(fileName)) return PLACES
  if (/\.epw$/i.test(fileName)) return 'weather-epw'
  const names = new Set(sheets.map(({ name }) => name))
  if (names.has('about') && names.has('plan')) return INPUTS
  const [first] = sheets
  const fits = first
    ? importTargets(plan).map((name) => ({
        name,
        count: guessMapping(plan, name, first).filter(({ field }) => field !== null).length,
      }))
    : []
  // Where no head is known the planner gives the columns to fields of a table of her choice.
  return fits.reduce((most, own) => (own.count > most.count ? own : most), { name: 'sites', count: 0 }).name
}

function chooseSheet(sheets: readonly ReadSheet[], name: string | undefined): ReadSheet {
  const found =
    name === undefined ? sheets.find(({ rows }) => rows.length > 0) : sheets.find((own) => own.name === name)
  if (found && found.rows.length > 0) return found
  throw new AppFault('bad-input', 'The file has no such table', [
    {
      path: 'sheet',
      value: name ?? null,
      expected: `a sheet with rows: ${sheets.map((own) => own.name).join(', ')}`,
    },
  ])
}
