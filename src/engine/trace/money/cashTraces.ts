import { letPrice } from '../../derive/distribution/marketPrice.ts'
import { sellPrice } from '../../derive/distribution/sellPrice.ts'
import { presentValue } from '../../results/money/rateOfReturn.ts'
import { type TraceInput, toRef } from '../trace.ts'
import { sumInputs, type TraceBuilder, type TraceContext } from '../traceContext.ts'
import { cashRef } from './cashRowTraces.ts'

/** Revenue, value, rate of return; margins and break-even. */
export const CASH_TRACES: Readonly<Record<string, TraceBuilder>> = {
  'net-present-value': netPresentValue,
  'rate-of-return': rateOfReturn,
  revenue: (c) => revenue(c),
  'revenue-class': (c, [classId = '']) => revenueOfClass(c, classId),
  'break-even': (c, [kind = '']) => breakEven(c, kind),
  letting,
  'accelerator-hours': (c, [kind = '']) => acceleratorHours(c, kind),
  'own-cost': ownCostOf,
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
        (row): TraceInput => ({
          ...{ word: 'revenueOfPeriod', of: row.period ?? '–', value: row.net, unit: 'M$' },
          ref: cashRef('net', row),
        }),
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
  ...{ word: 'ownCost', value: c.money.breakEven.costMusd, unit: 'M$', ref: toRef('own-cost') },
})

/** What the own sites cost, site by site. */
function ownCostOf(c: TraceContext) {
  const inputs = c.plan.sites.flatMap(({ id, name }): TraceInput[] => {
    const row = c.money.byPlace.find((own) => own.id === id)
    const ref = toRef('money', 'byPlace', id, 'costMusd')
    return row ? [{ word: 'placeCost', of: name, value: row.costMusd, unit: 'M$', ref }] : []
  })
  return {
    ...{ word: 'ownCost' as const, value: c.money.breakEven.costMusd, unit: 'M$', isDecided: false },
    ...{ formula: 'net-present-cost' as const, inputs, recomputed: sumInputs(inputs) },
  }
}

/** Accelerator-hours of the own sites, discounted: held all the time, or at work. */
function acceleratorHours(c: TraceContext, kind: string) {
  if (kind !== 'held' && kind !== 'worked') return null
  const { heldAccelH, workedAccelH } = c.money.breakEven
  const unitsOf = (id: string, label: string, h: number): number =>
    kind === 'held'
      ? c.result.builds
          .filter((own) => own.period === label)
          .reduce((sum, own) => sum + (own.unitsByAccelerator[id] ?? 0), 0)
      : c.result.placements
          .filter((own) => own.period === label && own.acceleratorId === id)
          .reduce((sum, own) => sum + (own.unitsBySlice[h] ?? 0), 0)
  const hoursOf = ({ id, accelPerUnit }: TraceContext['plan']['accelerators'][number]) =>
    c.inputs.periods.reduce(
      (sum, { label, discount }) =>
        sum +
        c.result.slices.reduce(
          (own, { hoursPerPeriod }, h) =>
            own + unitsOf(id, label, h) * accelPerUnit * hoursPerPeriod * discount,
          0,
        ),
      0,
    )
  const word = kind === 'held' ? ('heldHours' as const) : ('workedHours' as const)
  const inputs = c.plan.accelerators.flatMap((own): TraceInput[] => [
    { word, of: own.id, value: hoursOf(own), unit: 'h' },
    {
      ...{ word: 'accelerators', of: own.id, value: own.accelPerUnit, unit: '' },
      path: `accelerators[${own.id}].accelPerUnit`,
    },
  ])
  const value = kind === 'held' ? heldAccelH : workedAccelH
  return {
    ...{ word, value, unit: 'h', formula: 'break-even-lease' as const, isDecided: false, inputs },
    recomputed: sumInputs(inputs.filter((own) => own.word === word)),
  }
}

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
  const hours = (word: 'heldHours' | 'workedHours', value: number): TraceInput => ({
    ...{ word, value, unit: 'h', ref: toRef('accelerator-hours', word === 'heldHours' ? 'held' : 'worked') },
  })
  const lease = (usd: number | null, word: 'heldHours' | 'workedHours', value: number) => {
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
      {
        ...{ word: 'heldHours' as const, value: own.heldAccelH, unit: 'h' },
        ref: toRef('accelerator-hours', 'held'),
      },
    ],
    recomputed: compute.revenueMusd - own.costMusd,
  }
}
