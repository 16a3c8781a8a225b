import type { SiteBuild } from '../../../plan/result/siteBuild.ts'
import { energyFlows, suppliedMw } from '../../results/builds/energyFlows.ts'
import { type Trace, type TraceInput, toRef } from '../trace.ts'
import { sumInputs, type TraceBuilder, type TraceContext } from '../traceContext.ts'

/** Bands of the flow of energy: what a source brings to a site, what a site uses it for, and the same of all sites. */
export const ENERGY_FLOW_TRACES: Readonly<Record<string, TraceBuilder>> = {
  'energy-from': (c, [siteId = '', period = '', ...sources]) => brought(c, siteId, period, sources),
  'energy-use': (c, [use = '', siteId = '', period = '']) =>
    siteId === '' ? usedByAll(c, use, period) : used(c, use, siteId, period),
}

type Made = Omit<Trace, 'ref'>
type Uses = Pick<ReturnType<typeof energyFlows>[number], 'itMwh' | 'overheadMwh' | 'storageLossMwh'>
const FIELDS: Readonly<Record<string, keyof Uses>> = {
  ...{ it: 'itMwh', overhead: 'overheadMwh', loss: 'storageLossMwh' },
}

const made = (of: string, value: number, inputs: TraceInput[], recomputed: number): Made => ({
  ...{ word: 'energy', of, value, unit: 'MWh', formula: 'energy-flow', isDecided: false, inputs, recomputed },
})

/** MWh of the sources in a block list, hour by hour: `grid`, or the ids of contracts and plant. */
function brought(c: TraceContext, siteId: string, period: string, sources: readonly string[]): Made | null {
  const build = c.build(siteId, period)
  if (!build) return null
  return ofHours(c, `${c.siteName(siteId)}, ${period}`, (h) =>
    sources.reduce((sum, source) => sum + (mwOf(build, source)[h] ?? 0), 0),
  )
}

const mwOf = (build: SiteBuild, source: string): readonly number[] =>
  source === 'grid'
    ? build.drawnMwBySlice
    : (build.contractMwBySlice[source] ?? build.generatedMwBySlice[source] ?? [])

function ofHours(c: TraceContext, of: string, mw: (h: number) => number): Made {
  const inputs = c.inputs.slices.flatMap((slice, h): TraceInput[] => [
    { word: 'hours', of: slice.id, value: slice.hoursPerPeriod, unit: 'h' },
    { word: 'drawn', of: slice.id, value: mw(h), unit: 'MW' },
  ])
  const mwh = c.inputs.slices.reduce((sum, slice, h) => sum + slice.hoursPerPeriod * mw(h), 0)
  return made(of, mwh, inputs, mwh)
}

function used(c: TraceContext, use: string, siteId: string, period: string): Made | null {
  const build = c.build(siteId, period)
  const field = FIELDS[use]
  const value = field && energyFlows(c.inputs, c.result, period).find((own) => own.siteId === siteId)?.[field]
  if (!build || value === undefined) return null
  const of = `${c.siteName(siteId)}, ${period}`
  if (use === 'loss')
    return ofHours(c, of, (h) =>
      Object.values(build.storageMwBySlice).reduce(
        (sum, own) => sum + (own.charged[h] ?? 0) - (own.discharged[h] ?? 0),
        0,
      ),
    )
  const pue = c.inputs.climate[c.siteIndex(siteId)]!.pue[c.result.periods.indexOf(period)]!
  const inputs = c.inputs.slices.flatMap((slice, h): TraceInput[] => [
    { word: 'hours', of: slice.id, value: slice.hoursPerPeriod, unit: 'h' },
    { word: 'drawn', of: slice.id, value: suppliedMw(build, h), unit: 'MW' },
    { word: 'pue', of: slice.id, value: pue[h]!, unit: '' },
  ])
  const shareOf = (h: number): number => (use === 'it' ? 1 / pue[h]! : 1 - 1 / pue[h]!)
  const again = c.inputs.slices.reduce(
    (sum, slice, h) => sum + slice.hoursPerPeriod * suppliedMw(build, h) * shareOf(h),
    0,
  )
  return made(of, value, inputs, again)
}

function usedByAll(c: TraceContext, use: string, period: string): Made | null {
  const field = FIELDS[use]
  if (!field) return null
  const inputs = energyFlows(c.inputs, c.result, period).map(
    (own): TraceInput => ({
      ...{ word: 'energy', of: c.siteName(own.siteId) ?? own.siteId, value: own[field], unit: 'MWh' },
      ref: toRef('energy-use', use, own.siteId, period),
    }),
  )
  const value = sumInputs(inputs)
  return inputs.length === 0 ? null : made(period, value, inputs, value)
}
