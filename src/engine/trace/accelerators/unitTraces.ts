import { supplyToDate } from '../../layers/accelerators/purchase.ts'
import { type At, findAt, type Made, made } from '../aidc/siteAt.ts'
import { type TraceInput, toRef } from '../trace.ts'
import { sumInputs, type TraceBuilder, type TraceContext } from '../traceContext.ts'
import { retiredInputs } from './retirementTraces.ts'

/** Units of an accelerator: bought in a period, and in service at a site or over all of them. */
export const UNIT_TRACES: Readonly<Record<string, TraceBuilder>> = {
  fleet: (c, [id = '', period = '']) => fleet(c, id, period),
  bought: (c, [id = '', siteId = '', period = '']) => units(findAt(c, siteId, period), id, 'added'),
  'in-service': (c, [id = '', siteId = '', period = '']) =>
    units(findAt(c, siteId, period), id, 'unitsInService'),
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
