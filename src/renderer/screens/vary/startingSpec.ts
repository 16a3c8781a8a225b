import type { SweepSpec } from '../../../plan/cases/sweepSpec.ts'
import type { Plan } from '../../../plan/schema/plan.ts'

type Kind = SweepSpec['kind']
export const KINDS: readonly Kind[] = [
  'sensitivity',
  'grid',
  'scenarios',
  'monte-carlo',
  'pareto',
  'threshold',
]

/** Inputs that most plans lean on, by path; only those that the plan states. */
function usualInputs({ demand, accelerators, sites, distribution }: Plan): string[] {
  return [
    ...(demand.length > 0 ? ['demand[*].unitsEnd'] : []),
    ...(accelerators.length > 0 ? ['accelerators[*].priceUsdPerUnit'] : []),
    ...(sites.length > 0 ? ['sites[*].facility.capexMusdPerMw', 'sites[*].power.gridLimitMw'] : []),
    ...(distribution.market.moves.length > 0 ? ['distribution.market.moves[*].stepShare'] : []),
    ...(distribution.leases.length > 0 ? ['distribution.leases[*].usdPerAccelH'] : []),
  ]
}

/** A first question of each kind, for the planner to change. */
export function startingSpec(kind: Kind, plan: Plan): object {
  const inputs = usualInputs(plan)
  switch (kind) {
    case 'sensitivity':
      return { kind, design: 'full', steps: 2, inputs: inputs.map((path) => ({ path, low: 0.8, high: 1.2 })) }
    case 'grid': {
      const [across = '', down = ''] = [inputs[0], inputs.at(-1)]
      const axis = (path: string) => ({ path, as: 'times', from: 0.6, to: 1.4, steps: 3 })
      return { kind, design: 'full', across: axis(across), down: axis(down) }
    }
    case 'scenarios': {
      const option = (id: string, path: string, times: number) => ({ id, edits: [{ path, times }] })
      const drivers = inputs.slice(0, 2).map((path, index) => {
        return { id: `driver${index + 1}`, options: [option('low', path, 0.8), option('high', path, 1.2)] }
      })
      return { kind, design: 'full', drivers }
    }
    case 'monte-carlo': {
      const distribution = { shape: 'triangular', low: 0.7, mode: 1, high: 1.5 }
      const drawn = inputs.slice(0, 2).map((path) => ({ path, as: 'times', distribution }))
      return { kind, design: 'fixed', draws: 50, seed: 1, inputs: drawn, correlations: [] }
    }
    case 'pareto':
      return { kind, against: 'carbon', shares: [0.9, 0.75, 0.5, 0.25], least: true }
    case 'threshold': {
      const flips = `site:${plan.sites[0]?.id ?? ''}`
      return { kind, path: inputs.at(-1) ?? '', as: 'times', from: 0.25, to: 4, flips }
    }
    default:
      return kind satisfies never
  }
}
