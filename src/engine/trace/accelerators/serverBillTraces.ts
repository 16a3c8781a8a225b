import { getAccelerator } from '../../../catalog/find.ts'
import { WEEKS_PER_MONTH } from '../../../plan/calendar.ts'
import { leadMonthsAt } from '../../layers/accelerators/purchase.ts'
import { fatTree } from '../../network/fatTree.ts'
import { type ServerBillLine, serverBill } from '../../network/serverBill.ts'
import { type CatalogCell, type Trace, type TraceInput, type TraceRef, toRef } from '../trace.ts'
import { sumInputs, type TraceBuilder, type TraceContext } from '../traceContext.ts'

/** What has to be bought at a site: servers, spares, switches and optics; their price, power and lead time. */
export const SERVER_BILL_TRACES: Readonly<Record<string, TraceBuilder>> = {
  bill: (c, [field = '', siteId = '', acceleratorId = '', partId = '']) => {
    const line = serverBill(c.plan, c.catalog, c.result).find(
      (own) =>
        own.siteId === siteId && own.acceleratorId === acceleratorId && (own.part?.id ?? '') === partId,
    )
    const make = Object.hasOwn(FIELDS, field) ? FIELDS[field as BillField] : undefined
    return line && make ? make({ c, line }) : null
  },
  'bill-total': (c, [field = '']) => total(c, field),
}

type BillField = keyof typeof FIELDS
type Made = Omit<Trace, 'ref'>

interface At {
  readonly c: TraceContext
  readonly line: ServerBillLine
}

export function billRef(field: BillField, { siteId, acceleratorId, part }: ServerBillLine): TraceRef {
  return toRef('bill', field, siteId, acceleratorId, part?.id ?? '')
}

const FIELDS = { count, spares, price, priceLeast, power, lead }

const nameOf = ({ c, line }: At): string => `${line.item}, ${c.siteName(line.siteId)}`
const pathOf = ({ line }: At, field: string): string => `accelerators[${line.acceleratorId}].${field}`
const unitOf = ({ c, line }: At) => c.plan.accelerators.find((own) => own.id === line.acceleratorId)!

function countInput(at: At): TraceInput {
  return { word: 'count', value: at.line.count, unit: 'units', ref: billRef('count', at.line) }
}

function cellOf({ line }: At, column: string): { readonly cell: CatalogCell } | Record<string, never> {
  return line.part ? { cell: { table: 'network_parts', rowId: line.part.id, column } } : {}
}

function count(at: At): Made {
  const { c, line } = at
  return {
    ...{ word: 'count', of: nameOf(at), value: line.count, unit: 'units', isDecided: false },
    ...(line.part ? ofTree(at) : ofPurchases(c, line)),
  }
}

function ofPurchases(c: TraceContext, { siteId, acceleratorId }: ServerBillLine) {
  const builds = c.result.builds.filter((own) => own.siteId === siteId)
  const bought = builds.map((own) => own.boughtByAccelerator[acceleratorId] ?? 0)
  const inputs = builds.flatMap(({ period }, index): TraceInput[] => {
    const value = bought[index]! - (bought[index - 1] ?? 0)
    if (value < 1e-6) return []
    const ref = toRef('bought', acceleratorId, siteId, period)
    return [{ word: 'added', of: period, value, unit: 'units', ref }]
  })
  return { formula: 'bill-count' as const, inputs, recomputed: sumInputs(inputs) }
}

/** Switches of a tree over the accelerators where most of them stand, or the optics at both ends of its links. */
function ofTree(at: At) {
  const { c, line } = at
  const { id, accelPerUnit } = unitOf(at)
  const builds = c.result.builds.filter((own) => own.siteId === line.siteId)
  const unitsOf = (own: (typeof builds)[number]): number => own.unitsByAccelerator[id] ?? 0
  const most = builds.reduce((best, own) => (unitsOf(own) > unitsOf(best) ? own : best))
  const gbitS = getAccelerator(c.catalog, unitOf(at).catalogAcceleratorId).scaleoutGbitSPerAccel
  const switching = line.switching!
  const tree = fatTree(Math.ceil(unitsOf(most) - 1e-6) * accelPerUnit, switching.ports ?? 2)
  const inputs: TraceInput[] = [
    {
      ...{ word: 'unitsInService', of: most.period, value: unitsOf(most), unit: 'units' },
      ref: toRef('in-service', id, line.siteId, most.period),
    },
    { word: 'accelerators', value: accelPerUnit, unit: '', path: pathOf(at, 'accelPerUnit') },
    {
      ...{ word: 'ports', of: switching.part, value: switching.ports, unit: '' },
      cell: { table: 'network_parts', rowId: switching.id, column: 'ports' },
    },
    ...(gbitS === null
      ? []
      : [
          {
            ...{ word: 'networkSpeed' as const, value: gbitS, unit: 'Gbit/s' },
            cell: {
              ...{ table: 'accelerators' as const, rowId: unitOf(at).catalogAcceleratorId },
              column: 'scaleout_gbit_s_per_accel',
            },
          },
        ]),
  ]
  const isSwitch = line.part?.id === switching.id
  return { formula: 'fat-tree' as const, inputs, recomputed: isSwitch ? tree.switches : 2 * tree.links }
}

function spares(at: At): Made | null {
  const { line } = at
  if (line.spares === null) return null
  const { spareShare } = unitOf(at)
  return {
    ...{ word: 'spares', of: nameOf(at), value: line.spares, unit: 'units', isDecided: false },
    formula: 'spare-units',
    inputs: [
      countInput(at),
      { word: 'spares', value: spareShare, unit: 'share', path: pathOf(at, 'spareShare') },
    ],
    recomputed: line.count * spareShare,
  }
}

/** At most; what it is at least stands among its inputs. */
function price(at: At): Made {
  const { line } = at
  const made = priced(at, line.priceHighMusd, 'price_usd_high', line.part?.priceUsdHigh)
  if (line.priceLowMusd === line.priceHighMusd) return made
  const least: TraceInput = { word: 'priceLeast', value: line.priceLowMusd, unit: 'M$' }
  return { ...made, inputs: [...made.inputs, { ...least, ref: billRef('priceLeast', line) }] }
}

function priceLeast(at: At): Made {
  return priced(at, at.line.priceLowMusd, 'price_usd_low', at.line.part?.priceUsdLow)
}

function priced(at: At, value: number, column: string, partUsd: number | undefined): Made {
  const usd = partUsd ?? unitOf(at).priceUsdPerUnit
  const place = partUsd === undefined ? { path: pathOf(at, 'priceUsdPerUnit') } : cellOf(at, column)
  return {
    ...{ word: 'price', of: nameOf(at), value, unit: 'M$', formula: 'bill-price', isDecided: false },
    inputs: [countInput(at), { word: 'price', value: usd, unit: '$', ...place }],
    recomputed: (at.line.count * usd) / 1e6,
  }
}

function power(at: At): Made {
  const { line } = at
  const kw = line.part ? line.part.watts / 1000 : unitOf(at).unitItKw
  const each: TraceInput = line.part
    ? { word: 'unitPower', value: line.part.watts, unit: 'W', ...cellOf(at, 'watts') }
    : { word: 'unitKw', value: kw, unit: 'kW', path: pathOf(at, 'unitItKw') }
  return {
    ...{ word: 'drawn', of: nameOf(at), value: line.kw, unit: 'kW', formula: 'bill-power', isDecided: false },
    inputs: [countInput(at), each],
    recomputed: line.count * kw,
  }
}

function lead(at: At): Made | null {
  const { c, line } = at
  if (line.leadWeeks === null) return null
  const made = { word: 'leadWeeks' as const, of: nameOf(at), value: line.leadWeeks, unit: 'weeks' }
  const months = leadMonthsAt(unitOf(at), c.result.periods.length)
  return {
    ...{ ...made, formula: 'bill-lead', isDecided: false },
    inputs: [
      line.part
        ? { word: 'leadWeeks', value: line.leadWeeks, unit: 'weeks', ...cellOf(at, 'lead_weeks') }
        : { word: 'leadMonths', value: months, unit: 'months', path: pathOf(at, 'leadMonths') },
    ],
    recomputed: line.part ? line.leadWeeks : months * WEEKS_PER_MONTH,
  }
}

const TOTALS = {
  price: {
    word: 'price',
    unit: 'M$',
    formula: 'bill-price',
    read: (line: ServerBillLine) => line.priceHighMusd,
  },
  power: { word: 'drawn', unit: 'kW', formula: 'bill-power', read: (line: ServerBillLine) => line.kw },
} as const

function total(c: TraceContext, field: string): Made | null {
  if (field !== 'price' && field !== 'power') return null
  const { read, ...said } = TOTALS[field]
  const inputs = serverBill(c.plan, c.catalog, c.result).map((line): TraceInput => {
    const own = { word: said.word, of: nameOf({ c, line }), value: read(line), unit: said.unit }
    return { ...own, ref: billRef(field, line) }
  })
  const value = sumInputs(inputs)
  return { ...said, value, isDecided: false, inputs, recomputed: value }
}
