import { networkParts, networkPerAccel, WELL_FILLED } from '../../network/networkBill.ts'
import { type Trace, type TraceInput, type TraceRef, toRef } from '../trace.ts'
import type { TraceBuilder, TraceContext } from '../traceContext.ts'

/** What a well filled network takes for each accelerator of a kind: its price at least and at most, its power. */
export const NETWORK_EACH_TRACES: Readonly<Record<string, TraceBuilder>> = {
  'network-each': (c, [field = '', acceleratorId = '']) => {
    const own = c.plan.accelerators.find(({ id }) => id === acceleratorId)
    return own && isField(field) ? each(c, own, field) : null
  },
}

const FIELDS = {
  low: { column: 'price_usd_low', part: 'priceUsdLow', word: 'priceLeast', unit: '$', formula: 'bill-price' },
  high: { column: 'price_usd_high', part: 'priceUsdHigh', word: 'price', unit: '$', formula: 'bill-price' },
  watts: { column: 'watts', part: 'watts', word: 'unitPower', unit: 'W', formula: 'bill-power' },
} as const
export type NetworkEachField = keyof typeof FIELDS
const isField = (field: string): field is NetworkEachField => Object.hasOwn(FIELDS, field)

export function networkEachRef(field: NetworkEachField, acceleratorId: string): TraceRef {
  return toRef('network-each', field, acceleratorId)
}

function each(
  c: TraceContext,
  own: TraceContext['plan']['accelerators'][number],
  field: NetworkEachField,
): Omit<Trace, 'ref'> {
  const { column, part: key, word, unit, formula } = FIELDS[field]
  const parts = networkParts(own, c.catalog, WELL_FILLED)
  return {
    ...{ word, of: own.id, value: networkPerAccel(own, c.catalog, WELL_FILLED)[field], unit, formula },
    isDecided: false,
    inputs: [
      {
        ...{ word: 'accelerators', value: WELL_FILLED, unit: '' },
        source: 'src/engine/network, a network of two tiers that is well filled',
      },
      ...parts.flatMap(({ part, switching, count }): TraceInput[] => [
        {
          ...{ word: 'ports', of: switching.part, value: switching.ports, unit: '' },
          cell: { table: 'network_parts', rowId: switching.id, column: 'ports' },
        },
        {
          ...{ word: 'count', of: part.part, value: count, unit: 'units' },
          source: 'src/engine/network/fatTree.ts',
        },
        {
          ...{ word, of: part.part, value: part[key], unit },
          cell: { table: 'network_parts', rowId: part.id, column },
        },
      ]),
    ],
    recomputed: parts.reduce((sum, { part, count }) => sum + count * part[key], 0) / WELL_FILLED,
  }
}
