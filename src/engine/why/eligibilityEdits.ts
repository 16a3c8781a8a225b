import type { PlanEdit } from '../../plan/planPath.ts'
import type { Inputs } from '../derive/inputs.ts'
import type { Edits } from './repairEdits.ts'

interface Barred {
  readonly ownerId: string
  readonly refusals: readonly string[]
}

/**
 * Edits of the rules that keep a demand from every place: unbar its class, lower its floor of quality to the best model
 * there is, let private data leave its zone, take away delay that was added to sites.
 */
export function eligibilityEdits({ plan, groups, classes }: Inputs, barred: readonly Barred[]): Edits[] {
  if (barred.length === 0) return []
  const classIds = [
    ...new Set(barred.map(({ ownerId }) => classes[groups.find(({ id }) => id === ownerId)!.classIndex]!.id)),
  ]
  const reasons = new Set(barred.flatMap(({ refusals }) => refusals))
  const edits: PlanEdit[][] = []
  if (reasons.has('barred')) {
    const value = plan.routing.barredClasses.filter((id) => !classIds.includes(id))
    edits.push([{ path: 'routing.barredClasses', value }])
  }
  const best = Math.max(0, ...plan.models.map(({ quality }) => quality))
  if (reasons.has('quality') || reasons.has('no-speed'))
    edits.push(classIds.map((id) => ({ path: `routing.qualityFloorByClass.${id}`, value: best })))
  if (reasons.has('residency')) edits.push([{ path: 'routing.residency', value: false }])
  if (reasons.has('latency') && plan.sites.some(({ extraRttMs }) => extraRttMs > 0))
    edits.push([{ path: 'sites[*].extraRttMs', value: 0 }])
  return edits
}
