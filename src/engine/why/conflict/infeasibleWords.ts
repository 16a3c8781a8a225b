import type { PlanEdit } from '../../../plan/planPath.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import type { Refusal } from '../../derive/inputs.ts'
import { limitName } from '../limits/limitWords.ts'
import type { Infeasibility, Repair } from './explainInfeasible.ts'
import { groupMembers, type MemberGroup } from './groupMembers.ts'

/** Why demand may go nowhere, in English; the screens have them in Chinese too. */
export const REFUSAL_WORDS: Readonly<Record<Exclude<Refusal, null>, string>> = {
  barred: 'its class is barred',
  tier: 'its class may not be served on the tiers there',
  residency: 'private data may not leave its zone',
  latency: 'every place is too far away for its latency',
  'no-speed': 'no model is good enough, or none fast enough on what is there',
  quality: 'no model is good enough',
  export: 'no licence for the export of its accelerators',
  cooling: 'no accelerator suits the cooling there',
  'rack-power': 'racks are too heavy on power for the rooms there',
  'not-nearest': 'regions are served by their nearest site alone',
  spot: 'it may not be interrupted, as spot leases are',
}

/** Why nothing satisfies a plan, and what would mend it, as lines of text. */
export function describeInfeasibility(plan: Plan, found: Infeasibility): string {
  const { conflict, repairs, isSmallest } = found
  if (conflict.length === 0) return 'No plan satisfies everything, and no limit could be named.'
  return [
    `No plan satisfies everything. ${isSmallest ? 'These' : 'Among these are some that'} cannot hold together:`,
    ...groupMembers(found).map((group) => `  ${describeGroup(plan, group)}`),
    ...(repairs.length > 0
      ? ['What would mend it, the cheapest plan first:']
      : ['No single change was found that mends it.']),
    ...repairs.map((repair) => `  ${describeRepair(repair)}`),
  ].join('\n')
}

function describeGroup(plan: Plan, { family, members, from, to, amount }: MemberGroup): string {
  const name = limitName(
    plan,
    family,
    members.map(({ ownerId }) => ownerId),
  )
  const { refusals, unit } = members[0]!
  if (refusals.length > 0)
    return `${name} may go nowhere: ${refusals.map((refusal) => REFUSAL_WORDS[refusal]).join('; ')}`
  if (unit === '') return name
  const span = from === to ? from : `${from} to ${to}`
  if (amount === null) return `${name}, ${span}`
  const lack = family === 'demand' ? 'too much' : 'too little'
  const all = members.length > 1 ? ' in all' : ''
  return `${name}, ${span}: ${Number(amount.toPrecision(3))} ${unit} ${lack}${all}`
}

function describeRepair({ edits, costMusd, planMusd }: Repair): string {
  const proof =
    planMusd === null
      ? `costs at least ${costMusd.toPrecision(4)} M$; no whole plan was looked for`
      : `a plan of ${planMusd.toPrecision(4)} M$ was found, none can cost less than ${costMusd.toPrecision(4)} M$`
  return `${edits.map(describeEdit).join(' and ')}: ${proof}`
}

function describeEdit({ path, value }: PlanEdit): string {
  if (value === null) return `take ${path} away`
  return `set ${path} to ${Array.isArray(value) ? JSON.stringify(value) : value}`
}
