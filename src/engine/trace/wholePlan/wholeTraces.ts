import { LAYERS } from '../../../plan/result/cake.ts'
import { type Trace, type TraceInput, toRef } from '../trace.ts'
import { sumInputs, type TraceBuilder, type TraceContext } from '../traceContext.ts'

/** Figures of the whole plan beside those of the first screen: the objective, its proof, carbon. */
export const WHOLE_TRACES: Readonly<Record<string, TraceBuilder>> = {
  objective,
  gap,
  'co2-total': co2Total,
}

type Made = Omit<Trace, 'ref'>

/** Every cost line, with the penalties that nobody pays. */
function objective(c: TraceContext): Made {
  const inputs = LAYERS.map((layer): TraceInput => {
    const own = c.result.costs.filter((line) => line.layer === layer)
    const value = own.reduce((sum, line) => sum + line.presentMusd, 0)
    return { word: 'layerCost', of: layer, value, unit: 'M$', ref: toRef('cost-layer', layer, 'all') }
  }).filter(({ value }) => value !== 0)
  const value = c.result.costs.reduce((sum, line) => sum + line.presentMusd, 0)
  return {
    ...{ word: 'objective', value, unit: 'M$', formula: 'net-present-cost', isDecided: false },
    ...{ inputs, recomputed: sumInputs(inputs) },
  }
}

function gap(c: TraceContext): Made {
  const { objectiveMusd, boundMusd, gapShare, engine } = c.result.solver
  return {
    ...{ word: 'gap', value: gapShare, unit: 'share', formula: 'gap', isDecided: false },
    inputs: [
      { word: 'objective', value: objectiveMusd, unit: 'M$' },
      { word: 'bound', of: engine, value: boundMusd, unit: 'M$' },
      gapWanted(c),
    ],
    recomputed: Math.max(0, objectiveMusd - boundMusd) / Math.max(1e-9, Math.abs(objectiveMusd)),
  }
}

/** The gap that was asked for: the plan's, unless the solve was told another; older results do not say. */
export function gapWanted({ plan, result }: TraceContext): TraceInput {
  const own = plan.solver.gapShare
  const value = result.solver.gapAskedShare ?? own
  const from = value === own ? { path: 'solver.gapShare' } : { source: 'src/engine/solvePlan.ts' }
  return { word: 'gapWanted', value, unit: 'share', ...from }
}

/** Over all sites and the whole horizon. */
function co2Total(c: TraceContext): Made {
  const inputs = c.plan.sites.map(({ id, name }): TraceInput => {
    const own = c.result.builds.filter((build) => build.siteId === id)
    const value = own.reduce((sum, build) => sum + build.co2Tonnes, 0)
    return {
      word: 'co2',
      of: name,
      value,
      unit: 't',
      ref: toRef('year', 'co2Tonnes', id, ...c.result.periods),
    }
  })
  const value = c.result.builds.reduce((sum, build) => sum + build.co2Tonnes, 0)
  return {
    ...{ word: 'co2', value, unit: 't', formula: 'carbon', isDecided: false },
    ...{ inputs, recomputed: sumInputs(inputs) },
  }
}
