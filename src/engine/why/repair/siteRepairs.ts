import { MONTHS_PER_QUARTER, monthNumber, monthsPerPeriod, periodFrom } from '../../../plan/calendar.ts'
import type { PlanEdit } from '../../../plan/planPath.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import type { Site } from '../../../plan/schema/site.ts'
import { HOURS_PER_YEAR } from '../../../plan/units.ts'
import { gridLimitMw } from '../../layers/power/grid/gridLimit.ts'
import {
  type Edits,
  isBefore,
  type Lack,
  loweredShares,
  type Mending,
  put,
  raised,
  roundUp,
} from '../conflict/lack.ts'

/** Ways to mend what limits of sites lack. */
export const SITE_REPAIRS = {
  grid: gridEdits,
  'flexible-grid': (lack) =>
    raised(lack, `${power(lack)}.flexible.limitMw`, siteOf(lack)?.power.flexible?.limitMw),
  rooms: roomEdits,
  crews: (lack) => put(`${facility(lack)}.maxPhasesPerQuarter`, null),
  // A hall is of its site's rooms, which give way.
  hall: () => [],
  cooling: (lack) =>
    raised(lack, `${facility(lack)}.coolingLimitItMw`, siteOf(lack)?.facility.coolingLimitItMw),
  'air-cooling': () => put('procurement.coolingRule', 'note'),
  plant: (lack) => {
    const own = siteOf(lack)?.power.onSite.find(({ id }) => id === lack.partId)
    return own ? raised(lack, `${plant(lack)}.maxMw`, own.maxMw) : []
  },
  contract: contractEdits,
  'ride-through': (lack) => put(`${power(lack)}.rideThroughMinutes`, 0),
  'firm-power': (lack) => put(`${power(lack)}.reserveMarginShare`, 0),
  'run-hours': (lack) => put(`${plant(lack)}.maxHoursPerYear`, HOURS_PER_YEAR),
  fuel: (lack) => put(`${plant(lack)}.fuelLimitMmbtuPerDay`, null),
  carbon: (lack) =>
    raised(lack, `${power(lack)}.carbonLimitTonnesPerYear`, siteOf(lack)?.power.carbonLimitTonnesPerYear),
  water: (lack) =>
    raised(lack, `${facility(lack)}.waterLimitM3PerYear`, siteOf(lack)?.facility.waterLimitM3PerYear),
  'clean-energy': (lack) =>
    loweredShares(`${power(lack)}.minimumCleanShare`, siteOf(lack)?.power.minimumCleanShare ?? 0),
  'locked-energy': (lack) =>
    loweredShares(`${power(lack)}.minimumLockedShare`, siteOf(lack)?.power.minimumLockedShare ?? 0),
} satisfies Partial<Mending>

function siteOf({ inputs, ownerId }: Lack): Site | undefined {
  return inputs.plan.sites.find(({ id }) => id === ownerId)
}

const power = ({ ownerId }: Lack): string => `sites[${ownerId}].power`
const facility = ({ ownerId }: Lack): string => `sites[${ownerId}].facility`
const plant = (lack: Lack): string => `${power(lack)}.onSite[${lack.partId}]`

/** Sooner where the contract has not begun, and more with it; else more. */
function contractEdits(lack: Lack): Edits[] {
  const own = siteOf(lack)?.power.contracts.find(({ id }) => id === lack.partId)
  if (!own) return []
  const path = `${power(lack)}.contracts[${lack.partId}]`
  const more = raised(lack, `${path}.maxMw`, own.maxMw)
  if (!isBefore(lack.first, own.start)) return more
  const sooner: PlanEdit = { path: `${path}.start`, value: lack.first }
  return [[sooner], ...more.map((edits) => [sooner, ...edits])]
}

/** Earlier where the grid is not there yet, more where it is, both. */
function gridEdits({ inputs, lacks, first, ownerId }: Lack): Edits[] {
  const siteIndex = inputs.plan.sites.findIndex(({ id }) => id === ownerId)
  const { power } = inputs.plan.sites[siteIndex]!
  const path = `sites[${ownerId}].power`
  const needed = inputs.periods.map(
    ({ label }, t) => gridLimitMw(inputs, siteIndex, t) + (lacks.get(label) ?? 0),
  )
  const mostMw = Math.max(power.gridLimitMw, ...needed)
  const more: PlanEdit[] =
    mostMw > power.gridLimitMw ? [{ path: `${path}.gridLimitMw`, value: roundUp(mostMw) }] : []
  const sooner: PlanEdit[] = isBefore(first, power.energised)
    ? [{ path: `${path}.energised`, value: first }]
    : []
  const at = Math.max(0, periodFrom(inputs.plan, sooner.length > 0 ? first : power.energised))
  /** A staircase that holds what is needed by each quarter from energisation. */
  const stairs: PlanEdit[] = []
  if (power.rampMwPerQuarter !== undefined || power.rampStepsMw !== undefined) {
    const steps = byQuarter(inputs.plan, needed.slice(at)).map(roundUp)
    const rising = steps.map((_, t) => Math.max(...steps.slice(0, t + 1)))
    stairs.push({ path: `${path}.rampStepsMw`, value: rising })
  }
  return [sooner, more, [...sooner, ...more], [...sooner, ...more, ...stairs]].filter(
    (edits) => edits.length > 0,
  )
}

/** What each quarter needs at most, of what each period needs. */
function byQuarter({ horizon }: Plan, needed: readonly number[]): number[] {
  const months = monthsPerPeriod({ horizon })
  const quarters = Math.ceil((needed.length * months) / MONTHS_PER_QUARTER)
  return Array.from({ length: quarters }, (_, q) => {
    const from = Math.floor((q * MONTHS_PER_QUARTER) / months)
    return Math.max(...needed.slice(from, Math.max(from + 1, ((q + 1) * MONTHS_PER_QUARTER) / months)))
  })
}

/** Sooner where the rooms are not there yet, more phases, both. */
function roomEdits({ inputs: { plan }, most, first, ownerId }: Lack): Edits[] {
  const { facility } = plan.sites.find(({ id }) => id === ownerId)!
  const path = `sites[${ownerId}].facility`
  const phases = Math.ceil(most / facility.moduleItMw - 1e-9)
  const more: PlanEdit = { path: `${path}.maxItMw`, value: facility.maxItMw + phases * facility.moduleItMw }
  const months = monthNumber(first) - monthNumber(plan.horizon.start)
  const sooner: PlanEdit[] = [
    ...(isBefore(first, facility.earliest) ? [{ path: `${path}.earliest`, value: first }] : []),
    ...(months < facility.buildMonths ? [{ path: `${path}.buildMonths`, value: months }] : []),
  ]
  return sooner.length > 0 ? [sooner, [more], [...sooner, more]] : [[more]]
}
