import { checkGrowth, unitsByPeriod } from '../../../engine/demand/growth.ts'
import { tokensPerUnitDay } from '../../../engine/derive/agents/workloads.ts'
import { listPeriods } from '../../../engine/derive/periods.ts'
import { type TraceRef, toRef } from '../../../engine/trace/trace.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import { checkDocument } from '../../../plan/checkDocument.ts'
import { AppFault, type InputFault } from '../../../plan/fault.ts'
import { Demand } from '../../../plan/schema/agents.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { SECONDS_PER_DAY } from '../../../plan/units.ts'
import { formatAmount } from '../../format/numbers.ts'
import { type Field, readTyped, writeAt } from '../../grid/field.ts'

/** Tokens that one line of demand asks for, or all together. */
export interface LineTokens {
  /** Of a line; null: of all lines. */
  readonly id: string | null
  /** Tokens a day in the first period and in the last; null: `fault` says why there are none. */
  readonly perDay: readonly [start: number, end: number] | null
  readonly fault: InputFault | null
}

/** Tokens a day and per second, at start and at end, as a screen says them. */
export function tokenAmounts(
  perDay: readonly [start: number, end: number],
): readonly [start: string, startS: string, end: string, endS: string] {
  const [start, end] = perDay
  const perSecond = (tokens: number) => formatAmount(tokens / SECONDS_PER_DAY)
  return [formatAmount(start), perSecond(start), formatAmount(end), perSecond(end)]
}

/**
 * How those amounts come about, of a line or of all (null). What is only being typed is not in the plan yet and has no
 * trace.
 */
export function tokenTraces(
  id: string | null,
  periods: readonly string[],
): readonly [start: TraceRef, startS: TraceRef, end: TraceRef, endS: TraceRef] {
  const of = (period = ''): readonly [TraceRef, TraceRef] =>
    id === null
      ? [toRef('demand-total', 'day', period), toRef('demand-total', 'second', period)]
      : [toRef('line-day', id, period), toRef('demand-line', id, period)]
  return [...of(periods[0]), ...of(periods.at(-1))]
}

/** What is being typed, as in `demand[2].unitsEnd` and `150 M`; a text of null: nothing yet. */
interface Typed {
  readonly path: string | null
  readonly text: string | null
}

/**
 * Tokens of the line at the cursor, with what is typed in place of what is saved. Only that line is read: a plan of
 * hundreds of lines is not read again at every key.
 */
export function lineTokens(
  plan: Plan,
  catalog: Catalog,
  { path, text }: Typed,
  fields: readonly Field[],
): LineTokens {
  const [, index, below = ''] = /^demand\[(\d+)\]\.?(.*)$/.exec(path ?? '') ?? []
  const line = index === undefined ? undefined : plan.demand[Number(index)]
  if (!line) return sumOf(plan, catalog)
  const labels = listPeriods(plan).map((period) => period.label)
  try {
    const own = text === null ? line : withTyped(line, `demand[${index}]`, below, text, fields)
    checkGrowth(own, labels, `demand[${index}]`)
    return { id: line.id, perDay: perDayOf(own, catalog, labels), fault: null }
  } catch (error) {
    if (!(error instanceof AppFault)) throw error
    return { id: line.id, perDay: null, fault: error.faults[0] ?? null }
  }
}

function withTyped(
  line: Demand,
  path: string,
  below: string,
  text: string,
  fields: readonly Field[],
): Demand {
  const keys = below.split(/[.[\]]+/).filter(Boolean)
  const field = fields.find((own) => own.path === below || own.path === keys.at(-1))
  if (!field) return line
  const read = readTyped(field, text)
  if ('expected' in read)
    throw new AppFault('bad-input', 'It cannot be read', [
      { path: `${path}.${below}`, value: text, expected: read.expected },
    ])
  const draft = structuredClone(line)
  writeAt(draft, keys, read.value)
  try {
    return checkDocument(Demand, draft, 'The line cannot be like this')
  } catch (error) {
    if (!(error instanceof AppFault)) throw error
    const faults = error.faults.map((fault) => ({ ...fault, path: `${path}.${fault.path}` }))
    throw new AppFault(error.code, error.message, faults)
  }
}

function perDayOf(line: Demand, catalog: Catalog, labels: readonly string[]): readonly [number, number] {
  const perUnit = tokensPerUnitDay(catalog, line)
  const units = unitsByPeriod(line, labels)
  return [(units[0] ?? 0) * perUnit, (units.at(-1) ?? 0) * perUnit]
}

function sumOf(plan: Plan, catalog: Catalog): LineTokens {
  const labels = listPeriods(plan).map((period) => period.label)
  try {
    const all = plan.demand.map((line) => perDayOf(line, catalog, labels))
    const sum = (at: 0 | 1) => all.reduce((total, own) => total + own[at], 0)
    return { id: null, perDay: [sum(0), sum(1)], fault: null }
  } catch (error) {
    if (!(error instanceof AppFault)) throw error
    return { id: null, perDay: null, fault: error.faults[0] ?? null }
  }
}
