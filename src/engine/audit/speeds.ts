import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { TOKENS_PER_MTOK } from '../../plan/units.ts'
import { deriveInputs } from '../derive/deriveInputs.ts'

/**
 * Tokens per second of one unit (or one leased accelerator) busy with a class, on the model that a class served by
 * several is asked with. The fit of measured throughput of one model is a constant for solver and auditor alike: the
 * audit asks what the solver made of it, not whether it is right. Of routers and cascades the audit adds up the time
 * itself.
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
  const pairs = new Pairs(plan, catalog)
  const tokSOf = (own: ReturnType<typeof at>, alone: (of: Speeds) => number): number =>
    own === undefined || own.mTokSPerUnit <= 0
      ? 0
      : (pairs.tokS(own.modelId, alone) ?? own.mTokSPerUnit * TOKENS_PER_MTOK)
  return {
    ownTokS: (classId, acceleratorId, modelId) =>
      tokSOf(ownAt(classId, acceleratorId, modelId), (of) => of.ownTokS(classId, acceleratorId)),
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
      tokSOf(leasedAt(classId, leaseId, modelId), (of) => of.leasedTokS(classId, leaseId)),
    leasedModelId: (classId, leaseId) => leasedAt(classId, leaseId)?.modelId ?? '',
  }
}

/** Routers and cascades of a plan: a unit busy with one takes the time of both of its models. */
class Pairs {
  readonly #plan: Plan
  readonly #catalog: Catalog
  readonly #alone = new Map<string, Speeds>()

  constructor(plan: Plan, catalog: Catalog) {
    this.#plan = plan
    this.#catalog = catalog
  }

  /** Tokens per second of a pair where `read` finds the speed of a model alone; undefined of what is no pair. */
  tokS(serviceId: string, read: (alone: Speeds) => number): number | undefined {
    const service = this.#plan.routing.services.find(({ id }) => id === serviceId)
    if (!service) return undefined
    const { kind, strongModelId, weakModelId, strongShare } = service
    // A cascade asks the weak model first whatever comes of it, a router only where the strong one is not asked.
    const weakShare = kind === 'cascade' ? 1 : 1 - strongShare
    const secondsPerToken = (share: number, modelId: string) =>
      share > 0 ? share / read(this.#speedsOf(modelId)) : 0
    return 1 / (secondsPerToken(strongShare, strongModelId) + secondsPerToken(weakShare, weakModelId))
  }

  /** Speeds where one model alone serves everything that it can in time, whatever its quality. */
  #speedsOf(modelId: string): Speeds {
    const known = this.#alone.get(modelId)
    if (known) return known
    const { models, routing } = this.#plan
    const own = readSpeeds(
      {
        ...this.#plan,
        models: models.filter(({ id }) => id === modelId).map((model) => ({ ...model, quality: 1 })),
        routing: {
          ...routing,
          ...{ services: [], modelsByClass: {}, qualityRule: 'hard', qualityRuleByClass: {} },
        },
      },
      this.#catalog,
    )
    this.#alone.set(modelId, own)
    return own
  }
}
