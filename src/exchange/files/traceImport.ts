import { parseTrace } from '../../catalog/import/parseTrace.ts'
import { traceProfile } from '../../engine/demand/traceProfile.ts'
import { AppFault } from '../../plan/fault.ts'
import { readPlan } from '../../plan/readPlan.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { findTimeZone, TIME_ZONE_EXPECTED } from '../../plan/timeZone.ts'
import { toCell } from '../cells.ts'
import type { Change, Outcome } from '../changes.ts'

interface TraceFile {
  readonly fileName: string
  readonly text: string
  /** Line of demand that the trace is of; the first unless named. */
  readonly demandId?: string | undefined
  /** Clock by which its days and hours are told; UTC unless named. */
  readonly timeZone?: string | undefined
}

const GAP_MINUTES = 60
const DIGITS = 4

/** A trace of requests as token sizes, hourly profile and burst of one line of demand. */
export function importTrace(plan: Plan, { fileName, text, demandId, timeZone = 'UTC' }: TraceFile): Outcome {
  const line = demandId === undefined ? plan.demand[0] : plan.demand.find((own) => own.id === demandId)
  if (!line) {
    throw new AppFault('not-found', 'The plan has no such line of demand', [
      { path: 'demand', value: demandId ?? null, expected: plan.demand.map(({ id }) => id).join(', ') },
    ])
  }
  const trace = traceProfile(parseTrace(text), { timeZone: knownZone(timeZone), gapMinutes: GAP_MINUTES })
  const where = `demand, ${line.id}`
  const changes = Object.entries(trace.demand).map(([field, value]): Change => {
    const before: unknown = Reflect.get(line, field)
    return { kind: 'changed', where, field, before: shown(before), after: shown(value) }
  })
  const repairs = trace.repairs.map(
    (repair): Change => ({ kind: 'repaired', where: fileName, field: '', before: null, after: repair }),
  )
  const source = `Made of ${fileName}: ${trace.requests} requests in ${trace.hours.toPrecision(DIGITS)} h`
  const provenance = Object.fromEntries(
    Object.keys(trace.demand).map((field) => [`demand[${line.id}].${field}`, { source }]),
  )
  const demand = plan.demand.map((own) => (own.id === line.id ? { ...own, ...trace.demand } : own))
  return {
    plan: readPlan({ ...plan, demand, provenance: { ...plan.provenance, ...provenance } }),
    changes: [...changes, ...repairs],
    faults: [],
  }
}

/** A profile by its hours, rounded; anything else as it is. */
function shown(value: unknown): Change['after'] {
  const hours: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'hours') : undefined
  if (!Array.isArray(hours)) return toCell(value)
  return hours.map((hour) => Number(Number(hour).toPrecision(DIGITS))).join('; ')
}

function knownZone(zone: string): string {
  const known = findTimeZone(zone)
  if (known !== undefined) return known
  throw new AppFault('bad-input', 'There is no such time zone', [
    { path: 'time zone', value: zone, expected: TIME_ZONE_EXPECTED },
  ])
}
