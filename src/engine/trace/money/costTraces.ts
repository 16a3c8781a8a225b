import { LAYERS, LayerName } from '../../../plan/result/cake.ts'
import type { CostLine } from '../../../plan/result/money.ts'
import { paidLines, yearCostMusd } from '../../results/money/paidCosts.ts'
import { type Trace, type TraceInput, toRef } from '../trace.ts'
import { sumInputs, type TraceBuilder, type TraceContext } from '../traceContext.ts'
import { periodCost } from './costs/periodCost.ts'

/** What is paid: by layer, line, site and period. */
export const COST_TRACES: Readonly<Record<string, TraceBuilder>> = {
  'cost-layer': (c, [layer, all]) => layerCost(c, LayerName.safeParse(layer).data, all === 'all'),
  'cost-lines': (c, [layer = '', ...names]) => linesCost(c, layer, names),
  'cost-line': (c, [layer = '', name = '', siteId = '']) => lineCost(c, layer, name, siteId),
  'cost-period': (c, [layer = '', name = '', siteId = '', period = '']) => {
    const line = findLine(c, layer, name, siteId)
    return line ? periodCost(c, line, period) : null
  },
  'cost-year': (c, [layer = '', year = '']) => yearCost(c, layer, year),
  'cost-part': (c, [layer = '', name = '', siteId = '']) => linePart(c, findLine(c, layer, name, siteId)),
  'cost-whole': costWhole,
  'cost-share': (c, [layer = '', name = '', siteId = '']) => lineShare(c, findLine(c, layer, name, siteId)),
}

export function costLineRef({ layer, name, siteId }: CostLine): string {
  return toRef('cost-line', layer, name, siteId ?? '')
}

function findLine(c: TraceContext, layer: string, name: string, siteId: string): CostLine | undefined {
  return c.result.costs.find(
    (line) => line.layer === layer && line.name === name && (line.siteId ?? '') === siteId,
  )
}

function nameOf(c: TraceContext, { name, siteId }: CostLine): string {
  return siteId === null ? name : `${name}, ${c.siteName(siteId) ?? siteId}`
}

/** What a layer costs; with penalties that nobody pays, where all is asked for. */
function layerCost(c: TraceContext, layer: LayerName | undefined, isAll: boolean) {
  if (!layer) return null
  const lines = (isAll ? c.result.costs : paidLines(c.result)).filter((line) => line.layer === layer)
  const inputs = lines.map(
    (line): TraceInput => ({
      ...{ word: 'costLine', of: nameOf(c, line), value: line.presentMusd, unit: 'M$' },
      ref: costLineRef(line),
    }),
  )
  return {
    word: 'layerCost' as const,
    of: layer,
    value: lines.reduce((sum, line) => sum + line.presentMusd, 0),
    unit: 'M$',
    formula: 'net-present-cost' as const,
    isDecided: false,
    inputs,
    recomputed: sumInputs(inputs),
  }
}

/** Lines of these names over all sites, of one layer: a band of the flow of money. */
function linesCost(c: TraceContext, layer: string, names: readonly string[]) {
  const lines = paidLines(c.result).filter((line) => line.layer === layer && names.includes(line.name))
  if (lines.length === 0) return null
  const inputs = lines.map(
    (line): TraceInput => ({
      ...{ word: 'costLine', of: nameOf(c, line), value: line.presentMusd, unit: 'M$' },
      ref: costLineRef(line),
    }),
  )
  return {
    ...{ word: 'costLine' as const, of: names.length === 1 ? names[0]! : layer, unit: 'M$' },
    value: lines.reduce((sum, line) => sum + line.presentMusd, 0),
    ...{ formula: 'net-present-cost' as const, isDecided: false, inputs, recomputed: sumInputs(inputs) },
  }
}

function lineCost(c: TraceContext, layer: string, name: string, siteId: string) {
  const line = findLine(c, layer, name, siteId)
  if (!line) return null
  const inputs = c.result.periods.flatMap((period, t): TraceInput[] => {
    const value = line.byPeriodMusd[t] ?? 0
    if (value === 0) return []
    const ref = toRef('cost-period', layer, name, siteId, period)
    return [{ word: 'periodCost', of: period, value, unit: 'M$', ref }]
  })
  return {
    word: 'costLine' as const,
    of: nameOf(c, line),
    value: line.presentMusd,
    unit: 'M$',
    formula: 'net-present-cost' as const,
    isDecided: false,
    inputs,
    recomputed: sumInputs(inputs),
  }
}

/** The share of a line in all lines, penalties included. */
function linePart(c: TraceContext, line: CostLine | undefined) {
  if (!line) return null
  const all = c.result.costs.reduce((sum, own) => sum + own.presentMusd, 0)
  return {
    ...{ word: 'placeShare' as const, of: nameOf(c, line), unit: 'share', isDecided: false },
    ...{ value: line.presentMusd / all, formula: 'cost-part' as const },
    inputs: [
      {
        ...{ word: 'costLine' as const, of: nameOf(c, line), value: line.presentMusd, unit: 'M$' },
        ref: costLineRef(line),
      },
      { word: 'objective' as const, value: all, unit: 'M$', ref: toRef('objective') },
    ],
    recomputed: line.presentMusd / all,
  }
}

/** All layers together, as parts of the whole. */
function costWhole(c: TraceContext): Omit<Trace, 'ref'> {
  const all = c.result.costs.reduce((sum, own) => sum + own.presentMusd, 0)
  const layers = LAYERS.map(
    (layer): TraceInput => ({
      ...{ word: 'layerCost', of: layer, unit: 'M$', ref: toRef('cost-layer', layer, 'all') },
      value: c.result.costs
        .filter((own) => own.layer === layer)
        .reduce((sum, own) => sum + own.presentMusd, 0),
    }),
  ).filter(({ value }) => value !== 0)
  return {
    ...{ word: 'costLine', value: 1, unit: 'share', formula: 'cost-part', isDecided: false },
    inputs: [...layers, { word: 'objective', value: all, unit: 'M$', ref: toRef('objective') }],
    recomputed: all === 0 ? 1 : sumInputs(layers) / all,
  }
}

/** What the lines of a layer cost in a year, present value. */
function yearCost(c: TraceContext, layer: string, year: string) {
  const own = c.result.costs.filter((line) => line.layer === layer)
  const inputs = own.flatMap((line) =>
    line.byPeriodMusd.flatMap((value, t): TraceInput[] => {
      const period = c.result.periods[t]!
      if (value === 0 || !period.startsWith(year)) return []
      const ref = toRef('cost-period', layer, line.name, line.siteId ?? '', period)
      return [{ word: 'periodCost', of: `${nameOf(c, line)}, ${period}`, value, unit: 'M$', ref }]
    }),
  )
  if (inputs.length === 0) return null
  const value = yearCostMusd(own, c.result, year)
  return {
    ...{ word: 'layerCost' as const, of: `${layer}, ${year}`, value, unit: 'M$', isDecided: false },
    ...{ formula: 'net-present-cost' as const, inputs, recomputed: sumInputs(inputs) },
  }
}

/** The part of a line in the levelised cost. */
function lineShare(c: TraceContext, line: CostLine | undefined) {
  if (!line) return null
  const { netPresentCostMusd: cost, levelisedUsdPerMTok } = c.result.summary
  return {
    word: 'levelised' as const,
    of: nameOf(c, line),
    value: cost > 0 ? (line.presentMusd / cost) * levelisedUsdPerMTok : 0,
    unit: '$/Mtok',
    formula: 'levelised-cost' as const,
    isDecided: false,
    inputs: [
      {
        word: 'costLine' as const,
        of: nameOf(c, line),
        value: line.presentMusd,
        unit: 'M$',
        ref: costLineRef(line),
      },
      { word: 'netPresentCost' as const, value: cost, unit: 'M$', ref: toRef('net-present-cost') },
      { word: 'levelised' as const, value: levelisedUsdPerMTok, unit: '$/Mtok', ref: toRef('levelised') },
    ],
    recomputed: cost > 0 ? (line.presentMusd / cost) * levelisedUsdPerMTok : 0,
  }
}
