import { fieldOf, itemAt, pathSteps, placeOf } from '../../../plan/pathSteps.ts'
import type { Plan } from '../../../plan/schema/plan.ts'

/**
 * Gives a plan the value that another has at a path. A thing that the plan does not have comes whole; a value or
 * thing that the other does not have goes.
 */
export function takeValue(draft: Plan, from: Plan, path: string): void {
  let target: unknown = draft
  let source: unknown = from
  const steps = pathSteps(path)
  for (const [index, { key, isItem }] of steps.entries()) {
    const isLast = index === steps.length - 1
    const inSource = isItem ? itemAt(source, key) : fieldOf(source, key)
    const inTarget = isItem ? itemAt(target, key) : fieldOf(target, key)
    if (isLast || inSource === undefined || inTarget === undefined) {
      if (isItem) putItem(target, key, inSource)
      else putKey(target, key, inSource)
      return
    }
    source = inSource
    target = inTarget
  }
}

function putKey(target: unknown, key: string, value: unknown): void {
  if (typeof target !== 'object' || target === null) return
  if (value === undefined) Reflect.deleteProperty(target, key)
  else Reflect.set(target, key, structuredClone(value))
}

function putItem(target: unknown, key: string, value: unknown): void {
  if (!Array.isArray(target)) return
  const at = placeOf(target, key)
  const isThere = at >= 0 && at < target.length
  if (value === undefined) {
    if (isThere) target.splice(at, 1)
  } else if (isThere) target[at] = structuredClone(value)
  else target.push(structuredClone(value))
}
