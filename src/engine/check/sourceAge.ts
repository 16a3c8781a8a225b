import type { Plan } from '../../plan/schema/plan.ts'
import { MS_PER_DAY } from '../../plan/units.ts'
import type { Problem } from './problem.ts'

/** Days after which a price or a lead time is aging, and after which it is stale. */
export const AGING_DAYS = 45
export const STALE_DAYS = 90

/** Days from the day that a note names until today; undefined where it names none. A month counts from its last day. */
export function noteAgeDays(note: string | undefined, today: string): number | undefined {
  const day = /\b20\d\d-\d\d(-\d\d)?\b/.exec(note ?? '')?.[0]
  if (day === undefined) return undefined
  const isMonth = day.length === 7
  const [year, month] = day.split('-').map(Number)
  const at = isMonth ? Date.UTC(year!, month!, 0) : Date.parse(day)
  return Math.max(0, Math.floor((Date.parse(today) - at) / MS_PER_DAY))
}

/** Notes of prices and supply whose source has grown stale. */
export function oldSources(plan: Plan, today: string): Problem[] {
  const noted = [
    ...plan.accelerators.map((own, at) => ({
      item: own.id,
      path: ['accelerators', at, 'note'],
      note: own.note,
    })),
    ...plan.distribution.leases.map((own, at) => ({
      ...{ item: own.name, path: ['distribution', 'leases', at, 'note'], note: own.note },
    })),
    ...plan.sites.map((own, at) => ({
      ...{ item: own.name, path: ['sites', at, 'power', 'note'], note: own.power.note },
    })),
  ]
  return noted.flatMap(({ item, path, note }): Problem[] => {
    const days = noteAgeDays(note, today)
    if (days === undefined || days <= STALE_DAYS) return []
    return [{ severity: 'warning', code: 'old-source', item, path, values: [days] }]
  })
}
