import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { Inputs, Refusal } from '../../derive/inputs.ts'
import type { Formulation } from '../../formulate.ts'
import { formulateEdited } from '../repair/edited.ts'
import type { Conflict } from './conflict.ts'
import { Elastic, isNone } from './elastic.ts'
import { listRules, type Rule } from './rules.ts'

/** Why a demand may go nowhere; nothing where it may. */
export function refusalsOf(inputs: Inputs, groupId: string): Exclude<Refusal, null>[] {
  const group = inputs.groups.find(({ id }) => id === groupId)!
  const places = [...group.siteIndices, ...group.leaseIndices, ...group.apiIndices]
  if (places.length > 0) return []
  const own = inputs.eligibility.filter(({ classIndex, regionIndex }) => {
    return classIndex === group.classIndex && group.regionIds.includes(inputs.plan.regions[regionIndex]!.id)
  })
  const refusals = own.flatMap(({ sites, leases, apis }) => [...sites, ...leases, ...apis])
  return [...new Set(refusals.filter((refusal) => refusal !== null))]
}

/**
 * Rules without which the limits of a conflict could hold together: they belong to it. One after another is taken away
 * with all else of the plan left as it is; where the limits still do not fit, it stays away.
 */
export async function rulesInConflict(
  { inputs }: Formulation,
  catalog: Catalog,
  conflict: Conflict,
  leftS: () => number,
): Promise<Rule[]> {
  const demand = conflict.members.filter(({ group }) => group.family === 'demand')
  const asked = demand.map(({ group }) => inputs.groups.find(({ id }) => id === group.ownerId)!)
  // Where nothing must be served, a cap on what is not served asks for all of it.
  const all = inputs.plan.routing.mustServe ? asked : inputs.groups
  const classIds = new Set(all.map(({ classIndex }) => inputs.classes[classIndex]!.id))
  const nowhere = new Set(asked.flatMap(({ id }) => refusalsOf(inputs, id)))
  const rules = listRules(inputs, classIds, nowhere)
  const isStill = (away: readonly Rule[]) => isConflictWithout(inputs, catalog, conflict, away, leftS)
  if (rules.length === 0 || (await isStill(rules))) return []
  if (rules.length === 1) return rules
  const kept: Rule[] = []
  const away: Rule[] = []
  for (const rule of rules) {
    if (leftS() > 0 && (await isStill([...away, rule]))) away.push(rule)
    else kept.push(rule)
  }
  return kept
}

async function isConflictWithout(
  inputs: Inputs,
  catalog: Catalog,
  { members, window }: Conflict,
  away: readonly Rule[],
  leftS: () => number,
): Promise<boolean> {
  const formulation = formulateEdited(
    inputs.plan,
    catalog,
    away.flatMap(({ edits }) => edits),
  )
  if (!formulation) return true
  const isAsked = demandOf(
    inputs,
    members.flatMap(({ group }) => (group.family === 'demand' ? [group.ownerId] : [])),
  )
  const held = new Set(members.map(({ group }) => `${group.family} ${group.ownerId}`))
  const elastic = await Elastic.open(formulation, leftS, window)
  try {
    for (const group of elastic.groups) {
      const isMember =
        group.family === 'demand'
          ? isAsked(formulation.inputs, group.ownerId)
          : held.has(`${group.family} ${group.ownerId}`)
      if (!isMember) elastic.set(group, 'free')
    }
    const outcome = elastic.solve()
    return outcome !== null && !isNone(outcome)
  } finally {
    elastic.close()
  }
}

/** Whether demand of another formulation of the plan, grouped otherwise, is of the same work as some groups. */
function demandOf(inputs: Inputs, groupIds: readonly string[]) {
  const keysOf = (own: Inputs, groupId: string): string[] => {
    const group = own.groups.find(({ id }) => id === groupId)!
    return group.regionIds.map((region) => `${own.classes[group.classIndex]!.id} ${region}`)
  }
  const asked = new Set(groupIds.flatMap((id) => keysOf(inputs, id)))
  return (other: Inputs, groupId: string): boolean => keysOf(other, groupId).some((key) => asked.has(key))
}
