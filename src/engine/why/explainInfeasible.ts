import type { Catalog } from '../../plan/catalog/catalog.ts'
import { findFaults } from '../../plan/fault.ts'
import { editedPlan, type PlanEdit } from '../../plan/planPath.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { deriveInputs } from '../derive/deriveInputs.ts'
import type { Inputs, Refusal } from '../derive/inputs.ts'
import { type Formulation, formulate } from '../formulate.ts'
import { HighsModel } from '../problem/highsModel.ts'
import { solveFormulation } from '../strategy/solveFormulation.ts'
import { type Conflict, findConflict, neededAlone } from './conflict.ts'
import { type Amounts, Elastic, type ElasticGroup } from './elastic.ts'
import { eligibilityEdits } from './eligibilityEdits.ts'
import type { LimitFamily } from './limits.ts'
import { type Edits, editsFor } from './repairEdits.ts'

/** One limit of a set that cannot hold together. */
export interface ConflictMember {
  readonly family: LimitFamily
  readonly ownerId: string
  readonly siteId: string | null
  readonly unit: string
  /** Quarters in which it would have to give way. */
  readonly from: string
  readonly to: string
  /** By how much, at most, if it alone gave way; null: alone it cannot. */
  readonly amount: number | null
  /** Of demand that may go nowhere: why, over sites and leases. */
  readonly refusals: readonly Exclude<Refusal, null>[]
}

/** A change of the plan after which it can be solved. */
export interface Repair {
  readonly edits: readonly PlanEdit[]
  /** The family and owner that give way; null: several. */
  readonly family: LimitFamily | 'eligibility' | null
  readonly ownerId: string | null
  /** The mended plan costs at least so much, million USD, present value; with the penalty where demand stays unserved. */
  readonly costMusd: number
  /** True: a whole plan was found; false: only the relaxation was solved in the time there was. */
  readonly isWhole: boolean
}

export interface Infeasibility {
  readonly conflict: readonly ConflictMember[]
  /** False: time was up before every member had been tried; whole numbers may make it one too. */
  readonly isSmallest: boolean
  /** Cheapest first. */
  readonly repairs: readonly Repair[]
}

const DEFAULT_TIME_S = 120
/** So much of the time is kept for looking for changes that mend the plan. */
const SHARE_TO_MEND = 0.5
/** And so much of it for trying them. */
const SHARE_TO_TRY = 0.3
/** Amounts are of the relaxation: whole racks and phases may need a little more. */
const FACTORS = [1, 1.05, 1.25, 2]

/** Why nothing satisfies a plan, and what would mend it. */
export async function explainInfeasible(
  formulation: Formulation,
  catalog: Catalog,
  { timeLimitS = DEFAULT_TIME_S, isCancelled }: { timeLimitS?: number; isCancelled?: () => boolean } = {},
): Promise<Infeasibility> {
  const until = performance.now() + timeLimitS * 1000
  const leftS = () => (isCancelled?.() ? 0 : (until - performance.now()) / 1000)
  const isOver = () => leftS() <= 0
  const elastic = await Elastic.open(formulation, leftS)
  try {
    const conflict = findConflict(elastic, () => leftS() < timeLimitS * SHARE_TO_MEND)
    if (!conflict) return { conflict: [], isSmallest: false, repairs: [] }
    const members = conflict.members.map(({ group, amounts }) => toMember(formulation.inputs, group, amounts))
    const isLate = () => leftS() < timeLimitS * SHARE_TO_TRY
    const wanted = listCandidates(elastic, formulation.inputs, conflict, members, isLate)
    const repairs = await new Mender(formulation.inputs.plan, catalog, isOver, conflict.isOfWholes).mend(
      wanted,
    )
    return { conflict: members, isSmallest: conflict.isSmallest, repairs }
  } finally {
    elastic.close()
  }
}

function toMember(inputs: Inputs, group: ElasticGroup, amounts: Amounts): ConflictMember {
  const { family, ownerId, siteId, unit } = group
  const quarters = [...amounts.keys()].sort()
  return {
    ...{ family, ownerId, siteId, unit },
    from: quarters[0] ?? inputs.periods[0]!.label,
    to: quarters.at(-1) ?? inputs.periods.at(-1)!.label,
    amount: amounts.size > 0 ? Math.max(...amounts.values()) : null,
    refusals: family === 'demand' ? refusalsOf(inputs, ownerId) : [],
  }
}

/** Why a demand may go nowhere; nothing where it may. */
function refusalsOf(inputs: Inputs, groupId: string): Exclude<Refusal, null>[] {
  const group = inputs.groups.find(({ id }) => id === groupId)!
  if (group.siteIndices.length + group.leaseIndices.length > 0) return []
  const own = inputs.eligibility.filter(({ classIndex, regionIndex }) => {
    return classIndex === group.classIndex && group.regionIds.includes(inputs.plan.regions[regionIndex]!.id)
  })
  const refusals = own.flatMap(({ sites, leases }) => [...sites, ...leases])
  return [...new Set(refusals.filter((refusal) => refusal !== null))]
}

/** Ways to mend, each with larger and larger amounts until one does. */
interface Candidate {
  readonly family: Repair['family']
  readonly ownerId: string | null
  readonly attempts: readonly Edits[]
}

function listCandidates(
  elastic: Elastic,
  inputs: Inputs,
  conflict: Conflict,
  members: readonly ConflictMember[],
  isLate: () => boolean,
): Candidate[] {
  const alone = conflict.members.flatMap(({ group }): Candidate[] => {
    const { family, ownerId } = group
    const amounts = group.family === 'demand' || isLate() ? null : neededAlone(elastic, group)
    if (!amounts) return []
    // One candidate a way to mend: its attempts are the same edit with ever more.
    const byFactor = FACTORS.map((factor) => editsFor(inputs, group, amounts, factor))
    return byFactor[0]!.map((_, way) => ({
      family,
      ownerId,
      attempts: byFactor.flatMap((ways) => (ways[way] ? [ways[way]] : [])),
    }))
  })
  const barred = members.filter(({ refusals }) => refusals.length > 0)
  const eligible: Candidate[] = eligibilityEdits(inputs, barred).map((edits) => {
    return { family: 'eligibility', ownerId: barred[0]!.ownerId, attempts: [edits] }
  })
  const together = conflict.together.filter(({ group }) => group.family !== 'demand')
  const all = FACTORS.flatMap((factor) =>
    [0, -1].map((way) =>
      together.flatMap(({ group, amounts }) => editsFor(inputs, group, amounts, factor).at(way) ?? []),
    ),
  )
  const several: Candidate[] =
    alone.length === 0 && together.length > 0 ? [{ family: null, ownerId: null, attempts: all }] : []
  const less: Candidate[] = inputs.plan.routing.mustServe
    ? [{ family: 'demand', ownerId: null, attempts: [[{ path: 'routing.mustServe', value: false }]] }]
    : []
  return [...eligible, ...less, ...alone, ...several]
}

/** Tries candidates by solving the plans that they make. */
class Mender {
  readonly #plan: Plan
  readonly #catalog: Catalog
  readonly #isOver: () => boolean
  readonly #isOfWholes: boolean

  constructor(plan: Plan, catalog: Catalog, isOver: () => boolean, isOfWholes: boolean) {
    this.#plan = plan
    this.#catalog = catalog
    this.#isOver = isOver
    this.#isOfWholes = isOfWholes
  }

  async mend(candidates: readonly Candidate[]): Promise<Repair[]> {
    const found: Repair[] = []
    for (const candidate of candidates) {
      const repair = this.#isOver() ? undefined : await this.#try(candidate)
      // Of the ways to widen one limit, the first that does is the smallest.
      const isKnown = found.some(
        (own) => own.family !== null && own.family === candidate.family && own.ownerId === candidate.ownerId,
      )
      if (repair && !isKnown) found.push(repair)
    }
    return found.sort((a, b) => a.costMusd - b.costMusd)
  }

  async #try({ family, ownerId, attempts }: Candidate): Promise<Repair | undefined> {
    for (const edits of attempts) {
      if (this.#isOver()) return undefined
      const formulation = this.#formulate(edits)
      const costMusd = formulation && (await relaxedCostMusd(formulation))
      if (!formulation || costMusd === undefined) continue
      const whole = await solveFormulation(formulation, { gapShare: 0.5, timeLimitS: WHOLE_TIME_S })
      if (whole.kind === 'infeasible' || (whole.kind === 'no-plan' && this.#isOfWholes)) continue
      return { edits, family, ownerId, costMusd, isWhole: whole.kind === 'plan' }
    }
    return undefined
  }

  /** Undefined where the edit makes no plan. */
  #formulate(edits: Edits): Formulation | undefined {
    let formulation: Formulation | undefined
    const faults = findFaults(() => {
      formulation = formulate(deriveInputs(editedPlan(this.#plan, edits), this.#catalog))
    })
    return faults.length === 0 ? formulation : undefined
  }
}

const WHOLE_TIME_S = 10

/** Undefined: it does not fit either. */
async function relaxedCostMusd({ problem }: Formulation): Promise<number | undefined> {
  const model = await HighsModel.open(problem)
  const { status, objective } = model.solveLinear()
  model.close()
  return status === 'optimal' ? objective : undefined
}
