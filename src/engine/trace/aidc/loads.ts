import type { PlanAccelerator } from '../../../plan/schema/supply.ts'
import { unitNetworkKw } from '../../../plan/unitPower.ts'
import { trainingUnits } from '../../layers/accelerators/training.ts'
import { fixedItMw, idleAndWorkMw, unitItMw } from '../../layers/aidc/facility.ts'
import { firmLimitMw } from '../../layers/power/grid/firmLimit.ts'
import { type TraceInput, toRef } from '../trace.ts'
import { pueDesignField } from './designInputs.ts'
import { type At, facilityPath, type Made, made, powerPath, siteOf } from './siteAt.ts'

/** IT in use: the fixed load and every unit in service, MW. */
export function usedItMw(at: At): Made {
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

/** Firm service of the grid, which the solve decides, MW. */
export function contractedMw(at: At): Made {
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
export function peakMw(at: At): Made {
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
