import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { PlanEdit } from '../../../plan/planPath.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import type { Inputs } from '../../derive/inputs.ts'
import type { Formulation } from '../../formulate.ts'
import type { RunOutcome } from '../../problem/run.ts'
import { type Conflict, type Giving, neededAlone } from '../conflict/conflict.ts'
import type { Elastic } from '../conflict/elastic.ts'
import type { Edits } from '../conflict/lack.ts'
import type { Rule, RuleName } from '../conflict/rules.ts'
import type { LimitFamily } from '../limits/limits.ts'
import { formulateEdited } from './edited.ts'
import { editsFor } from './repairEdits.ts'
import { relaxedPlan, roundedPlan, searchedPlan } from './wholePlan.ts'

/** A change of the plan after which it can be solved. */
export interface Repair {
  readonly edits: readonly PlanEdit[]
  /** The family and owner that give way; without owner all of the family that lack; null: several. */
  readonly family: LimitFamily | RuleName | null
  readonly ownerId: string | null
  /** The mended plan costs at least so much, million USD, present value; with the penalty where demand stays unserved. */
  readonly costMusd: number
  /** Cost of a plan that was found after the change; null: none was looked for, as it is dearer or time was up. */
  readonly planMusd: number | null
}

/** A limit that gives way, with what may be done about it until one does: sooner, more, ever more. */
export interface Candidate {
  readonly family: Repair['family']
  readonly ownerId: string | null
  readonly attempts: readonly Edits[]
  /** A guess of what it costs, to try the likely ones first, million USD. */
  readonly guessMusd: number
}

/** Amounts are of the relaxation: whole racks and phases may need a little more. */
const FACTORS = [1, 1.05, 1.25, 2]
/** Of single limits of a family that each would do alone, so many are tried. */
const MOST_OF_A_FAMILY = 4

/**
 * Changes that may mend a plan: a rule of the conflict taken away, one limit of it widened, all limits of a family,
 * everything that gave way together, or demand left unserved.
 */
export function listCandidates(
  full: Elastic,
  inputs: Inputs,
  conflict: Conflict,
  rules: readonly Rule[],
  isLate: () => boolean,
): Candidate[] {
  const found: Candidate[] = rules.map(({ name, edits }) => {
    return { family: name, ownerId: null, attempts: [edits], guessMusd: 0 }
  })
  if (inputs.plan.routing.mustServe) {
    const edits = [{ path: 'routing.mustServe', value: false }]
    found.push({ family: 'demand', ownerId: null, attempts: [edits], guessMusd: Number.MAX_VALUE })
  }
  const families = new Set(conflict.members.map(({ group }) => group.family))
  families.delete('demand')
  for (const family of families) {
    if (isLate()) break
    const all = full.groups.filter((own) => own.family === family)
    const joint = neededAlone(full, all)
    if (!joint || joint.length === 0) continue
    // Those that give most where all may are the likely ones to do it alone.
    const likely = [...joint].sort((a, b) => sizeOf(b) - sizeOf(a)).map(({ group }) => group)
    const others = joint.length === 1 ? all.filter((own) => own !== likely[0]) : []
    const alone = [...likely, ...others].slice(0, MOST_OF_A_FAMILY).flatMap((group) => {
      const giving = joint.length === 1 && group === likely[0] ? joint : neededAlone(full, [group])
      return giving && giving.length > 0 ? [giving] : []
    })
    for (const giving of alone.length > 0 ? alone : [joint]) {
      const ownerId = giving.length === 1 ? giving[0]!.group.ownerId : null
      found.push(wayOf(inputs, giving, { family, ownerId }))
    }
  }
  const together = conflict.together.filter(({ group }) => group.family !== 'demand')
  if (found.every(({ family }) => family === 'demand') && together.length > 0)
    found.push(wayOf(inputs, together, { family: null, ownerId: null }))
  return found.sort(byGuess)
}

function byGuess(a: Candidate, b: Candidate): number {
  return a.guessMusd - b.guessMusd
}

/** A guess of what giving way costs, million USD. */
function sizeOf({ group, amounts }: Giving): number {
  return group.weightMusd * Math.max(...amounts.values())
}

/** The same lack may be mended in several ways, as sooner or more: they are tried in turn, then with more. */
function wayOf(
  inputs: Inputs,
  giving: readonly Giving[],
  named: Pick<Candidate, 'family' | 'ownerId'>,
): Candidate {
  const guessMusd = giving.reduce((sum, own) => sum + sizeOf(own), 0)
  const attempts = FACTORS.flatMap((factor) => {
    const all = giving.map(({ group, amounts }) => editsFor(inputs, group, amounts, factor))
    const most = Math.max(...all.map((ways) => ways.length))
    // A limit that has fewer ways to be mended takes its last.
    return Array.from({ length: most }, (_, way) =>
      all.flatMap((ways) => ways[Math.min(way, ways.length - 1)] ?? []),
    )
  })
  const different = new Map(attempts.map((edits) => [JSON.stringify(edits), edits]))
  return { ...named, guessMusd, attempts: [...different.values()].filter((edits) => edits.length > 0) }
}

interface Priced {
  readonly candidate: Candidate
  readonly attempt: number
  readonly formulation: Formulation
  readonly relaxed: RunOutcome
}

/** Seconds that one change may take to be tried in whole phases and racks. */
const WHOLE_TIME_S = 15

/** Tries candidates by solving the plans that they make: first their relaxations, then, the cheapest first, as a whole. */
export class Mender {
  readonly #plan: Plan
  readonly #catalog: Catalog
  readonly #leftS: () => number

  constructor(plan: Plan, catalog: Catalog, leftS: () => number) {
    this.#plan = plan
    this.#catalog = catalog
    this.#leftS = leftS
  }

  get #wholeTimeS(): number {
    return Math.min(WHOLE_TIME_S, this.#leftS())
  }

  /** Cheapest first. */
  async mend(candidates: readonly Candidate[]): Promise<Repair[]> {
    const priced: Priced[] = []
    for (const candidate of candidates) {
      if (this.#leftS() <= 0) break
      const own = await this.#price(candidate, 0)
      if (own) priced.push(own)
    }
    priced.sort((a, b) => a.relaxed.objective - b.relaxed.objective)
    const repairs: Repair[] = []
    let least = Number.POSITIVE_INFINITY
    for (const own of priced) {
      // A change that costs at least what a plan costs that was found needs no plan of its own.
      const isDearer = own.relaxed.objective >= least
      const repair = isDearer ? toRepair(own, null) : await this.#confirm(own)
      if (!repair) continue
      repairs.push(repair)
      least = Math.min(least, repair.planMusd ?? Number.POSITIVE_INFINITY)
    }
    return repairs.sort((a, b) => (a.planMusd ?? a.costMusd) - (b.planMusd ?? b.costMusd))
  }

  /** The first attempt from one on whose relaxation fits. */
  async #price(candidate: Candidate, from: number): Promise<Priced | undefined> {
    for (let attempt = from; attempt < candidate.attempts.length; attempt++) {
      if (this.#leftS() <= 0) return undefined
      const formulation = formulateEdited(this.#plan, this.#catalog, candidate.attempts[attempt]!)
      const relaxed = formulation && (await relaxedPlan(formulation, this.#leftS()))
      if (relaxed) return { candidate, attempt, formulation, relaxed }
    }
    return undefined
  }

  /** With the smallest amounts of which a whole plan is found; where time is up, as it was priced last. */
  async #confirm(first: Priced): Promise<Repair | undefined> {
    let last = first
    for (let own: Priced | undefined = first; own; ) {
      last = own
      const planMusd = await roundedPlan(own.formulation, own.relaxed, this.#wholeTimeS)
      if (planMusd !== undefined) return toRepair(own, planMusd)
      own = await this.#price(own.candidate, own.attempt + 1)
    }
    if (this.#leftS() <= 0) return toRepair(last, null)
    const planMusd = await searchedPlan(last.formulation, this.#wholeTimeS)
    return planMusd === undefined ? undefined : toRepair(last, planMusd)
  }
}

function toRepair({ candidate, attempt, relaxed }: Priced, planMusd: number | null): Repair {
  const { family, ownerId, attempts } = candidate
  return { edits: attempts[attempt]!, family, ownerId, costMusd: relaxed.objective, planMusd }
}
