import { leasePriceInputs } from '../money/priceTraces.ts'
import { type TraceInput, toRef } from '../trace.ts'
import { sumInputs, type TraceBuilder, type TraceContext } from '../traceContext.ts'

/** Where tokens go, and the units that work for them. */
export const FLOW_TRACES: Readonly<Record<string, TraceBuilder>> = {
  flow: (c, [classId = '', to = '', period = '']) => flowTo(c, classId, to, period),
  pair: (c, [regionId = '', to = '', period = '']) => pair(c, regionId, to, period),
  'pair-share': (c, [regionId = '', to = '', period = '']) => pairShare(c, regionId, to, period),
  'placement-flow': (c, [siteId = '', classId = '', acceleratorId = '', period = '']) =>
    placementFlow(c, siteId, classId, acceleratorId, period),
  placement: (c, [siteId = '', classId = '', acceleratorId = '', period = '']) =>
    placement(c, siteId, classId, acceleratorId, period),
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

/** From a region to a place, class by class. */
function pair(c: TraceContext, regionId: string, to: string, period: string) {
  const own = c.result.flows.filter(
    (flow) => flow.regionId === regionId && flow.to === to && flow.period === period && flow.tokS > 0,
  )
  if (own.length === 0) return null
  const inputs = own.map(
    (flow): TraceInput => ({
      ...{ word: 'flow', of: flow.classId, value: flow.tokS, unit: 'tok/s' },
    }),
  )
  return {
    word: 'flow' as const,
    of: `${regionId} → ${to}, ${period}`,
    value: own.reduce((sum, flow) => sum + flow.tokS, 0),
    unit: 'tok/s',
    formula: 'units-busy' as const,
    isDecided: true,
    inputs,
    recomputed: sumInputs(inputs),
  }
}

/** Of what a region asks, the share that goes to a place. */
function pairShare(c: TraceContext, regionId: string, to: string, period: string) {
  const own = c.result.flows.filter(
    (flow) => flow.regionId === regionId && flow.period === period && flow.tokS > 0,
  )
  const inputs = [...Map.groupBy(own, (flow) => flow.to)].map(
    ([place, flows]): TraceInput => ({
      ...{ word: 'flow', of: place, unit: 'tok/s', ref: toRef('pair', regionId, place, period) },
      value: flows.reduce((sum, flow) => sum + flow.tokS, 0),
    }),
  )
  const there = inputs.filter((input) => input.of === to)
  if (there.length === 0) return null
  const value = sumInputs(there) / sumInputs(inputs)
  return {
    ...{ word: 'placeShare' as const, of: `${regionId} → ${to}, ${period}`, value, unit: 'share' },
    ...{ formula: 'served-tokens' as const, isDecided: false, inputs, recomputed: value },
  }
}

/** Tokens of a class that a kind of accelerator carries at a site: of what goes there, its part. */
function placementFlow(c: TraceContext, siteId: string, classId: string, id: string, period: string) {
  const there = c.result.placements.filter(
    (item) => item.siteId === siteId && item.classId === classId && item.period === period,
  )
  const own = there.find((item) => item.acceleratorId === id)
  if (!own) return null
  return {
    ...{ word: 'flow' as const, of: `${classId}, ${own.modelId}, ${id}, ${c.siteName(siteId)}, ${period}` },
    ...{ value: own.tokS, unit: 'tok/s', formula: 'units-busy' as const, isDecided: true },
    inputs: [
      ...there.map(
        ({ acceleratorId, units }): TraceInput => ({
          ...{ word: 'busyUnits', of: acceleratorId, value: units, unit: 'units' },
          ref: toRef('placement', siteId, classId, acceleratorId, period),
        }),
      ),
      ...there.map(
        ({ acceleratorId, tokS }): TraceInput => ({
          ...{ word: 'flow', of: acceleratorId, value: tokS, unit: 'tok/s' },
        }),
      ),
    ],
    recomputed: own.tokS,
  }
}

/** Units that a class keeps busy: its flow to the site over the speed of one unit on it. */
function placement(c: TraceContext, siteId: string, classId: string, acceleratorId: string, period: string) {
  const own = c.placement({ siteId, classId, acceleratorId, period })
  const classIndex = c.inputs.classes.findIndex((item) => item.id === classId)
  const g = c.plan.accelerators.findIndex((item) => item.id === acceleratorId)
  const speed = c.inputs.speed[classIndex]?.[g]
  if (!own || !speed) return null
  const at = (field: string) => `accelerators[${acceleratorId}].${field}`
  const { accelPerUnit, spareShare } = c.plan.accelerators[g]!
  return {
    word: 'busyUnits' as const,
    of: `${classId}, ${own.modelId}, ${acceleratorId}, ${c.siteName(siteId)}, ${period}`,
    value: own.units,
    unit: 'units',
    formula: 'units-busy' as const,
    isDecided: true,
    inputs: [
      { word: 'flow' as const, value: own.tokS, unit: 'tok/s' },
      {
        ...{ word: 'speed' as const, value: speed.mTokSPerUnit * 1e6, unit: 'tok/s' },
        // Of a router or a cascade the speed is that of two models.
        ref: c.plan.models.some((model) => model.id === speed.modelId)
          ? toRef('unit-speed', classId, acceleratorId)
          : undefined,
      },
      { word: 'accelerators' as const, value: accelPerUnit, unit: '', path: at('accelPerUnit') },
      { word: 'spares' as const, value: spareShare, unit: 'share', path: at('spareShare') },
      {
        ...{ word: 'unitsInService' as const, unit: 'units' },
        value: c.build(siteId, period)?.unitsByAccelerator[acceleratorId] ?? 0,
        ref: toRef('in-service', acceleratorId, siteId, period),
      },
    ],
    recomputed: own.units,
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
      ...leasePriceInputs(c, leaseId, period),
      { word: 'served' as const, value: used.tokS, unit: 'tok/s' },
    ],
    recomputed: used.accel,
  }
}
