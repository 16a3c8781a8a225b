import { AppFault } from '../../plan/fault.ts'
import type { Formulation } from '../formulate.ts'
import type { Column } from '../problem/problem.ts'

/** How decisions are forced, for help texts. */
export const FORCE_EXAMPLES = [
  'site:ash=open',
  'site:ash=closed',
  'accelerator:b300@ash>=40',
  'accelerator:b300<=0',
  'lease:spot<=0',
  'grid:ash>=12',
  'contract:ash/solar>=5',
  'model:small@ash<=0',
] as const

interface Forced {
  readonly columns: readonly Column[]
  readonly sum: boolean
}

/**
 * Forces a decision on a formulated plan by a bound or a row: a site open or closed, at least or at most so many units,
 * accelerators on lease, megawatts of grid or contract, units that run a model at a site.
 */
export function force(formulation: Formulation, decision: string): void {
  const match = /^(\w+):([^<>=]+)(=open|=closed|>=|<=)([\d.]*)$/.exec(decision.replaceAll(' ', ''))
  if (!match) throw badDecision(decision)
  const [, kind = '', owner = '', sign = '', number] = match
  if (sign.startsWith('=')) {
    forceSite(formulation, kind, owner, sign === '=open', decision)
    return
  }
  const amount = Number(number)
  if (number === '' || !Number.isFinite(amount)) throw badDecision(decision)
  const { columns, sum } = find(formulation, kind, owner, decision)
  const { problem } = formulation
  const scaled = kind === 'lease' ? amount / 1000 : amount
  if (sum) {
    const terms = columns.map((column) => [1, column] as const)
    if (sign === '>=') problem.atLeast(`forced.${kind}.${owner}`, 'units', terms, scaled)
    else problem.atMost(`forced.${kind}.${owner}`, 'units', terms, scaled)
    return
  }
  // Work spread over many columns can be kept out, not asked for.
  if (columns.length > 1 && (sign === '>=' || amount > 0)) throw badDecision(decision)
  for (const column of columns) {
    if (sign === '>=') problem.lower[column] = Math.min(scaled, problem.upper[column]!)
    else problem.upper[column] = Math.max(problem.lower[column]!, Math.min(scaled, problem.upper[column]!))
  }
}

/** Open: at least one phase at the end, and what stands may be used. Closed: nothing new, nothing bought. */
function forceSite(
  formulation: Formulation,
  kind: string,
  siteId: string,
  isOpen: boolean,
  decision: string,
): void {
  const { problem, facilities, accelerators } = formulation
  const siteIndex = siteIndexOf(formulation, siteId)
  if (kind !== 'site' || siteIndex < 0) throw badDecision(decision)
  const { phases } = facilities.buildings[siteIndex]!
  if (isOpen) {
    const last = phases.at(-1)!
    if (problem.upper[last]! < 1) throw badDecision(decision)
    problem.lower[last] = 1
    return
  }
  const fleets = accelerators.fleets.filter((own) => own.siteIndex === siteIndex)
  for (const column of [...phases, ...fleets.flatMap(({ bought }) => bought)]) problem.upper[column] = 0
}

function siteIndexOf({ inputs }: Formulation, siteId: string): number {
  return inputs.plan.sites.findIndex(({ id }) => id === siteId)
}

function find(formulation: Formulation, kind: string, owner: string, decision: string): Forced {
  const { inputs, accelerators, power, serving, distribution } = formulation
  const [id = '', siteId] = owner.split('@')
  const siteIndex = siteId === undefined ? -1 : siteIndexOf(formulation, siteId)
  const found = (columns: readonly Column[], sum = false): Forced => {
    if (columns.length === 0) throw badDecision(decision)
    return { columns, sum }
  }
  if (siteId !== undefined && siteIndex < 0) throw badDecision(decision)
  switch (kind) {
    case 'accelerator': {
      const index = inputs.plan.accelerators.findIndex((own) => own.id === id)
      const fleets = accelerators.fleets.filter(
        (own) => own.acceleratorIndex === index && (siteId === undefined || own.siteIndex === siteIndex),
      )
      return found(
        fleets.flatMap(({ bought }) => bought.slice(-1)),
        true,
      )
    }
    case 'grid': {
      const own = power.supplies[siteIndexOf(formulation, id)]
      return found(own?.service.contracted.slice(-1) ?? [])
    }
    case 'lease': {
      const index = inputs.plan.distribution.leases.findIndex((own) => own.id === id)
      const blocks = distribution.leaseBlocks.find(({ leaseIndex }) => leaseIndex === index)
      if (blocks) return found(blocks.begun, true)
      return found(
        distribution.toLeases
          .filter((own) => own.placeIndex === index)
          .flatMap(({ columns }) => columns.flat()),
      )
    }
    case 'contract': {
      const [site = '', contractId] = id.split('/')
      const own = power.supplies[siteIndexOf(formulation, site)]?.contracts.find(
        (one) => one.own.id === contractId,
      )
      return found((own?.inForce.at(-1) ?? []).map(([, column]) => column).slice(0, 1))
    }
    case 'model': {
      const busy = serving.busy.filter((own) => {
        const runs = inputs.speed[own.classIndex]![own.acceleratorIndex]!.modelId === id
        return runs && (siteId === undefined || own.siteIndex === siteIndex)
      })
      return found(busy.flatMap(({ columns }) => columns.flat()))
    }
    default:
      throw badDecision(decision)
  }
}

function badDecision(decision: string): AppFault {
  return new AppFault('bad-input', 'A decision cannot be forced', [
    { path: 'decision', value: decision, expected: `one of this plan, as in ${FORCE_EXAMPLES.join(', ')}` },
  ])
}
