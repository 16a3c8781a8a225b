import { getEnergySource } from '../catalog/find.ts'
import { monthsBefore } from '../engine/facility/orderDate.ts'
import { leadMonthsAt } from '../engine/layers/accelerators/purchase.ts'
import { equipmentRef } from '../engine/trace/aidc/equipmentTraces.ts'
import { orderDayRef } from '../engine/trace/aidc/orderDayTraces.ts'
import { nodeRef } from '../engine/trace/power/diagramTraces.ts'
import { type TraceRef, toRef } from '../engine/trace/trace.ts'
import { firstDay, WEEKS_PER_MONTH } from '../plan/calendar.ts'
import { buildsOf, LEAST, leaseName, type Source } from './source.ts'

/** Something that has to be ordered, contracted or begun so that it stands ready in a quarter. */
export interface Order {
  /** Nothing: not of one site, such as a lease. */
  readonly siteId: string | null
  readonly period: string
  readonly kind: 'grid' | 'rooms' | 'equipment' | 'racks' | 'plant' | 'lease'
  readonly what: string
  readonly quantity: number
  readonly unit: string
  readonly leadWeeks: number
  readonly orderBy: string
  /** How the quantity comes about; absent: the decision of the solve says all. */
  readonly trace?: TraceRef
  /** The same of the day to order by, where it is not the first day of its period. */
  readonly orderTrace?: TraceRef
}

/** Everything that the result adds, quarter by quarter, with its order-by date. */
export function listOrders(source: Source): Order[] {
  return [
    ...source.plan.sites.flatMap((site) => [
      ...gridOrders(source, site.id),
      ...roomOrders(source, site.id),
      ...plantOrders(source, site.id),
      ...rackOrders(source, site.id),
    ]),
    ...equipmentOrders(source),
    ...leaseOrders(source),
  ]
}

type Draft = Pick<Order, 'siteId' | 'kind' | 'what' | 'unit'> & {
  /** Of everything, or of what is delivered in each quarter. */
  readonly leadMonths: number | ((period: number) => number)
  /** Smaller rises wait for the next: nobody contracts a kilowatt. */
  readonly least?: number
  readonly traceOf?: (period: string) => TraceRef
  readonly orderTraceOf?: (period: string) => TraceRef
}

/** One order for each rise of a quantity that stands at `values[period]`. */
function rises(source: Source, draft: Draft, values: readonly number[], before = 0): Order[] {
  const { leadMonths, least = LEAST, traceOf, orderTraceOf, ...rest } = draft
  let ordered = before
  return source.result.periods.flatMap((period, index) => {
    const quantity = (values[index] ?? 0) - ordered
    if (quantity <= least) return []
    ordered += quantity
    const lead = typeof leadMonths === 'number' ? leadMonths : leadMonths(index)
    const orderBy = monthsBefore(period, lead)
    const order = { ...rest, period, quantity, leadWeeks: lead * WEEKS_PER_MONTH, orderBy }
    return [
      {
        ...order,
        ...(traceOf && { trace: traceOf(period) }),
        ...(orderTraceOf && { orderTrace: orderTraceOf(period) }),
      },
    ]
  })
}

/** The application for grid power went out long ago; the contract for each step falls in its own quarter. */
function gridOrders(source: Source, siteId: string): Order[] {
  const contracted = buildsOf(source, siteId).map((build) => build.contractedMw)
  const draft = {
    siteId,
    kind: 'grid',
    what: source.words.timeline.gridPower,
    unit: 'MW',
    leadMonths: 0,
    least: 0.01,
    traceOf: (period: string) => toRef('build', 'contractedMw', siteId, period),
  } as const
  return rises(source, draft, contracted)
}

function roomOrders(source: Source, siteId: string): Order[] {
  const { facility } = source.plan.sites.find((site) => site.id === siteId)!
  const built = buildsOf(source, siteId).map((build) => build.builtItMw)
  const draft = {
    siteId,
    kind: 'rooms',
    what: source.words.timeline.rooms,
    unit: 'MW IT',
    leadMonths: facility.buildMonths,
    traceOf: (period: string) => toRef('phases', siteId, period),
    orderTraceOf: (period: string) => orderDayRef('rooms', siteId, '', period),
  } as const
  return rises(source, draft, built, facility.existingItMw)
}

function plantOrders(source: Source, siteId: string): Order[] {
  const { power } = source.plan.sites.find((site) => site.id === siteId)!
  return power.onSite.flatMap((plant) => {
    const row = getEnergySource(source.catalog, plant.energySourceId)
    const leadMonths = plant.leadMonths ?? row.leadTimeMonths ?? 0
    const values = buildsOf(source, siteId).map((build) => build.onSiteMw[plant.id] ?? 0)
    const traceOf = (period: string) => nodeRef('units', siteId, period, { id: `plant.${plant.id}` })
    const orderTraceOf = (period: string) => orderDayRef('plant', siteId, plant.id, period)
    const what = source.names.supply(plant.id, siteId)
    const draft = { siteId, kind: 'plant', what, unit: 'MW', leadMonths } as const
    return rises(source, { ...draft, traceOf, orderTraceOf }, values)
  })
}

function rackOrders(source: Source, siteId: string): Order[] {
  return source.plan.accelerators.flatMap((own) => {
    const { id } = own
    const leadMonths = (period: number) => leadMonthsAt(own, period)
    const bought = buildsOf(source, siteId).map((build) => build.boughtByAccelerator[id] ?? 0)
    const traceOf = (period: string) => toRef('bought', id, siteId, period)
    const what = source.names.accelerator(id)
    const orderTraceOf = (period: string) => orderDayRef('racks', siteId, id, period)
    const draft = { siteId, kind: 'racks', what, unit: 'units', leadMonths } as const
    return rises(source, { ...draft, traceOf, orderTraceOf }, bought)
  })
}

function equipmentOrders({ trains }: Source): Order[] {
  return trains.flatMap(({ siteId, lines }) =>
    lines
      .filter((line) => line.added > 0)
      .map((line) => ({
        siteId,
        period: line.period,
        kind: 'equipment' as const,
        what: line.equipment,
        quantity: line.added,
        unit: 'units',
        leadWeeks: line.leadWeeks,
        orderBy: line.orderBy,
        trace: equipmentRef('added', siteId, line),
        orderTrace: equipmentRef('lead', siteId, line),
      })),
  )
}

/** A term that begins is a contract of its quarter; leases on demand need none. */
function leaseOrders(source: Source): Order[] {
  return source.result.leases
    .filter((lease) => lease.begunAccel > LEAST)
    .map((lease) => ({
      siteId: null,
      period: lease.period,
      kind: 'lease' as const,
      what: leaseName(source, lease.leaseId),
      quantity: lease.begunAccel,
      unit: 'accelerators',
      leadWeeks: 0,
      orderBy: firstDay(lease.period),
    }))
}
