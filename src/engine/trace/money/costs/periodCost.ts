import { readPurchaseLine } from '../../../../plan/purchaseLine.ts'
import type { CostLine } from '../../../../plan/result/money.ts'
import type { Period } from '../../../derive/periods.ts'
import { type Trace, type TraceInput, toRef } from '../../trace.ts'
import type { TraceContext } from '../../traceContext.ts'
import { type At, factor, type Made } from './costPart.ts'
import { managementCost, operationCost, roomsCost } from './facilityCost.ts'
import { connectionCost, demandCharge, energyCost } from './gridCost.ts'
import { purchaseCost } from './purchaseCost.ts'
import { sharedCost } from './sharedCost.ts'

/** The present value of a line in one period, from quantities and prices. */
export function periodCost(c: TraceContext, line: CostLine, label: string): Omit<Trace, 'ref'> | null {
  const period = c.periodOf(label)
  if (!period) return null
  const value = line.byPeriodMusd[period.index] ?? 0
  const made = (line.siteId === null ? sharedCost(c, line, period) : siteCost(c, line, period)) ?? {
    formula: 'net-present-cost' as const,
    inputs: [{ word: 'read' as const, value, unit: 'M$' }],
    recomputed: value,
  }
  const where = line.siteId === null ? '' : `, ${c.siteName(line.siteId) ?? line.siteId}`
  return {
    word: 'periodCost',
    of: `${line.name}${where}, ${label}`,
    value,
    unit: 'M$',
    isDecided: false,
    ...made,
  }
}

function siteCost(c: TraceContext, line: CostLine, period: Period): Made | undefined {
  const siteIndex = c.siteIndex(line.siteId!)
  const site = c.plan.sites[siteIndex]
  const build = c.build(line.siteId!, period.label)
  if (!site || !build) return undefined
  const at: At = { c, period, site, siteIndex, build, before: c.before(build) }
  switch (line.name) {
    case 'Maintenance and spares':
      return maintenanceCost(at)
    case 'Rooms and phases':
      return roomsCost(at)
    case 'Facility operation':
      return operationCost(at)
    case 'Site management':
      return managementCost(at)
    case 'Grid connection':
      return connectionCost(at)
    case 'Demand charge':
      return demandCharge(at)
    case 'Grid energy':
      return energyCost(at)
    default: {
      const bought = readPurchaseLine(line.name)
      return bought && purchaseCost(at, bought)
    }
  }
}

function maintenanceCost({ c, period, build }: At): Made {
  const inputs = c.plan.accelerators.flatMap((own): TraceInput[] => {
    const units = build.unitsByAccelerator[own.id] ?? 0
    if (units === 0) return []
    const path = (field: string) => `accelerators[${own.id}].${field}`
    return [
      {
        word: 'unitsInService',
        of: own.id,
        value: units,
        unit: 'units',
        ref: toRef('in-service', own.id, build.siteId, build.period),
      },
      { word: 'price', of: own.id, value: own.priceUsdPerUnit, unit: '$', path: path('priceUsdPerUnit') },
      {
        ...{ word: 'maintenance', of: own.id, value: own.maintenanceSharePerYear, unit: 'share' },
        path: path('maintenanceSharePerYear'),
      },
    ]
  })
  const usdPerYear = c.plan.accelerators.reduce(
    (sum, own) =>
      sum + (build.unitsByAccelerator[own.id] ?? 0) * own.priceUsdPerUnit * own.maintenanceSharePerYear,
    0,
  )
  return {
    formula: 'net-present-cost',
    inputs: [...inputs, { word: 'years', value: period.lengthYears, unit: 'years' }, factor(period.discount)],
    recomputed: (usdPerYear / 1e6) * period.lengthYears * period.discount,
  }
}
