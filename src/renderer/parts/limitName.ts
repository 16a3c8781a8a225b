import type { MemberGroup } from '../../engine/why/conflict/groupMembers.ts'
import { type LimitFamily, WHOLE_PLAN } from '../../engine/why/limits/limits.ts'
import { isRule, ownerName, ownerNames } from '../../engine/why/limits/limitWords.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { TOKENS_PER_MTOK } from '../../plan/units.ts'
import { formatNumber, formatTokS, formatUsd } from '../format/numbers.ts'
import type { Words } from '../words/en.ts'

/** A limit in the planner's language, with its owner's name. */
export function limitTitle(
  { limits }: Words,
  plan: Plan,
  { family, ownerId }: { readonly family: LimitFamily; readonly ownerId: string },
): string {
  if (ownerId === WHOLE_PLAN) return limits.families[family]
  return limits.named(limits.families[family], ownerName(plan, family, ownerId, limits.owner))
}

/** Limits of one family, or a rule; of many owners the first are named. */
export function groupTitle({ limits }: Words, plan: Plan, { family, members }: MemberGroup): string {
  if (isRule(family)) return limits.rules[family]
  const ids = members.map(({ ownerId }) => ownerId)
  if (ids[0] === WHOLE_PLAN) return limits.families[family]
  const { names, more } = ownerNames(plan, family, ids, limits.owner)
  const owners = names.join(limits.between)
  return limits.named(limits.families[family], more > 0 ? limits.andMore(owners, more) : owners)
}

/** How much of a limit is lacking: speeds and money with the step that the language counts by, others in their unit. */
export function lackText(amount: number, unit: string, nameOfUnit: (unit: string) => string): string {
  if (unit === 'Mtok/s') return formatTokS(amount * TOKENS_PER_MTOK)
  return unit === 'M$' ? formatUsd(amount * 1e6) : `${formatNumber(amount)} ${nameOfUnit(unit)}`
}
