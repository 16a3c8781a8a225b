import type { AuditLine } from '../../../../plan/result/audit.ts'
import type { Placement } from '../../../../plan/result/work.ts'
import type { Audited } from '../../audited.ts'
import { agrees, forbids } from '../../line.ts'
import { type Said, say } from '../../said.ts'

const CHECK = 'pairs'

/** Every placement is of a class, a model and an accelerator of the plan that serve together; also one of no tokens. */
export function checkPairs(audited: Audited): AuditLine[] {
  const breaches = audited.result.placements.flatMap((item) => {
    const why = breachOf(audited, item)
    const key = `${item.classId} ${item.siteId} ${item.acceleratorId} ${item.modelId} ${item.period}`
    return why === null ? [] : [{ why, path: `placements[${key}].modelId` }]
  })
  return [
    agrees({
      check: CHECK,
      path: 'placements',
      what: say`Placements of what the plan does not have, or does not run there`,
      claimed: breaches.length,
      recomputed: 0,
      unit: 'placements',
      toleranceShare: 0,
    }),
    ...breaches.map(({ why, path }) => forbids({ check: CHECK, path, claimed: 1, unit: 'placements' }, why)),
  ]
}

function breachOf({ plan, speeds, streams, names }: Audited, item: Placement): Said | null {
  const { classId, modelId, acceleratorId } = item
  const isClass = streams.some((own) => own.classId === classId)
  if (!isClass)
    return say`The plan has no demand of class ${classId}, which ${names.accelerator(acceleratorId)} is said to serve`
  if (!plan.accelerators.some((own) => own.id === acceleratorId))
    return say`The plan has no accelerator ${acceleratorId}, which is said to serve ${classId}`
  if (![...plan.models, ...plan.routing.services].some((own) => own.id === modelId))
    return say`The plan has no model ${modelId}, which is said to serve ${classId}`
  if (speeds.runs(classId, acceleratorId, modelId)) return null
  const own = names.accelerator(acceleratorId)
  const runs = speeds.ownModelId(classId, acceleratorId)
  return runs === ''
    ? say`${own} runs no model that serves ${classId} in time, yet ${names.model(modelId)} is said to`
    : say`${own} serves ${classId} with ${names.model(runs)}, and not with ${names.model(modelId)}`
}
