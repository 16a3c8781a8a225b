import { type TraceInput, toRef } from './trace.ts'
import { sumInputs, type TraceBuilder, type TraceContext } from './traceContext.ts'

/** Where tokens go, and the units that work for them. */
export const FLOW_TRACES: Readonly<Record<string, TraceBuilder>> = {
  flow: (c, [classId = '', to = '', period = '']) => flowTo(c, classId, to, period),
  'lease-use': (c, [leaseId = '', period = '']) => leaseUse(c, leaseId, period),
}

function flowTo(c: TraceContext, classId: string, to: string, period: string) {
  const own = c.result.flows.filter(
    (flow) => flow.classId === classId && flow.to === to && flow.period === period,
  )
  if (own.length === 0) return null
  const nameOf = (id: string) => c.plan.regions.find((region) => region.id === id)?.name ?? id
  const carried = own.map(
    (flow): TraceInput => ({
      ...{ word: 'flow', of: nameOf(flow.regionId), value: flow.tokS, unit: 'tok/s' },
    }),
  )
  // What goes here is a part of it: the solver chose which.
  const asked = own.map(
    (flow): TraceInput => ({
      ...{ word: 'demand', of: nameOf(flow.regionId), unit: 'tok/s' },
      value:
        c.result.demand.find(
          (item) => item.classId === classId && item.regionId === flow.regionId && item.period === period,
        )?.tokS ?? 0,
      ref: toRef('demand', classId, flow.regionId, period),
    }),
  )
  const places = [...c.plan.sites, ...c.plan.distribution.leases, ...c.plan.distribution.apis]
  return {
    word: 'flow' as const,
    of: `${classId} → ${places.find((place) => place.id === to)?.name ?? to}, ${period}`,
    value: own.reduce((sum, flow) => sum + flow.tokS, 0),
    unit: 'tok/s',
    formula: 'units-busy' as const,
    isDecided: true,
    inputs: [...carried, ...asked],
    recomputed: sumInputs(carried),
  }
}

function leaseUse(c: TraceContext, leaseId: string, period: string) {
  const lease = c.plan.distribution.leases.find((own) => own.id === leaseId)
  const used = c.result.leases.find((own) => own.leaseId === leaseId && own.period === period)
  if (!lease || !used) return null
  return {
    word: 'accelerators' as const,
    of: `${lease.name}, ${period}`,
    value: used.accel,
    unit: 'accelerators',
    formula: 'lease-cost' as const,
    isDecided: true,
    inputs: [
      {
        ...{ word: 'limit' as const, value: lease.limitAccel, unit: 'accelerators' },
        path: `distribution.leases[${leaseId}].limitAccel`,
      },
      {
        ...{ word: 'leasePrice' as const, value: lease.usdPerAccelH, unit: '$/h' },
        path: `distribution.leases[${leaseId}].usdPerAccelH`,
      },
      { word: 'served' as const, value: used.tokS, unit: 'tok/s' },
    ],
    recomputed: used.accel,
  }
}
