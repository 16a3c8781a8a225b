import { AppFault } from '../../plan/fault.ts'
import { Redundancy } from '../../plan/schema/redundancy.ts'

export interface UnitCount {
  /** Units that the load needs with none out. */
  readonly needed: number
  readonly installed: number
}

/** One catcher for so many units. */
const UNITS_PER_CATCHER = 5
/** Loads that fill a unit to within a millionth fill it. */
const ROUNDING = 1e-6

/**
 * Whole units for a load under a redundancy scheme; X the load, U a unit, g blocks of equal size:
 *
 *   N       g ceil(X / g / U)            2N      twice N
 *   N+j     N + j g                      2(N+1)  twice N + g
 *   xNyR    x ceil(X / (y U))            block   N + ceil(N / 5)
 *
 * No load needs no units, no spare ones either.
 */
export function countUnits(load: number, unitSize: number, scheme: string, blocks = 1): UnitCount {
  checkCount(load, unitSize, scheme, blocks)
  if (load === 0) return { needed: 0, installed: 0 }
  const needed = blocks * wholeUnits(load / blocks / unitSize)
  const shared = /^(\d)N(\d)R$/.exec(scheme)
  if (shared) {
    const [together, carrying] = [Number(shared[1]), Number(shared[2])]
    const sets = wholeUnits(load / (carrying * unitSize))
    return { needed: wholeUnits(load / unitSize), installed: sets * together }
  }
  if (scheme === '2N') return { needed, installed: 2 * needed }
  if (scheme === '2(N+1)') return { needed, installed: 2 * (needed + blocks) }
  if (scheme === 'block') return { needed, installed: needed + Math.ceil(needed / UNITS_PER_CATCHER) }
  const spares = scheme === 'N' ? 0 : Number(scheme.slice(2))
  return { needed, installed: needed + spares * blocks }
}

function wholeUnits(units: number): number {
  return Math.max(1, Math.ceil(units - ROUNDING))
}

function checkCount(load: number, unitSize: number, scheme: string, blocks: number): void {
  const parsed = Redundancy.safeParse(scheme)
  const faults = [
    ...(load >= 0 ? [] : [{ path: 'load', value: load, expected: 'a load of 0 or more' }]),
    ...(unitSize > 0 ? [] : [{ path: 'unitSize', value: unitSize, expected: 'a unit above 0' }]),
    ...(Number.isInteger(blocks) && blocks > 0
      ? []
      : [{ path: 'blocks', value: blocks, expected: 'a whole number of blocks from 1' }]),
    ...(parsed.success ? [] : [{ path: 'scheme', value: scheme, expected: parsed.error.issues[0]!.message }]),
  ]
  if (faults.length > 0) throw new AppFault('bad-input', 'Units cannot be counted', faults)
}
