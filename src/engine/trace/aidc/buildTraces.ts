import type { FormulaId } from '../../../plan/formulas/formulas.ts'
import type { SiteBuild } from '../../../plan/result/siteBuild.ts'
import type { PlanAccelerator } from '../../../plan/schema/supply.ts'
import { unitNetworkKw } from '../../../plan/unitPower.ts'
import { supplyToDate } from '../../layers/accelerators/purchase.ts'
import { trainingUnits } from '../../layers/accelerators/training.ts'
import { fixedItMw, idleAndWorkMw, maxPhases, phasesAllowed, unitItMw } from '../../layers/aidc/facility.ts'
import { gridTco2PerMwh } from '../../layers/power/context.ts'
import { firmLimitMw } from '../../layers/power/grid/firmLimit.ts'
import { suppliedMw } from '../../results/builds/energyFlows.ts'
import { retiredInputs } from '../accelerators/retirementTraces.ts'
import { type Trace, type TraceInput, toRef } from '../trace.ts'
import { sumInputs, type TraceBuilder, type TraceContext } from '../traceContext.ts'
import { pueDesignField } from './designInputs.ts'

/** What stands at a site in a period, and what it takes. */
export const BUILD_TRACES: Readonly<Record<string, TraceBuilder>> = {
  build: (c, [field = '', siteId = '', period = '']) => {
    const at = find(c, siteId, period)
    const make = Object.hasOwn(FIELDS, field) ? FIELDS[field as keyof typeof FIELDS] : undefined
    return at && make ? make(at) : null
  },
  year: (c, [field = '', siteId = '', ...periods]) => ofYear(c, field, siteId, periods),
  fleet: (c, [id = '', period = '']) => fleet(c, id, period),
  phases: (c, [siteId = '', period = '']) => {
    const at = find(c, siteId, period)
    return at && phases(at)
  },
  bought: (c, [id = '', siteId = '', period = '']) => units(find(c, siteId, period), id, 'added'),
  'in-service': (c, [id = '', siteId = '', period = '']) =>
    units(find(c, siteId, period), id, 'unitsInService'),
}

interface At {
  readonly c: TraceContext
  readonly siteIndex: number
  readonly t: number
  readonly build: SiteBuild
  readonly of: string
}
type Made = Omit<Trace, 'ref'>

function find(c: TraceContext, siteId: string, period: string): At | null {
  const build = c.build(siteId, period)
  const siteIndex = c.siteIndex(siteId)
  if (!build || siteIndex < 0) return null
  const of = `${c.siteName(siteId)}, ${period}`
  return { c, siteIndex, t: c.result.periods.indexOf(period), build, of }
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
  const found = periods.map((period) => find(c, siteId, period))
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

const siteOf = ({ c, siteIndex }: At) => c.plan.sites[siteIndex]!
const facilityPath = (at: At, field: string) => `sites[${siteOf(at).id}].facility.${field}`
const powerPath = (at: At, field: string) => `sites[${siteOf(at).id}].power.${field}`

function made(
  at: At,
  word: Made['word'],
  unit: string,
  formula: FormulaId,
  parts: { value: number; inputs: TraceInput[]; recomputed: number; isDecided?: boolean },
): Made {
  return { word, of: at.of, unit, formula, isDecided: false, ...parts }
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

function units(at: At | null, id: string, word: 'added' | 'unitsInService'): Made | null {
  const index = at?.c.plan.accelerators.findIndex((own) => own.id === id) ?? -1
  const own = at?.c.plan.accelerators[index]
  if (!at || !own) return null
  const { c, build, t } = at
  const before = c.before(build)
  const path = (field: string) => `accelerators[${id}].${field}`
  const value =
    word === 'added'
      ? (build.boughtByAccelerator[id] ?? 0) - (before?.boughtByAccelerator[id] ?? 0)
      : (build.unitsByAccelerator[id] ?? 0)
  const busy = c.result.placements.filter(
    (item) => item.siteId === build.siteId && item.period === build.period && item.acceleratorId === id,
  )
  const most = Math.max(
    0,
    ...c.inputs.slices.map((_, h) => busy.reduce((sum, item) => sum + (item.unitsBySlice[h] ?? 0), 0)),
  )
  return {
    ...made(at, word, 'units', 'units-in-service', {
      value,
      isDecided: true,
      inputs: [
        { word: 'busyUnits', value: most, unit: 'units' },
        {
          word: 'unitsInService',
          of: before?.period,
          value: before?.unitsByAccelerator[id] ?? 0,
          unit: 'units',
        },
        {
          word: 'supply',
          value: supplyToDate(c.inputs, index, t),
          unit: 'units',
          path: path('supplyUnitsPerPeriod'),
        },
        { word: 'leadMonths', value: own.leadMonths, unit: 'months', path: path('leadMonths') },
        { word: 'life', value: own.lifeYears, unit: 'years', path: path('lifeYears') },
        ...retiredInputs(c, { siteId: build.siteId, acceleratorId: id, period: build.period }),
      ],
      recomputed: value,
    }),
    of: `${id}, ${at.of}`,
  }
}

/** Units of an accelerator over all sites. */
function fleet(c: TraceContext, id: string, period: string): Made | null {
  const builds = c.result.builds.filter((own) => own.period === period)
  if (builds.length === 0) return null
  const inputs = builds.map(
    ({ siteId, unitsByAccelerator }): TraceInput => ({
      ...{
        word: 'unitsInService',
        of: c.siteName(siteId),
        value: unitsByAccelerator[id] ?? 0,
        unit: 'units',
      },
      ref: toRef('in-service', id, siteId, period),
    }),
  )
  const value = sumInputs(inputs)
  return {
    ...{ word: 'unitsInService', of: `${id}, ${period}`, value, unit: 'units', isDecided: false },
    ...{ formula: 'units-in-service', inputs, recomputed: value },
  }
}

function usedItMw(at: At): Made {
  const { c, build, siteIndex, t } = at
  const fixed = fixedItMw(c.inputs, siteIndex, t)
  const rows = c.plan.accelerators.flatMap((own, g) => {
    const count = build.unitsByAccelerator[own.id] ?? 0
    return count === 0 ? [] : [{ own, count, mw: unitItMw(c.inputs, g) }]
  })
  return made(at, 'itLoad', 'MW', 'it-load', {
    value: build.usedItMw,
    inputs: [
      { word: 'fixedLoad', value: fixed, unit: 'MW', path: facilityPath(at, 'fixedItMw') },
      ...rows.flatMap(({ own, count }): TraceInput[] => [
        {
          ...{ word: 'unitsInService', of: own.id, value: count, unit: 'units' },
          ref: toRef('in-service', own.id, build.siteId, build.period),
        },
        {
          word: 'unitKw',
          of: own.id,
          value: own.unitItKw,
          unit: 'kW',
          path: `accelerators[${own.id}].unitItKw`,
        },
        ...networkInput(own),
      ]),
    ],
    recomputed: rows.reduce((sum, { count, mw }) => sum + count * mw, fixed),
  })
}

/** Switches and optics of a unit, where they draw power beside it. */
function networkInput(own: PlanAccelerator): TraceInput[] {
  if (own.networkWPerAccel === 0) return []
  const path = `accelerators[${own.id}].networkWPerAccel`
  return [{ word: 'networkKw', of: own.id, value: unitNetworkKw(own), unit: 'kW', path }]
}

function contractedMw(at: At): Made {
  const { c, build, siteIndex, t } = at
  return made(at, 'contracted', 'MW', 'adequacy', {
    value: build.contractedMw,
    isDecided: true,
    inputs: [
      { word: 'limit', value: firmLimitMw(c.inputs, siteIndex, t), unit: 'MW' },
      {
        word: 'gridLimit',
        value: siteOf(at).power.gridLimitMw,
        unit: 'MW',
        path: powerPath(at, 'gridLimitMw'),
      },
      { word: 'before', value: siteOf(at).power.energised, unit: '', path: powerPath(at, 'energised') },
      {
        word: 'peak',
        value: build.peakMw,
        unit: 'MW',
        ref: toRef('build', 'peakMw', build.siteId, build.period),
      },
    ],
    recomputed: build.contractedMw,
  })
}

/** Highest load at design conditions: what is idle of every unit in service, and the rest of those at work. */
function peakMw(at: At): Made {
  const { c, build, siteIndex, t } = at
  const pue = c.inputs.climate[siteIndex]!.pueDesign
  const { facility } = c.plan.sites[siteIndex]!
  const { fixedShare } = c.inputs.energy[siteIndex]!
  const fixed = fixedItMw(c.inputs, siteIndex, t)
  const atWork = (id: string, h: number) =>
    [...c.result.placements, ...c.result.sales]
      .filter((own) => own.siteId === build.siteId && own.period === build.period && own.acceleratorId === id)
      .reduce((sum, own) => sum + (own.unitsBySlice[h] ?? 0), 0)
  const loads = c.inputs.slices.map((_, h) =>
    c.plan.accelerators.reduce(
      (sum, own, g) => {
        const working = atWork(own.id, h) + trainingUnits(c.inputs, siteIndex, g, t).full
        const { idle, work } = idleAndWorkMw(c.inputs, g)
        return sum + idle * (build.unitsByAccelerator[own.id] ?? 0) + work * working
      },
      fixed * fixedShare.peak[t]![h]! - (build.unservedItMwBySlice[h] ?? 0),
    ),
  )
  const most = Math.max(...loads)
  const h = loads.indexOf(most)
  const slice = c.inputs.slices[h]!.id
  return made(at, 'peak', 'MW', 'critical-load', {
    value: build.peakMw,
    inputs: [
      { word: 'pueDesign', value: pue, unit: '', path: facilityPath(at, pueDesignField(facility)) },
      { word: 'fixedLoad', value: fixed, unit: 'MW', path: facilityPath(at, 'fixedItMw') },
      ...c.plan.accelerators.flatMap((own): TraceInput[] => {
        const count = build.unitsByAccelerator[own.id] ?? 0
        if (count === 0) return []
        const path = (field: string) => `accelerators[${own.id}].${field}`
        return [
          {
            ...{ word: 'unitsInService', of: own.id, value: count, unit: 'units' },
            ref: toRef('in-service', own.id, build.siteId, build.period),
          },
          { word: 'busyUnits', of: `${own.id}, ${slice}`, value: atWork(own.id, h), unit: 'units' },
          { word: 'unitKw', of: own.id, value: own.unitItKw, unit: 'kW', path: path('unitItKw') },
          ...networkInput(own),
          { word: 'idleShare', of: own.id, value: own.idleShare, unit: 'share', path: path('idleShare') },
        ]
      }),
    ],
    recomputed: most * pue,
  })
}

function overSlices(at: At, word: TraceInput['word'], unit: string, pick: (h: number) => number) {
  return at.c.inputs.slices.flatMap((slice, h): TraceInput[] => [
    { word: 'hours', of: slice.id, value: slice.hoursPerPeriod, unit: 'h' },
    { word, of: slice.id, value: pick(h), unit },
  ])
}

const hoursTimes = ({ c }: At, pick: (h: number) => number): number =>
  c.inputs.slices.reduce((sum, slice, h) => sum + slice.hoursPerPeriod * pick(h), 0)

function energyMwh(at: At): Made {
  return made(at, 'energy', 'MWh', 'energy-drawn', {
    value: at.build.energyMwh,
    inputs: overSlices(at, 'drawn', 'MW', (h) => suppliedMw(at.build, h)),
    recomputed: hoursTimes(at, (h) => suppliedMw(at.build, h)),
  })
}

function co2Tonnes(at: At): Made {
  const { c, build, siteIndex, t } = at
  const energy = c.inputs.energy[siteIndex]!
  const emitted = (h: number) =>
    (build.drawnMwBySlice[h] ?? 0) * gridTco2PerMwh({ energy }, t, h) +
    energy.sources.reduce(
      (sum, own) => sum + (build.generatedMwBySlice[own.id]?.[h] ?? 0) * own.tco2PerMwh,
      0,
    ) +
    energy.contracts.reduce(
      (sum, own) => sum + (build.contractMwBySlice[own.id]?.[h] ?? 0) * own.tco2PerMwh,
      0,
    )
  return made(at, 'co2', 't', 'carbon', {
    value: build.co2Tonnes,
    inputs: [
      {
        ...{ word: 'carbonOfGrid', value: energy.tco2PerMwh, unit: 't/MWh' },
        cell: { table: 'regions', rowId: siteOf(at).catalogRegionId, column: 'gco2_kwh_direct' },
      },
      ...overSlices(at, 'drawn', 'MW', (h) => build.drawnMwBySlice[h] ?? 0),
    ],
    recomputed: hoursTimes(at, emitted),
  })
}

function waterM3(at: At): Made {
  const { c, build, siteIndex, t } = at
  const climate = c.inputs.climate[siteIndex]!
  return made(at, 'water', 'm³', 'water', {
    value: build.waterM3,
    inputs: [
      ...overSlices(at, 'drawn', 'MW', (h) => suppliedMw(at.build, h)),
      ...c.inputs.slices.flatMap((slice, h): TraceInput[] => [
        { word: 'wue', of: slice.id, value: climate.wueLPerKwh[t]![h]!, unit: 'L/kWh' },
        { word: 'pue', of: slice.id, value: climate.pue[t]![h]!, unit: '' },
      ]),
    ],
    recomputed: hoursTimes(
      at,
      (h) => (suppliedMw(at.build, h) / climate.pue[t]![h]!) * climate.wueLPerKwh[t]![h]!,
    ),
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
