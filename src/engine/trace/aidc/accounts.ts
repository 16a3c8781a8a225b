import { gridTco2PerMwh } from '../../layers/power/context.ts'
import { suppliedMw } from '../../results/builds/energyFlows.ts'
import type { TraceInput } from '../trace.ts'
import { type At, type Made, made, siteOf } from './siteAt.ts'

function overSlices(at: At, word: TraceInput['word'], unit: string, pick: (h: number) => number) {
  return at.c.inputs.slices.flatMap((slice, h): TraceInput[] => [
    { word: 'hours', of: slice.id, value: slice.hoursPerPeriod, unit: 'h' },
    { word, of: slice.id, value: pick(h), unit },
  ])
}

const hoursTimes = ({ c }: At, pick: (h: number) => number): number =>
  c.inputs.slices.reduce((sum, slice, h) => sum + slice.hoursPerPeriod * pick(h), 0)

/** Energy at the meter over the period, MWh. */
export function energyMwh(at: At): Made {
  return made(at, 'energy', 'MWh', 'energy-drawn', {
    value: at.build.energyMwh,
    inputs: overSlices(at, 'drawn', 'MW', (h) => suppliedMw(at.build, h)),
    recomputed: hoursTimes(at, (h) => suppliedMw(at.build, h)),
  })
}

/** Carbon of the grid, of plant and of contracts over the period, t. */
export function co2Tonnes(at: At): Made {
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

/** Water of cooling over the period, m³. */
export function waterM3(at: At): Made {
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
