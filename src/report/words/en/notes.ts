import { counted } from '../../../plan/counted.ts'
import type { PlanResult } from '../../../plan/result/result.ts'

type Note = PlanResult['notes'][number]
type ObstacleNote = Extract<Note, { code: 'obstacle' }>

const REASONS: Readonly<Record<string, string>> = {
  barred: 'barred',
  residency: 'residency',
  latency: 'latency',
  'no-speed': 'no model fast enough',
  quality: 'quality',
  spot: 'spot capacity',
  export: 'export rules',
  cooling: 'cooling',
  'rack-power': 'racks too dense',
}

/** A note of a result as a sentence, on the screen as in the report. */
export const notes = {
  say(note: Note): string {
    if (typeof note === 'string') return note
    switch (note.code) {
      case 'synthetic-weather':
        return `Weather${note.isAll ? '' : ` of ${note.sites.join(', ')}`} is synthetic, made from the region's mean and design temperatures.`
      case 'synthetic-days':
        return `Representative days of ${note.sites.join(', ')} are synthetic: weather, sun, wind, price and carbon by the hour are shapes around the region's means, no record.`
      case 'cooling-chosen': {
        const list = note.technologies.map(({ technology, blocks }) => `${blocks} × ${technology}`).join(', ')
        const how = note.isStable
          ? note.rounds === 1
            ? 'the choice of the first solve held'
            : `the choice held after ${counted(note.rounds, 'solve')}`
          : `the best of ${counted(note.rounds, 'solve')}; another solve may choose otherwise`
        return `Cooling of ${note.site}, chosen by the solve block by block: ${list} (${how}).`
      }
      case 'pools-widened':
        return `${note.pools === 1 ? '1 pool (site, model, period) was' : `${note.pools} pools (site, model, period) were`} given more room than their caps, so that 95 of 100 calls find a place in time.`
      case 'pools-short':
        return `${note.pools === 1 ? '1 pool still lacks' : `${note.pools} pools still lack`} room${note.rounds ? ` after ${counted(note.rounds, 'more solve')}` : ''}: the plan has not settled, and the audit says how long calls wait there. Solve with more time, or lower the utilisation caps of their classes.`
      case 'obstacle': {
        const what = note.isHeld ? 'is not bought for' : 'is bought, if at all, against the rules of'
        return `${note.accelerator} ${what} ${note.site}: ${obstacle(note)}.`
      }
      case 'lease-obstacle': {
        const what = note.isHeld ? 'is not taken' : 'is taken, if at all, against the rules'
        return `The lease ${note.lease} ${what}: ${obstacle(note)}.`
      }
      case 'nowhere': {
        const reasons = note.reasons.map((reason) => REASONS[reason] ?? reason).join(', ')
        return `${note.classId} of ${note.region} may be served nowhere (${reasons}).`
      }
      default:
        return note satisfies never
    }
  },
  obstacle,
}

function obstacle({ reason, values }: Pick<ObstacleNote, 'reason' | 'values'>): string {
  const [first, second, third] = values
  switch (reason) {
    case 'export-denied':
      return `an export licence for ${first} (${third}) to ${second} is presumed to be denied`
    case 'export-licence':
      return `an export licence for ${first} (${third}) to ${second} is needed`
    case 'no-liquid':
      return `it needs a liquid loop, which ${second} has not`
    case 'no-air':
      return `it needs air, which ${second} does not cool`
    case 'rack-power':
      return `its rack of ${first} kW is more than ${second} kW`
    default:
      return reason satisfies never
  }
}
