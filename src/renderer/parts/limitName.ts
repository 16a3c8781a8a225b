import { type LimitFamily, WHOLE_PLAN } from '../../engine/why/limits.ts'
import { ownerName } from '../../engine/why/limitWords.ts'
import type { PlanEdit } from '../../plan/planPath.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { Words } from '../words/en.ts'

/** A limit in the planner's language, with its owner's name. */
export function limitTitle(
  { limits }: Words,
  plan: Plan,
  { family, ownerId }: { readonly family: LimitFamily; readonly ownerId: string },
): string {
  if (ownerId === WHOLE_PLAN) return limits.families[family]
  return limits.named(limits.families[family], ownerName(plan, family, ownerId))
}

/** An edit as path and value. */
export function editTitle({ limits }: Words, { path, value, times, plus }: PlanEdit): string {
  if (value === null) return limits.takeAway(path)
  if (times !== undefined) return limits.setTo(path, `× ${times}`)
  if (plus !== undefined) return limits.setTo(path, plus < 0 ? String(plus) : `+${plus}`)
  return limits.setTo(path, Array.isArray(value) ? `[${value.join(', ')}]` : String(value))
}
