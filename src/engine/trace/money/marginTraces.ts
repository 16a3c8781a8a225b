import type { FormulaId } from '../../../plan/formulas/formulas.ts'
import { sellPrice } from '../../derive/distribution/sellPrice.ts'
import type { CostShare } from '../../results/money/costShares.ts'
import type { MoneyRow } from '../../results/money/moneyView.ts'
import { type Trace, type TraceInput, toRef } from '../trace.ts'
import { sumInputs, type TraceBuilder, type TraceContext } from '../traceContext.ts'
import { costLineRef } from './costTraces.ts'

/** Cells of revenue, margin and levelised cost by class, place or model, down to cost lines and prices. */
export const MARGIN_TRACES: Readonly<Record<string, TraceBuilder>> = {
  money: (c, [cut = '', id = '', field = '']) => cell(c, cut, id, field),
  'cost-shared': (c, [cut = '', id = '', placeId = '']) => costShared(c, cut, id, placeId),
  'cost-at': (c, [placeId = '', period = '']) => costAt(c, placeId, period),
  'revenue-part': (c, [cut = '', id = '', classId = '']) => revenuePart(c, cut, id, classId),
}

type Made = Omit<Trace, 'ref'>

/** What each cut of the table tells rows apart by. */
const KEYS = { byClass: 'classId', byPlace: 'placeId', byModel: 'modelId' } as const
type Cut = keyof typeof KEYS
const isCut = (cut: string): cut is Cut => Object.hasOwn(KEYS, cut)

function sharesOf(c: TraceContext, cut: string, id: string): readonly CostShare[] {
  return isCut(cut) ? c.shares.filter((own) => own[KEYS[cut]] === id) : []
}

/** A place by its name; everything else by its id. */
function nameOf({ plan }: TraceContext, id: string): string {
  const places = [...plan.sites, ...plan.distribution.leases, ...plan.distribution.apis]
  return places.find((place) => place.id === id)?.name ?? id
}

const sum = <T>(items: readonly T[], pick: (item: T) => number): number =>
  items.reduce((total, item) => total + pick(item), 0)

interface Row {
  readonly c: TraceContext
  readonly row: MoneyRow
  readonly cut: string
  readonly of: string | undefined
}

function cell(c: TraceContext, cut: string, id: string, field: string): Made | null {
  const row = isCut(cut)
    ? c.money[cut].find((one) => one.id === id)
    : cut === 'total'
      ? c.money.total
      : undefined
  if (!row || !Object.hasOwn(FIELDS, field)) return null
  return FIELDS[field as keyof typeof FIELDS]({
    c,
    row,
    cut,
    of: cut === 'total' ? undefined : nameOf(c, id),
  })
}

const FIELDS = {
  costMusd,
  revenueMusd,
  mTok,
  marginUsdPerMTok,
  usdPerMTok: (at: Row) => perToken(at, 'levelised', 'mTok', 'levelised-cost'),
  usdPerMOutputTok: (at: Row) => perToken(at, 'levelisedOutput', 'outputMTok', 'levelised-cost-output'),
  usdPerMWeightedTok: (at: Row) =>
    perToken(at, 'levelisedWeighted', 'weightedMTok', 'levelised-cost-weighted'),
} as const

/** The cell of the same row that an input is; totals stand on the first screen too. */
function refOf({ cut, row }: Row, field: 'costMusd' | 'revenueMusd' | 'mTok'): string {
  if (cut !== 'total') return toRef('money', cut, row.id, field)
  if (field === 'costMusd') return toRef('net-present-cost')
  return field === 'mTok' ? toRef('tokens-discounted', 'all') : toRef('revenue')
}

const cost = (at: Row): TraceInput => {
  return { word: 'placeCost', of: at.of, value: at.row.costMusd, unit: 'M$', ref: refOf(at, 'costMusd') }
}

function tokens(at: Row, field: 'mTok' | 'outputMTok' | 'weightedMTok'): TraceInput {
  const ref = field === 'mTok' ? refOf(at, 'mTok') : undefined
  return { word: 'discountedTokens', of: at.of, value: at.row[field], unit: 'Mtok', ref }
}

function perToken(
  at: Row,
  word: 'levelised' | 'levelisedOutput' | 'levelisedWeighted',
  field: 'mTok' | 'outputMTok' | 'weightedMTok',
  formula: FormulaId,
): Made {
  const { row, of } = at
  const values = {
    mTok: row.usdPerMTok,
    outputMTok: row.usdPerMOutputTok,
    weightedMTok: row.usdPerMWeightedTok,
  }
  return {
    ...{ word, of, value: values[field], unit: '$/Mtok', formula, isDecided: false },
    inputs: [cost(at), tokens(at, field)],
    recomputed: row[field] > 0 ? (row.costMusd * 1e6) / row[field] : 0,
  }
}

function marginUsdPerMTok(at: Row): Made | null {
  const { row, of } = at
  if (row.marginUsdPerMTok === null || row.revenueMusd === null) return null
  return {
    ...{
      word: 'margin',
      of,
      value: row.marginUsdPerMTok,
      unit: '$/Mtok',
      formula: 'margin',
      isDecided: false,
    },
    inputs: [
      { word: 'revenue', of, value: row.revenueMusd, unit: 'M$', ref: refOf(at, 'revenueMusd') },
      cost(at),
      tokens(at, 'mTok'),
    ],
    recomputed: row.mTok > 0 ? ((row.revenueMusd - row.costMusd) * 1e6) / row.mTok : 0,
  }
}

/** Of a place its cost lines; of a class or a model its share of each place. */
function costMusd({ c, row, cut, of }: Row): Made | null {
  const shares = sharesOf(c, cut, row.id)
  const inputs =
    cut === 'byPlace'
      ? (c.linesByPlace.get(row.id) ?? []).map((line): TraceInput => {
          return {
            word: 'costLine',
            of: line.name,
            value: line.presentMusd,
            unit: 'M$',
            ref: costLineRef(line),
          }
        })
      : [...Map.groupBy(shares, (own) => own.placeId)].map(([placeId, own]): TraceInput => {
          const ref = toRef('cost-shared', cut, row.id, placeId)
          const value = sum(own, (share) => share.costMusd)
          return { word: 'placeCost', of: nameOf(c, placeId), value, unit: 'M$', ref }
        })
  if (inputs.length === 0) return null
  return {
    ...{ word: 'placeCost', of, value: row.costMusd, unit: 'M$', isDecided: false, inputs },
    formula: cut === 'byPlace' ? 'net-present-cost' : 'cost-shared',
    recomputed: sumInputs(inputs),
  }
}

/** The share of a class or a model in what a place costs, period by period. */
function costShared(c: TraceContext, cut: string, id: string, placeId: string): Made | null {
  const own = sharesOf(c, cut, id).filter((share) => share.placeId === placeId)
  if (own.length === 0) return null
  const periods = [...Map.groupBy(own, (share) => share.period)].map(([t, shares]) => {
    const period = c.result.periods[t]!
    return { period, musd: spentAt(c, placeId, t), weight: sum(shares, (share) => share.weight) }
  })
  return {
    ...{ word: 'placeCost', of: `${nameOf(c, id)}, ${nameOf(c, placeId)}`, unit: 'M$' },
    ...{ value: sum(own, (share) => share.costMusd), formula: 'cost-shared', isDecided: false },
    inputs: periods.flatMap(({ period, musd, weight }): TraceInput[] => [
      { word: 'placeCost', of: period, value: musd, unit: 'M$', ref: toRef('cost-at', placeId, period) },
      { word: 'placeShare', of: period, value: weight, unit: 'share' },
    ]),
    recomputed: sum(periods, ({ musd, weight }) => musd * weight),
  }
}

function spentAt(c: TraceContext, placeId: string, t: number): number {
  return sum(c.linesByPlace.get(placeId) ?? [], (line) => line.byPeriodMusd[t] ?? 0)
}

/** What a place costs in a period, line by line. */
function costAt(c: TraceContext, placeId: string, period: string): Made | null {
  const t = c.result.periods.indexOf(period)
  const lines = c.linesByPlace.get(placeId) ?? []
  if (t < 0) return null
  const inputs = lines
    .filter((line) => (line.byPeriodMusd[t] ?? 0) !== 0)
    .map((line): TraceInput => {
      const ref = toRef('cost-period', line.layer, line.name, line.siteId ?? '', period)
      return { word: 'periodCost', of: line.name, value: line.byPeriodMusd[t] ?? 0, unit: 'M$', ref }
    })
  return {
    ...{
      word: 'placeCost',
      of: `${nameOf(c, placeId)}, ${period}`,
      value: spentAt(c, placeId, t),
      unit: 'M$',
    },
    ...{ formula: 'net-present-cost', isDecided: false, inputs, recomputed: sumInputs(inputs) },
  }
}

/** Tokens of a row by period, discounted like money. */
function mTok({ c, row, cut, of }: Row): Made | null {
  const shares = sharesOf(c, cut, row.id)
  if (shares.length === 0) return null
  const inputs = [...Map.groupBy(shares, (own) => own.period)].map(([t, own]): TraceInput => {
    const value = sum(own, (share) => share.mTok)
    return { word: 'tokensOfPeriod', of: c.result.periods[t], value, unit: 'Mtok' }
  })
  return {
    ...{ word: 'discountedTokens', of, value: row.mTok, unit: 'Mtok', isDecided: false },
    ...{ formula: 'discount-factor', inputs, recomputed: sumInputs(inputs) },
  }
}

/** Of a class as the class's own trace says; of a place or a model class by class. */
function revenueMusd({ c, row, cut, of }: Row): Made | null {
  if (row.revenueMusd === null || !isCut(cut)) return null
  const served = sharesOf(c, cut, row.id).filter((own) => own.mTok > 0)
  const inputs = [...new Set(served.map((own) => own.classId))].map((classId): TraceInput => {
    const value = revenueOf(c, served, classId)
    const ref =
      cut === 'byClass' ? toRef('revenue-class', classId) : toRef('revenue-part', cut, row.id, classId)
    return { word: 'revenue', of: classId, value, unit: 'M$', ref }
  })
  return {
    ...{ word: 'revenue', of, value: row.revenueMusd, unit: 'M$', formula: 'revenue', isDecided: false },
    ...{ inputs, recomputed: sumInputs(inputs) },
  }
}

/** Price of a class's tokens in a period, $/Mtok of its mix. */
function priceOf(c: TraceContext, classId: string, t: number): number {
  const mix = c.inputs.tokenMix[c.inputs.classes.findIndex((own) => own.id === classId)]
  return mix ? (sellPrice(c.plan, classId, mix, c.inputs.periods[t]!).usdPerMTok ?? 0) : 0
}

function revenueOf(c: TraceContext, shares: readonly CostShare[], classId: string): number {
  const own = shares.filter((share) => share.classId === classId)
  return sum(own, (share) => share.mTok * priceOf(c, classId, share.period)) / 1e6
}

/** What a class's tokens at a place or from a model sell for. */
function revenuePart(c: TraceContext, cut: string, id: string, classId: string): Made | null {
  const own = sharesOf(c, cut, id).filter((share) => share.classId === classId && share.mTok > 0)
  if (own.length === 0) return null
  const rows = [...Map.groupBy(own, (share) => share.period)].map(([t, shares]) => {
    const label = c.result.periods[t]!
    return { label, mTok: sum(shares, (share) => share.mTok), usd: priceOf(c, classId, t) }
  })
  return {
    ...{ word: 'revenue', of: `${classId}, ${nameOf(c, id)}`, value: revenueOf(c, own, classId), unit: 'M$' },
    ...{ formula: 'revenue', isDecided: false },
    inputs: rows.flatMap(({ label, mTok: tokensThen, usd }): TraceInput[] => [
      { word: 'tokensOfPeriod', of: label, value: tokensThen, unit: 'Mtok' },
      {
        ...{ word: 'sellPrice', of: label, value: usd, unit: '$/Mtok' },
        ref: toRef('price-sold', classId, label),
      },
    ]),
    recomputed: sum(rows, ({ mTok: tokensThen, usd }) => (tokensThen * usd) / 1e6),
  }
}
