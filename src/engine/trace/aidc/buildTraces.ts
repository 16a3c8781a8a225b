import { maxPhases, phasesAllowed } from '../../layers/aidc/facility.ts'
import { type TraceInput, toRef } from '../trace.ts'
import { sumInputs, type TraceBuilder, type TraceContext } from '../traceContext.ts'
import { co2Tonnes, energyMwh, waterM3 } from './accounts.ts'
import { contractedMw, peakMw, usedItMw } from './loads.ts'
import { type At, facilityPath, findAt, type Made, made, siteOf } from './siteAt.ts'

/** What stands at a site in a period, and what it takes. */
export const BUILD_TRACES: Readonly<Record<string, TraceBuilder>> = {
  build: (c, [field = '', siteId = '', period = '']) => {
    const at = findAt(c, siteId, period)
    const make = Object.hasOwn(FIELDS, field) ? FIELDS[field as keyof typeof FIELDS] : undefined
    return at && make ? make(at) : null
  },
  year: (c, [field = '', siteId = '', ...periods]) => ofYear(c, field, siteId, periods),
  phases: (c, [siteId = '', period = '']) => {
    const at = findAt(c, siteId, period)
    return at && phases(at)
  },
}

const FIELDS = {
  builtItMw,
  usedItMw,
  contractedMw,
  peakMw,
  energyMwh,
  servedTokS,
  co2Tonnes,
  waterM3,
}

const YEAR_FIELDS = ['energyMwh', 'co2Tonnes', 'waterM3'] as const

/** A site's account over the periods of a year. */
function ofYear(c: TraceContext, field: string, siteId: string, periods: readonly string[]): Made | null {
  const wanted = YEAR_FIELDS.find((own) => own === field)
  const found = periods.map((period) => findAt(c, siteId, period))
  if (!wanted || found.length === 0) return null
  const rows = found.flatMap((at) => (at ? [FIELDS[wanted](at)] : []))
  const inputs = rows.map(({ word, of, value, unit }, index): TraceInput => {
    return { word, of, value, unit, ref: toRef('build', wanted, siteId, periods[index]!) }
  })
  const [first] = rows
  if (!first || rows.length < periods.length) return null
  const of = `${c.siteName(siteId)}, ${periods[0]} – ${periods.at(-1)}`
  const value = sumInputs(inputs)
  return { ...first, of, value, inputs, recomputed: value }
}

function builtItMw(at: At): Made {
  const { existingItMw, moduleItMw } = siteOf(at).facility
  const { build } = at
  return made(at, 'built', 'MW', 'it-load', {
    value: build.builtItMw,
    inputs: [
      { word: 'existing', value: existingItMw, unit: 'MW', path: facilityPath(at, 'existingItMw') },
      { word: 'phases', value: build.phases, unit: '', ref: toRef('phases', build.siteId, build.period) },
      { word: 'moduleMw', value: moduleItMw, unit: 'MW', path: facilityPath(at, 'moduleItMw') },
    ],
    recomputed: existingItMw + build.phases * moduleItMw,
  })
}

function phases(at: At): Made {
  const { c, build, siteIndex, t } = at
  const { maxItMw, earliest, buildMonths } = siteOf(at).facility
  return made(at, 'phases', '', 'it-load', {
    value: build.phases,
    isDecided: true,
    inputs: [
      { word: 'limit', value: phasesAllowed(c.inputs, siteIndex, t), unit: '' },
      { word: 'limit', of: c.end, value: maxPhases(c.inputs, siteIndex), unit: '' },
      { word: 'limit', value: maxItMw, unit: 'MW', path: facilityPath(at, 'maxItMw') },
      { word: 'before', value: earliest, unit: '', path: facilityPath(at, 'earliest') },
      { word: 'leadMonths', value: buildMonths, unit: 'months', path: facilityPath(at, 'buildMonths') },
      {
        ...{ word: 'itLoad', value: build.usedItMw, unit: 'MW' },
        ref: toRef('build', 'usedItMw', build.siteId, build.period),
      },
    ],
    recomputed: build.phases,
  })
}

function servedTokS(at: At): Made {
  const { c, build } = at
  const own = c.result.flows.filter((flow) => flow.to === build.siteId && flow.period === build.period)
  const inputs = [...Map.groupBy(own, (flow) => flow.classId)].map(
    ([classId, flows]): TraceInput => ({
      ...{ word: 'flow', of: classId, unit: 'tok/s' },
      value: flows.reduce((sum, flow) => sum + flow.tokS, 0),
      ref: toRef('flow', classId, build.siteId, build.period),
    }),
  )
  return made(at, 'served', 'tok/s', 'served-tokens', {
    value: build.servedTokS,
    inputs,
    recomputed: sumInputs(inputs),
  })
}
