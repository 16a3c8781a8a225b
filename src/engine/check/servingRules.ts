import { findAccelerator, findModel } from '../../catalog/find.ts'
import { lastMonthNumber, monthNumber, periodFrom } from '../../plan/calendar.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import { findFaults } from '../../plan/fault.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { checkGrowth, unitsByPeriod } from '../demand/growth.ts'
import { listPeriods } from '../derive/periods.ts'
import type { Problem } from './problem.ts'
import { unknownRow } from './siteRules.ts'

/** Bytes of one weight at the densest precision that is served (4 bit, with its scales). */
const DENSEST_BYTES = 0.53

const warning = (
  code: Problem['code'],
  item: string,
  path: Problem['path'],
  ...values: Problem['values']
): Problem => ({ severity: 'warning', code, item, path, values })

const toText = (value: unknown) => (Array.isArray(value) ? `[${value.join(', ')}]` : String(value))

/** Demand that cannot grow as it says, that is none, that falls, or that may be served nowhere. */
export function demandProblems(plan: Plan, catalog: Catalog): Problem[] {
  const zones = new Set([...plan.sites.map((own) => own.residencyZone), ...leaseZones(plan)])
  const isAnywhere = plan.distribution.leases.some((own) => own.residencyZones.length === 0)
  const labels = listPeriods(plan).map((period) => period.label)
  return [
    ...plan.demand.flatMap((own, index): Problem[] => {
      const at = (field: string) => ['demand', index, field]
      const isKnown = catalog.demand_archetypes.some((row) => row.id === own.archetypeId)
      const unknown = isKnown ? [] : [unknownRow(own.id, at('archetypeId'), own.archetypeId)]
      const [fault] = findFaults(() => checkGrowth(own, labels, 'demand'))
      if (fault) {
        const path = ['demand', index, ...fault.path.split('.').slice(1)]
        const values = [toText(fault.value), fault.expected]
        return [...unknown, { severity: 'error', code: 'cannot-grow', item: own.id, path, values }]
      }
      const units = unitsByPeriod(own, labels)
      const [start, end] = [units[0]!, units.at(-1)!]
      return [
        ...unknown,
        ...(units.every((value) => value === 0) ? [warning('no-demand', own.id, at('unitsEnd'))] : []),
        ...(end < start ? [warning('demand-falls', own.id, at('unitsEnd'), start, end)] : []),
      ]
    }),
    ...plan.regions.flatMap((own, index): Problem[] => {
      const isKnown = catalog.regions.some((row) => row.id === own.catalogRegionId)
      const isBound = plan.routing.residency && !plan.routing.openZones.includes(own.residencyZone)
      const isStranded = isBound && !isAnywhere && !zones.has(own.residencyZone)
      return [
        ...(isKnown
          ? []
          : [unknownRow(own.name, ['regions', index, 'catalogRegionId'], own.catalogRegionId)]),
        ...(isStranded
          ? [warning('private-stranded', own.name, ['regions', index, 'residencyZone'], own.residencyZone)]
          : []),
      ]
    }),
  ]
}

function leaseZones(plan: Plan): string[] {
  return plan.distribution.leases.flatMap((own) => own.residencyZones)
}

/** Models and accelerators: rows that are not there, floors that none reaches, weights that fit nowhere. */
export function servingProblems(plan: Plan, catalog: Catalog): Problem[] {
  return [...modelProblems(plan, catalog), ...acceleratorProblems(plan, catalog), ...floorProblems(plan)]
}

function modelProblems(plan: Plan, catalog: Catalog): Problem[] {
  const memories = plan.accelerators.map((own) => {
    const row = findAccelerator(catalog, own.catalogAcceleratorId)
    return own.accelPerUnit * (own.memoryGb ?? row?.memoryGb ?? 0)
  })
  const largestGb = Math.max(0, ...memories)
  return plan.models.flatMap((own, index): Problem[] => {
    const row = findModel(catalog, own.catalogModelId)
    if (!row) return [unknownRow(own.id, ['models', index, 'catalogModelId'], own.catalogModelId)]
    const needGb = row.totalParamsB * DENSEST_BYTES
    const isTooLarge = memories.length > 0 && needGb > largestGb
    return isTooLarge
      ? [warning('model-does-not-fit', own.id, ['models', index, 'catalogModelId'], needGb, largestGb)]
      : []
  })
}

function acceleratorProblems(plan: Plan, catalog: Catalog): Problem[] {
  const end = plan.horizon.periods
  return plan.accelerators.flatMap((own, index): Problem[] => {
    const at = (field: string) => ['accelerators', index, field]
    const { onSaleFrom: from, onSaleUntil: until } = own
    return [
      ...(findAccelerator(catalog, own.catalogAcceleratorId)
        ? []
        : [unknownRow(own.id, at('catalogAcceleratorId'), own.catalogAcceleratorId)]),
      ...(from && until && lastMonthNumber(until) < monthNumber(from)
        ? [warning('sold-backwards', own.id, at('onSaleUntil'), from, until)]
        : []),
      ...(from && periodFrom(plan, from) >= end
        ? [warning('after-horizon', own.id, at('onSaleFrom'), from)]
        : []),
    ]
  })
}

function floorProblems({ routing, models, demand }: Plan): Problem[] {
  if (models.length === 0 || demand.length === 0) return []
  const best = Math.max(...models.map((own) => own.quality))
  return (['qualityFloorComplex', 'qualityFloorSimple'] as const)
    .filter((field) => routing[field] > best)
    .map((field) => warning('no-model-good-enough', '', ['routing', field], routing[field], best))
}
