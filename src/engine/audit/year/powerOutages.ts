import { HOURS_PER_YEAR } from '../../../plan/units.ts'
import { HOURS_PER_WEEK } from '../calendar.ts'
import { uniform } from './random.ts'

/** One interruption a year of two hours: what US customers see without major events (EIA-861, grade B). */
const GRID_OUTAGES_PER_YEAR = 1
const GRID_OUTAGE_H = 2
/** Plant and generators as REopt has them (grade B): hours between failures, share of time available, failed starts. */
const HOURS_BETWEEN_FAILURES = 1100
const AVAILABILITY = 0.995
const FAILED_START = 0.0094
/** So many years are run, so that an outage a year is not one of luck. */
const YEARS = 20

export interface PowerSupply {
  /** MW that the grid brings while it is up, direct contracts counted in. */
  readonly gridMw: number
  /** Units of plant on site, whose failures are their own. */
  readonly units: readonly { readonly count: number; readonly unitMw: number }[]
  /** Standby generators that start when the grid goes; `share` of the load is wired to them. */
  readonly generators: { readonly count: number; readonly unitMw: number; readonly share: number }
}

/**
 * Share of a site's energy that outages of the grid and of its own units leave unserved: seeded years hour by hour, in
 * which each fails and is repaired by itself. UPS carries the load until generators run. What is not there with all of
 * it up is no outage's doing and is not counted.
 *
 * `loadMw` is [hour of the week].
 */
export function lostEnergyShare(loadMw: Float64Array, supply: PowerSupply, seed: number): number {
  const random = uniform(seed)
  const repairH = (HOURS_BETWEEN_FAILURES * (1 - AVAILABILITY)) / AVAILABILITY
  const upUnits = supply.units.map(({ count }) => count)
  const allMw = supply.gridMw + unitMw(supply, upUnits)
  let gridIsUp = true
  let generatorMw = 0
  let asked = 0
  let lost = 0
  for (let hour = 0; hour < YEARS * HOURS_PER_YEAR; hour++) {
    if (gridIsUp && supply.gridMw > 0 && random() < GRID_OUTAGES_PER_YEAR / HOURS_PER_YEAR) {
      gridIsUp = false
      generatorMw = started(supply, random) * supply.generators.unitMw
    } else if (!gridIsUp && random() < 1 / GRID_OUTAGE_H) gridIsUp = true
    supply.units.forEach(({ count }, k) => {
      upUnits[k] = step(upUnits[k]!, count, repairH, random)
    })
    const load = loadMw[hour % HOURS_PER_WEEK]!
    const standby = gridIsUp ? 0 : Math.min(generatorMw, supply.generators.share * load)
    const availableMw = (gridIsUp ? supply.gridMw : 0) + unitMw(supply, upUnits) + standby
    asked += load
    lost += Math.min(load, allMw) - Math.min(load, allMw, availableMw)
  }
  return asked > 0 ? lost / asked : 0
}

function unitMw({ units }: PowerSupply, up: readonly number[]): number {
  return units.reduce((sum, own, k) => sum + own.unitMw * up[k]!, 0)
}

/** Units up an hour later: at most one fails or comes back, which holds while there are few. */
function step(up: number, count: number, repairH: number, random: () => number): number {
  if (count === 0) return 0
  const draw = random()
  if (draw < up / HOURS_BETWEEN_FAILURES) return up - 1
  return draw > 1 - (count - up) / repairH ? up + 1 : up
}

function started({ generators }: PowerSupply, random: () => number): number {
  let running = 0
  for (let unit = 0; unit < generators.count; unit++)
    if (random() < AVAILABILITY * (1 - FAILED_START)) running++
  return running
}
