import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { TOKENS_PER_MTOK } from '../../plan/units.ts'
import { deriveInputs } from '../derive/deriveInputs.ts'

/**
 * Tokens per second of one unit (or one leased accelerator) busy with a class, on the model that a class served by
 * several is asked with. The fit of measured throughput is a
 * constant for solver and auditor alike: the audit asks what the solver made of it, not whether it is right.
 */
export interface Speeds {
  readonly ownTokS: (classId: string, acceleratorId: string, modelId?: string) => number
  /** Of the time of its units, the share of those that read prompts alone. */
  readonly prefillShare: (classId: string, acceleratorId: string, modelId: string) => number
  /** Units that a replica takes of a model that serves the class there; 0 where another model does. */
  readonly replicaUnits: (classId: string, acceleratorId: string, modelId: string) => number
  /** Model that an accelerator runs for a class. */
  readonly ownModelId: (classId: string, acceleratorId: string) => string
  /** Whether a model is the one with which an accelerator serves a class. */
  readonly runs: (classId: string, acceleratorId: string, modelId: string) => boolean
  readonly leasedTokS: (classId: string, leaseId: string, modelId?: string) => number
  /** Model that a lease runs for a class. */
  readonly leasedModelId: (classId: string, leaseId: string) => string
}

export function readSpeeds(plan: Plan, catalog: Catalog): Speeds {
  const { classes, speed, leaseSpeed } = deriveInputs(plan, catalog)
  const at = (table: typeof speed, classId: string, index: number, modelId: string | undefined) => {
    const own = classes.findIndex((one) => one.id === classId && one.modelId === modelId)
    return table[own < 0 ? classes.findIndex((one) => one.id === classId) : own]?.[index]
  }
  const ownAt = (classId: string, id: string, modelId?: string) => {
    const index = plan.accelerators.findIndex((own) => own.id === id)
    return at(speed, classId, index, modelId)
  }
  const leasedAt = (classId: string, id: string, modelId?: string) => {
    const index = plan.distribution.leases.findIndex((own) => own.id === id)
    return at(leaseSpeed, classId, index, modelId)
  }
  return {
    ownTokS: (classId, acceleratorId, modelId) =>
      (ownAt(classId, acceleratorId, modelId)?.mTokSPerUnit ?? 0) * TOKENS_PER_MTOK,
    prefillShare: (classId, acceleratorId, modelId) =>
      ownAt(classId, acceleratorId, modelId)?.prefillShare ?? 0,
    replicaUnits: (classId, acceleratorId, modelId) => {
      const own = ownAt(classId, acceleratorId, modelId)
      return own?.modelId === modelId && own.mTokSPerUnit > 0 ? own.unitsPerReplica : 0
    },
    runs: (classId, acceleratorId, modelId) => {
      const index = plan.accelerators.findIndex((own) => own.id === acceleratorId)
      return classes.some((own, i) => {
        const isOf = own.id === classId && (own.modelId === undefined || own.modelId === modelId)
        const able = isOf ? speed[i]?.[index] : undefined
        return able !== undefined && able.modelId === modelId && able.mTokSPerUnit > 0
      })
    },
    ownModelId: (classId, acceleratorId) => ownAt(classId, acceleratorId)?.modelId ?? '',
    leasedTokS: (classId, leaseId, modelId) =>
      (leasedAt(classId, leaseId, modelId)?.mTokSPerUnit ?? 0) * TOKENS_PER_MTOK,
    leasedModelId: (classId, leaseId) => leasedAt(classId, leaseId)?.modelId ?? '',
  }
}
