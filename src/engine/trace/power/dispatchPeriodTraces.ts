import { costsOfBlocks } from '../../dispatch/costsOfBlocks.ts'
import type { AskedDays } from '../decisions/asked.ts'
import { type Trace, type TraceInput, toRef } from '../trace.ts'
import type { TraceBuilder, TraceContext } from '../traceContext.ts'

/** What the energy of a site costs in a period: as dispatched day by day, as the plan's blocks have it, and how these differ. */
export const DISPATCH_PERIOD_TRACES: Readonly<Record<string, TraceBuilder>> = {
  'dispatch-period': (c, [side = '']) => {
    const { dispatch } = c.asked
    return dispatch && Object.hasOwn(SIDES, side) ? SIDES[side as keyof typeof SIDES](c, dispatch) : null
  },
}

export const dispatchPeriodRef = (side: keyof typeof SIDES): string => toRef('dispatch-period', side)

type Made = Omit<Trace, 'ref'>
const SIDES = { days, blocks, difference }

const base = (c: TraceContext, { siteId, period }: AskedDays) => ({
  ...({ word: 'energyOfPeriod', of: `${c.siteName(siteId)}, ${period}`, unit: 'M$' } as const),
  isDecided: false,
})

function days(c: TraceContext, asked: AskedDays): Made {
  const { lengthYears } = asked
  const usd = asked.days.reduce((sum, own) => sum + own.weightDays * own.dispatch.usd, 0) * lengthYears
  return {
    ...{ ...base(c, asked), value: asked.daysMusd, formula: 'day-dispatch' },
    inputs: [
      ...asked.days.flatMap(({ name, weightDays, dispatch }, place): TraceInput[] => [
        { word: 'dayWeight', of: name, value: weightDays, unit: 'days' },
        {
          ...{ word: 'energyCost', of: name, value: dispatch.usd, unit: '$' },
          ref: toRef('dispatch-day', String(place)),
        },
      ]),
      { word: 'years', of: asked.period, value: lengthYears, unit: 'years', path: 'horizon.periodLength' },
    ],
    recomputed: usd / 1e6,
  }
}

function blocks(c: TraceContext, asked: AskedDays): Made {
  const { plan, shipped: catalog, result } = c
  const { siteId, period } = asked
  const found = costsOfBlocks({ plan, catalog, result, siteId, period })
  const fuelUsd = found.reduce((sum, own) => sum + own.fuelUsd, 0)
  return {
    ...{ ...base(c, asked), value: asked.blocksMusd, formula: 'energy-cost' },
    inputs: [
      ...found.flatMap(({ block, drawnMwh, usdPerMwh }): TraceInput[] => [
        { word: 'energy', of: String(block + 1), value: drawnMwh, unit: 'MWh' },
        { word: 'price', of: String(block + 1), value: usdPerMwh, unit: '$/MWh' },
      ]),
      ...(fuelUsd > 0 ? [{ word: 'fuel' as const, of: period, value: fuelUsd / 1e6, unit: 'M$' }] : []),
    ],
    recomputed: found.reduce((sum, own) => sum + own.drawnMwh * own.usdPerMwh, fuelUsd) / 1e6,
  }
}

function difference(c: TraceContext, asked: AskedDays): Made {
  const { word, of, unit } = base(c, asked)
  const inputs = (['daysMusd', 'blocksMusd'] as const).map((side): TraceInput => {
    const ref = dispatchPeriodRef(side === 'daysMusd' ? 'days' : 'blocks')
    return { word, of, value: asked[side], unit, ref }
  })
  const [mine, theirs] = [asked.daysMusd, asked.blocksMusd]
  return {
    ...{ word: 'difference', of, value: asked.differenceShare, unit: 'share', formula: 'change-share' },
    ...{ isDecided: false, inputs, recomputed: theirs > 0 ? mine / theirs - 1 : 0 },
  }
}
