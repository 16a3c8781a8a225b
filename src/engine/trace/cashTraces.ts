import { letPrice } from '../derive/marketPrice.ts'
import { sellPrice } from '../derive/sellPrice.ts'
import type { MoneyRow } from '../results/moneyView.ts'
import type { PaymentKind } from '../results/payments.ts'
import { presentValue } from '../results/rateOfReturn.ts'
import { type TraceInput, toRef } from './trace.ts'
import { sumInputs, type TraceBuilder, type TraceContext } from './traceContext.ts'

/** Revenue, value, rate of return; margins and break-even. */
export const CASH_TRACES: Readonly<Record<string, TraceBuilder>> = {
  'net-present-value': netPresentValue,
  'rate-of-return': rateOfReturn,
  revenue: (c) => revenue(c),
  'revenue-class': (c, [classId = '']) => revenueOfClass(c, classId),
  'break-even': (c, [kind = '']) => breakEven(c, kind),
  letting,
  'cash-row': (c, [kind = '', period = '']) => cashRow(c, kind, period),
  money: (c, [cut = '', id = '', field = '']) => moneyCell(c, cut, id, field),
}

const discountRate = (c: TraceContext): TraceInput => ({
  ...{ word: 'discountRate', value: c.plan.finance.discountRatePerYear, unit: 'share' },
  path: 'finance.discountRatePerYear',
})

function netPresentValue(c: TraceContext) {
  const { cashFlow, total } = c.money
  if (cashFlow.netPresentValueMusd === null || total.revenueMusd === null) return null
  const cost = c.result.summary.netPresentCostMusd
  return {
    word: 'netPresentValue' as const,
    value: cashFlow.netPresentValueMusd,
    unit: 'M$',
    formula: 'net-present-value' as const,
    isDecided: false,
    inputs: [
      { word: 'revenue' as const, value: total.revenueMusd, unit: 'M$', ref: toRef('revenue') },
      { word: 'netPresentCost' as const, value: cost, unit: 'M$', ref: toRef('net-present-cost') },
      discountRate(c),
    ],
    recomputed: total.revenueMusd - cost,
  }
}

function rateOfReturn(c: TraceContext) {
  const { rows, payments, rateOfReturn: found } = c.money.cashFlow
  if (found.kind !== 'rate') return null
  // At the rate itself what is left of the payments is nothing.
  const left = presentValue(payments, found.perYear)
  return {
    word: 'rateOfReturn' as const,
    value: found.perYear,
    unit: 'share',
    formula: 'rate-of-return' as const,
    isDecided: false,
    inputs: [
      ...rows.map(
        (row): TraceInput => ({ word: 'revenueOfPeriod', of: row.period ?? '–', value: row.net, unit: 'M$' }),
      ),
      {
        word: 'netPresentValue' as const,
        of: `${(found.perYear * 100).toFixed(2)} %`,
        value: left,
        unit: 'M$',
      },
    ],
    recomputed: Math.abs(left) < 1e-6 ? found.perYear : Number.NaN,
  }
}

function revenue(c: TraceContext) {
  const { total, byClass } = c.money
  if (total.revenueMusd === null) return null
  const inputs = byClass
    .filter((row) => row.mTok > 0)
    .map(
      (row): TraceInput => ({
        ...{ word: 'revenue', of: row.id, value: row.revenueMusd, unit: 'M$' },
        ref: toRef('revenue-class', row.id),
      }),
    )
  return {
    word: 'revenue' as const,
    value: total.revenueMusd,
    unit: 'M$',
    formula: 'revenue' as const,
    isDecided: false,
    inputs,
    recomputed: sumInputs(inputs),
  }
}

function revenueOfClass(c: TraceContext, classId: string) {
  const row = c.money.byClass.find((own) => own.id === classId)
  const index = c.inputs.classes.findIndex((own) => own.id === classId)
  const mix = c.inputs.tokenMix[index]
  if (!row || !mix || row.revenueMusd === null) return null
  const rows = c.inputs.periods.map((period) => {
    const own = c.result.flows.filter((flow) => flow.period === period.label && flow.classId === classId)
    const mTok = (own.reduce((sum, flow) => sum + flow.tokS, 0) * c.seconds * period.discount) / 1e6
    return { label: period.label, mTok, usd: sellPrice(c.plan, classId, mix, period).usdPerMTok ?? 0 }
  })
  const inputs = rows
    .filter(({ mTok }) => mTok > 0)
    .flatMap(({ label, mTok, usd }): TraceInput[] => [
      { word: 'tokensOfPeriod', of: label, value: mTok, unit: 'Mtok' },
      {
        ...{ word: 'sellPrice', of: label, value: usd, unit: '$/Mtok' },
        ref: toRef('price-sold', classId, label),
      },
    ])
  return {
    word: 'revenue' as const,
    of: classId,
    value: row.revenueMusd,
    unit: 'M$',
    formula: 'revenue' as const,
    isDecided: false,
    inputs,
    recomputed: rows.reduce((sum, { mTok, usd }) => sum + (mTok * usd) / 1e6, 0),
  }
}

const ownCost = (c: TraceContext): TraceInput => ({
  ...{ word: 'ownCost', value: c.money.breakEven.costMusd, unit: 'M$' },
})

/** The price at which others would do the work of the own sites for the same money. */
function breakEven(c: TraceContext, kind: string) {
  const own = c.money.breakEven
  const trace = (usd: number | null, unit: string, over: TraceInput, count: number) =>
    usd === null
      ? null
      : {
          ...{ word: 'breakEven' as const, value: usd, unit, isDecided: false, inputs: [ownCost(c), over] },
          recomputed: (own.costMusd * 1e6) / count,
        }
  const hours = (word: TraceInput['word'], value: number): TraceInput => ({ word, value, unit: 'h' })
  const lease = (usd: number | null, word: TraceInput['word'], value: number) => {
    const made = trace(usd, '$/accelerator-h', hours(word, value), value)
    return made && { ...made, formula: 'break-even-lease' as const }
  }
  if (kind === 'reserved') return lease(own.reservedUsdPerAccelH, 'heldHours', own.heldAccelH)
  if (kind === 'on-demand') return lease(own.onDemandUsdPerAccelH, 'workedHours', own.workedAccelH)
  if (kind !== 'api') return null
  const tokens: TraceInput = { word: 'discountedTokens', value: own.mTok, unit: 'Mtok' }
  const made = trace(own.apiUsdPerMTok, '$/Mtok', tokens, own.mTok)
  return made && { ...made, formula: 'break-even-api' as const }
}

function letting(c: TraceContext) {
  const { compute, breakEven: own } = c.money
  if (!compute) return null
  return {
    ...{ word: 'margin' as const, value: compute.marginMusd, unit: 'M$', isDecided: false },
    formula: 'letting-margin' as const,
    inputs: [
      { word: 'revenue' as const, value: compute.revenueMusd, unit: 'M$' },
      ownCost(c),
      ...c.inputs.periods.map(
        (period): TraceInput => ({
          ...{ word: 'price', of: period.label, value: letPrice(c.plan, period)?.usd ?? 0 },
          ...{ unit: '$/accelerator-h', ref: toRef('price-let', period.label) },
        }),
      ),
      { word: 'heldHours' as const, value: own.heldAccelH, unit: 'h' },
    ],
    recomputed: compute.revenueMusd - own.costMusd,
  }
}

const KINDS: readonly PaymentKind[] = ['revenue', 'running', 'capital', 'returned']

/** One cell of the cash flow: the payments of its kind and period, line by line. */
function cashRow(c: TraceContext, kind: string, period: string) {
  const { rows, payments } = c.money.cashFlow
  const row = rows.find((own) => (own.period ?? '') === period)
  const wanted = KINDS.find((own) => own === kind)
  if (!row || !wanted) return null
  const { lengthYears } = c.inputs.periods[0]!
  const last = c.inputs.periods.length - 1
  const index = c.result.periods.indexOf(period)
  const isOwn = (years: number) =>
    Math.min(last, Math.max(-1, Math.floor(years / lengthYears + 1e-9))) === index
  const own = payments.filter((payment) => payment.kind === wanted && isOwn(payment.years))
  const inputs = [...Map.groupBy(own, (payment) => payment.name)].map(
    ([name, list]): TraceInput => ({
      ...{ word: 'costLine', of: name, unit: 'M$' },
      value: list.reduce((sum, payment) => sum + payment.musd, 0),
    }),
  )
  return {
    word: 'revenueOfPeriod' as const,
    of: period,
    value: row[wanted],
    unit: 'M$',
    formula: 'net-present-value' as const,
    isDecided: false,
    inputs,
    recomputed: sumInputs(inputs),
  }
}

const CUTS = ['byClass', 'byPlace', 'byModel'] as const

/** A cell of revenue, margin and levelised cost by class, place or model. */
function moneyCell(c: TraceContext, cut: string, id: string, field: string) {
  const own = CUTS.find((one) => one === cut)
  const row = own ? c.money[own].find((one) => one.id === id) : cut === 'total' ? c.money.total : undefined
  return row ? moneyTrace(c, row, field) : null
}

function moneyTrace(c: TraceContext, row: MoneyRow, field: string) {
  const places = [...c.plan.sites, ...c.plan.distribution.leases, ...c.plan.distribution.apis]
  const of = places.find((place) => place.id === row.id)?.name ?? row.id
  const cost: TraceInput = { word: 'placeCost', of, value: row.costMusd, unit: 'M$' }
  const tokens = (word: TraceInput['word'], value: number): TraceInput => ({ word, of, value, unit: 'Mtok' })
  const base = { of, isDecided: false, unit: '$/Mtok' }
  switch (field) {
    case 'usdPerMTok':
      return {
        ...base,
        ...{ word: 'levelised' as const, value: row.usdPerMTok, formula: 'levelised-cost' as const },
        inputs: [cost, tokens('discountedTokens', row.mTok)],
        recomputed: row.mTok > 0 ? (row.costMusd * 1e6) / row.mTok : 0,
      }
    case 'usdPerMOutputTok':
      return {
        ...base,
        ...{ word: 'levelisedOutput' as const, value: row.usdPerMOutputTok },
        formula: 'levelised-cost-output' as const,
        inputs: [cost, tokens('discountedTokens', row.outputMTok)],
        recomputed: row.outputMTok > 0 ? (row.costMusd * 1e6) / row.outputMTok : 0,
      }
    case 'usdPerMWeightedTok':
      return {
        ...base,
        ...{ word: 'levelisedWeighted' as const, value: row.usdPerMWeightedTok },
        formula: 'levelised-cost-weighted' as const,
        inputs: [cost, tokens('discountedTokens', row.weightedMTok)],
        recomputed: row.weightedMTok > 0 ? (row.costMusd * 1e6) / row.weightedMTok : 0,
      }
    case 'marginUsdPerMTok':
      if (row.marginUsdPerMTok === null || row.revenueMusd === null) return null
      return {
        ...base,
        ...{ word: 'margin' as const, value: row.marginUsdPerMTok, formula: 'margin' as const },
        inputs: [
          { word: 'revenue' as const, of, value: row.revenueMusd, unit: 'M$' },
          cost,
          tokens('discountedTokens', row.mTok),
        ],
        recomputed: row.mTok > 0 ? ((row.revenueMusd - row.costMusd) * 1e6) / row.mTok : 0,
      }
    default:
      return null
  }
}
