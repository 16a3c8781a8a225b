import type { Money } from '../../plan/currency.ts'
import { unitOfField, wordsOfField } from '../../report/ledger/fieldUnits.ts'
import type { ReadCell } from '../../workbook/readSheet.ts'
import { parseQuantity } from '../quantity.ts'
import type { InputSheet } from './inputSheets.ts'

/** What a column of a file is taken for; the planner may say otherwise. */
export interface ColumnGuess {
  readonly index: number
  readonly head: string
  /** Key or field of the plan's table; nothing: the column is left out. */
  readonly field: string | null
  /** Unit of its numbers as the file says it; empty: the field's own. */
  readonly unit: string
  /** The field's own unit. */
  readonly fieldUnit: string
}

/** Words for fields that files use and field names do not have, by the end of the field's path. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  gridLimitMw: ['grid', 'grid capacity', 'interconnection', 'contracted power', '电网上限', '电网容量'],
  energised: ['grid date', 'energization', 'energisation', 'power from', '通电'],
  energyUsdPerMwh: ['energy price', 'power price', 'tariff', 'electricity price', '电价'],
  demandChargeUsdPerKwMonth: ['demand charge', '需量电费'],
  maxItMw: ['it capacity', 'it limit', 'max it', 'it 上限'],
  name: ['site', 'site name', 'region', 'title', '名称', '站点'],
  id: ['key', 'code', '标识'],
  priceUsdPerUnit: ['unit price', 'price', 'quote', '单价'],
  usdPerAccelH: ['price', 'price per hour', 'gpu hour', 'rate', '价格'],
  limitAccel: ['gpus', 'accelerators', 'limit', 'quantity', '上限'],
  termQuarters: ['term', '租期'],
  unitsStart: ['users', 'users at start', 'start', '期初数量'],
  unitsEnd: ['users at end', 'end', '期末数量'],
  leadMonths: ['lead time', 'lead', '交期'],
  capexMusdPerMw: ['capex', 'build cost', 'construction cost'],
  acceleratorId: ['accelerator', 'gpu', '加速器'],
  catalogRegionId: ['catalog region', 'place', 'location', '区域'],
  archetypeId: ['archetype', '原型'],
}

/** Shorter heads must be a name in full. */
const LEAST_PREFIX = 4
const UNIT_IN_HEAD = /[([（]\s*([^)\]）]+?)\s*[)\]）]\s*$/

/** For each head of a file the field whose name is nearest, and the unit that the head or its first value names. */
export function guessColumns(
  rows: readonly (readonly ReadCell[])[],
  sheet: InputSheet,
  money?: Money,
): ColumnGuess[] {
  const taken = new Set<string>()
  return (rows[0] ?? []).map((cell, index) => {
    const head = String(cell ?? '').trim()
    const unit = UNIT_IN_HEAD.exec(head)?.[1] ?? ''
    const field = guessField(head.replace(UNIT_IN_HEAD, '').trim(), sheet, taken)
    if (field !== null) taken.add(field)
    const fieldUnit = field === null ? '' : unitOfField(field.split('.').at(-1)!).replace(/ IT$/, '')
    return { index, head, field, unit: isKnown(unit, fieldUnit, money) ? unit : '', fieldUnit }
  })
}

function isKnown(unit: string, fieldUnit: string, money: Money | undefined): boolean {
  return unit !== '' && unit !== fieldUnit && parseQuantity(`1 ${unit}`, fieldUnit, money) !== undefined
}

function guessField(head: string, sheet: InputSheet, taken: ReadonlySet<string>): string | null {
  const wish = plain(head)
  if (wish === '') return null
  const fields = [...sheet.keys, ...sheet.fields].filter((field) => !taken.has(field))
  const ends = (field: string): string[] => namesOf(field).map(plain)
  return (
    fields.find((field) => ends(field).includes(wish)) ??
    fields.find(
      (field) => wish.length >= LEAST_PREFIX && ends(field).some((name) => name.startsWith(wish)),
    ) ??
    null
  )
}

/** Names that a field goes by: its path, its last part, that without its unit, and what files call it. */
function namesOf(field: string): string[] {
  const last = field.split('.').at(-1)!
  const bare = last.replace(
    /(?:Usd|Musd)?(?:Per[A-Z]\w*|It)?(?:Mw|Kw|Mwh|Musd|Usd|Months|Weeks|Years|Quarters|Share|Gb|Ms|Km|H|S)?$/,
    '',
  )
  return [field, last, wordsOfField(last), bare, wordsOfField(bare), ...(OTHER_NAMES[last] ?? [])]
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
