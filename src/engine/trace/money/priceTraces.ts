import type { TokenMix } from '../../derive/agents/tokenMix.ts'
import { planTokenMix } from '../../derive/agents/workloads.ts'
import { apiPriceList, usdOfMix } from '../../derive/distribution/apiPrices.ts'
import {
  leasePrice,
  letPrice,
  type MarketPrice,
  type PriceMaking,
  salePrice,
} from '../../derive/distribution/marketPrice.ts'
import { sellPriceList } from '../../derive/distribution/sellPrice.ts'
import { type TraceInput, toRef } from '../trace.ts'
import type { TraceBuilder, TraceContext } from '../traceContext.ts'

/** Prices of the market in one period; of tokens that of a class, or of all the plan's where none is named. */
export const PRICE_TRACES: Readonly<Record<string, TraceBuilder>> = {
  'price-lease': (c, [id = '', label = '']) => {
    const own = c.plan.distribution.leases.find((lease) => lease.id === id)
    const period = c.periodOf(label)
    const change = `distribution.leases[${id}].priceChangePerYear`
    return own && period
      ? single(`${own.name}, ${label}`, leasePrice(c.plan, own, period), HOUR, change)
      : null
  },
  'price-sale': (c, [id = '', label = '']) => {
    const own = c.plan.distribution.sales.find((sale) => sale.id === id)
    const period = c.periodOf(label)
    const change = `distribution.sales[${id}].priceChangePerYear`
    if (!own || !period) return null
    return single(
      `${own.name}, ${label}`,
      salePrice(c.plan, own, period),
      own.kind === 'tokens' ? MTOK : HOUR,
      change,
    )
  },
  'price-let': (c, [label = '']) => {
    const period = c.periodOf(label)
    const price = period && letPrice(c.plan, period)
    return price ? single(label, price, HOUR, 'distribution.sellPrices.computeChangePerYear') : null
  },
  'price-api': (c, [id = '', classId = '', label = '']) => {
    const own = c.plan.distribution.apis.find((api) => api.id === id)
    const period = c.periodOf(label)
    if (!own || !period) return null
    const { list, rowId, making } = apiPriceList(c.plan, c.catalog, own, period)
    const change = `distribution.apis[${id}].priceChangePerYear`
    return ofMix(c, `${[own.name, classId].filter(Boolean).join(', ')}, ${label}`, classId, {
      list,
      rowId,
      making,
      change,
    })
  },
  'price-sold': (c, [classId = '', label = '']) => {
    const period = c.periodOf(label)
    const found = period && sellPriceList(c.plan, classId, period)
    if (!found) return null
    const change = 'distribution.sellPrices.changePerYear'
    return ofMix(c, [classId, label].filter(Boolean).join(', '), classId, { ...found, rowId: null, change })
  },
}

const HOUR = '$/accelerator-h'
const MTOK = '$/Mtok'

/** From when the price holds, how long and by how much it has changed since, and what the market made of it. */
function makingInputs(making: PriceMaking, changePath: string): TraceInput[] {
  return [
    { word: 'holdsFrom', value: making.from ?? '–', unit: '' },
    { word: 'priceChange', value: making.changePerYear, unit: 'share', path: changePath },
    { word: 'years', value: making.years, unit: 'years' },
    ...making.moves.map(
      ({ move, factor }): TraceInput => ({
        ...{ word: 'marketMove', of: `${move.name}, ${move.from}`, value: factor, unit: '×' },
        path: `distribution.market.moves[${move.id}].${move.stepShare === 0 ? 'changePerYear' : 'stepShare'}`,
      }),
    ),
  ]
}

/** The same from what the inputs say. */
const grown = ({ changePerYear, years, moves }: PriceMaking): number =>
  (1 + changePerYear) ** years * moves.reduce((product, own) => product * own.factor, 1)

function single(of: string, { usd, saidUsd, making }: MarketPrice, unit: string, changePath: string) {
  return {
    ...{ word: 'marketPrice' as const, of, value: usd, unit, isDecided: false },
    formula: 'market-price' as const,
    inputs: [
      { word: 'saidPrice' as const, value: saidUsd, unit, path: making.path },
      ...makingInputs(making, changePath),
    ],
    recomputed: saidUsd * grown(making),
  }
}

interface Listed {
  readonly list: ReturnType<typeof apiPriceList>['list']
  readonly rowId: string | null
  readonly making: PriceMaking
  readonly change: string
}

const COLUMNS = {
  usdPerMInput: 'usd_per_m_input',
  usdPerMCachedInput: 'usd_per_m_cached_input',
  usdPerMOutput: 'usd_per_m_output',
} as const

function ofMix(c: TraceContext, of: string, classId: string, { list, rowId, making, change }: Listed) {
  const mix = mixOf(c, classId)
  if (!mix) return null
  const said = (field: keyof typeof COLUMNS, of: string): TraceInput => ({
    ...{ word: 'saidPrice', of, value: list[field], unit: MTOK },
    ...(making.path === undefined ? {} : { path: `${making.path}.${field}` }),
    ...(rowId === null ? {} : { cell: { table: 'token_prices', rowId, column: COLUMNS[field] } }),
  })
  return {
    ...{ word: 'marketPrice' as const, of, value: usdOfMix(list, mix) * making.factor, unit: MTOK },
    formula: 'token-price' as const,
    isDecided: false,
    inputs: [
      said('usdPerMInput', 'input'),
      said('usdPerMCachedInput', 'cached input'),
      said('usdPerMOutput', 'output'),
      { word: 'cacheShare' as const, value: mix.cached, unit: 'share' },
      { word: 'outputShare' as const, value: mix.output, unit: 'share' },
      ...makingInputs(making, change),
    ],
    recomputed:
      ((1 - mix.cached - mix.output) * list.usdPerMInput +
        mix.cached * list.usdPerMCachedInput +
        mix.output * list.usdPerMOutput) *
      grown(making),
  }
}

/** Of a class, or of all tokens of the plan where it is empty. */
function mixOf(c: TraceContext, classId: string): TokenMix | undefined {
  if (classId === '') return planTokenMix(c.workloads)
  return c.inputs.tokenMix[c.inputs.classes.findIndex((own) => own.id === classId)]
}

/** Prices at which a lease is paid in a period: of the blocks that it holds then, or of the period itself. */
export function leasePriceInputs(c: TraceContext, leaseId: string, label: string): TraceInput[] {
  const lease = c.plan.distribution.leases.find((own) => own.id === leaseId)
  const at = c.periodOf(label)
  if (!lease || !at) return []
  const begun = c.result.leases.filter((own) => own.leaseId === leaseId && own.begunAccel > 0)
  const starts =
    lease.termQuarters === 0
      ? [at]
      : c.inputs.periods.filter(({ index, label: own }) => {
          const lasts = Math.ceil(lease.termQuarters / (at.lengthYears * 4) - 1e-9)
          return begun.some(({ period }) => period === own) && index <= at.index && at.index < index + lasts
        })
  return starts.map((period): TraceInput => {
    const { usd, making } = leasePrice(c.plan, lease, period)
    return {
      ...{ word: 'leasePrice', of: period.label, value: usd, unit: '$/h', path: making.path },
      ref: toRef('price-lease', leaseId, period.label),
    }
  })
}
