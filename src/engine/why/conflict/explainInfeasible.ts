import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { Inputs, Refusal } from '../../derive/inputs.ts'
import type { Formulation } from '../../formulate.ts'
import { type LimitFamily, WHOLE_PLAN } from '../limits/limits.ts'
import { listCandidates, Mender, type Repair } from '../repair/mend.ts'
import { type Conflict, findConflict, type Giving } from './conflict.ts'
import { Elastic } from './elastic.ts'
import type { RuleName } from './rules.ts'
import { refusalsOf, rulesInConflict } from './rulesInConflict.ts'

export type { Repair } from '../repair/mend.ts'

/** One limit or rule of a set that cannot hold together. */
export interface ConflictMember {
  readonly family: LimitFamily | RuleName
  readonly ownerId: string
  readonly siteId: string | null
  /** Of rules none. */
  readonly unit: string
  /** Quarters in which it would have to give way. */
  readonly from: string
  readonly to: string
  /** By how much, at most, where those of its family alone give way; null: it does not, or they cannot. */
  readonly amount: number | null
  /** Of demand that may go nowhere: why, over sites, leases and APIs. */
  readonly refusals: readonly Exclude<Refusal, null>[]
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

interface ExplainOptions {
  readonly timeLimitS?: number
  readonly isCancelled?: () => boolean
  /** Receives the conflict as soon as it is known, with no repairs yet. */
  readonly onConflict?: (found: Infeasibility) => void
}

/** Why nothing satisfies a plan, and what would mend it. */
export async function explainInfeasible(
  formulation: Formulation,
  catalog: Catalog,
  { timeLimitS = DEFAULT_TIME_S, isCancelled, onConflict }: ExplainOptions = {},
): Promise<Infeasibility> {
  const until = performance.now() + timeLimitS * 1000
  const leftS = () => (isCancelled?.() ? 0 : (until - performance.now()) / 1000)
  const { inputs } = formulation
  const full = await Elastic.open(formulation, leftS)
  try {
    const isOver = () => leftS() < timeLimitS * SHARE_TO_MEND
    const conflict = await findConflict(formulation, full, leftS, isOver)
    if (!conflict) return { conflict: [], isSmallest: false, repairs: [] }
    const rules = conflict.isOfWholes ? [] : await rulesInConflict(formulation, catalog, conflict, leftS)
    const span = spanOf(inputs, conflict)
    const found: Infeasibility = {
      conflict: [
        ...rules.map(({ name }) => ruleMember(name, span)),
        ...conflict.members.map((own) => toMember(inputs, own, span)),
      ],
      isSmallest: conflict.isSmallest,
      repairs: [],
    }
    onConflict?.(found)
    const isLate = () => leftS() < timeLimitS * SHARE_TO_TRY
    const candidates = listCandidates(full, inputs, conflict, rules, isLate)
    return { ...found, repairs: await new Mender(inputs.plan, catalog, leftS).mend(candidates) }
  } finally {
    full.close()
  }
}

type Span = Pick<ConflictMember, 'from' | 'to'>

/** Quarters of the conflict. */
function spanOf({ periods }: Inputs, { window }: Conflict): Span {
  const labels = window ? [...window.periods].sort() : periods.map(({ label }) => label)
  return { from: labels[0]!, to: labels.at(-1)! }
}

function ruleMember(family: RuleName, span: Span): ConflictMember {
  return { family, ownerId: WHOLE_PLAN, siteId: null, unit: '', ...span, amount: null, refusals: [] }
}

function toMember(inputs: Inputs, { group, amounts }: Giving, span: Span): ConflictMember {
  const { family, ownerId, siteId, unit } = group
  const quarters = [...amounts.keys()].sort()
  return {
    ...{ family, ownerId, siteId, unit },
    from: quarters[0] ?? span.from,
    to: quarters.at(-1) ?? span.to,
    amount: amounts.size > 0 ? Math.max(...amounts.values()) : null,
    refusals: family === 'demand' ? refusalsOf(inputs, ownerId) : [],
  }
}
