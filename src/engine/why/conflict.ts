import type { RunOutcome } from '../problem/highsModel.ts'
import { type Amounts, amountsOf, type Elastic, type ElasticGroup, isNone } from './elastic.ts'

/** Limits that cannot hold together, and by how much each would have to give way if it alone did. */
export interface Conflict {
  readonly members: readonly WithAmounts[]
  /** What gives way where everything may, at the least weighted sum. */
  readonly together: readonly WithAmounts[]
  /** False: time was up before every member had been tried. */
  readonly isSmallest: boolean
  /** True: only whole phases, units and openings make it one. */
  readonly isOfWholes: boolean
}

/**
 * The smallest set of limits that cannot hold together.
 *
 * The duals of the elastic problem name limits that together prove that nothing fits (Farkas). Of these one after
 * another is taken away, the least telling first; where the rest still does not fit, it stays away. What is left is
 * minimal: take any one away and the rest fits.
 */
export function findConflict(elastic: Elastic, isOver: () => boolean): Conflict | undefined {
  for (const group of elastic.groups) elastic.set(group, 'priced')
  const all = elastic.solve()
  if (!all) return undefined
  if (isNone(all)) return findWholeConflict(elastic)
  const together = withAmounts(elastic.groups, all)
  const { outcome, period } = narrow(elastic, all, together)
  const support = elastic.groups.filter((group) => elastic.isPriced(group, outcome))
  for (const group of elastic.groups) if (!support.includes(group)) elastic.set(group, 'free')
  const ordered = support.map((group) => ({ group, size: sizeOf(group, amountsOf(group, all)) }))
  ordered.sort((a, b) => a.size - b.size)
  const kept = new Set(support)
  const isSmallest = takeAway(
    elastic,
    kept,
    ordered.map(({ group }) => group),
    { period, isOver },
  )
  const members = [...kept].map((group) => ({ group, amounts: giveWay(elastic, kept, group, period) }))
  return { members, together, isSmallest, isOfWholes: false }
}

interface Taking {
  readonly period: string | undefined
  readonly isOver: () => boolean
}

/**
 * Takes away all that the conflict does not need: many at once where the rest still does not fit, else half by half.
 * False: time was up.
 */
function takeAway(
  elastic: Elastic,
  kept: Set<ElasticGroup>,
  groups: readonly ElasticGroup[],
  taking: Taking,
): boolean {
  if (groups.length === 0) return true
  if (taking.isOver()) return false
  for (const group of groups) elastic.set(group, 'free')
  const rest = elastic.solve()
  if (rest && !isNone(rest)) {
    for (const group of groups) kept.delete(group)
    return true
  }
  for (const group of groups) elastic.set(group, 'priced', taking.period)
  if (!rest || groups.length === 1) return rest !== null
  const half = Math.ceil(groups.length / 2)
  const isDone = takeAway(elastic, kept, groups.slice(0, half), taking)
  return takeAway(elastic, kept, groups.slice(half), taking) && isDone
}

type WithAmounts = { readonly group: ElasticGroup; readonly amounts: Amounts }

function withAmounts(groups: readonly ElasticGroup[], outcome: RunOutcome): WithAmounts[] {
  return groups
    .map((group) => ({ group, amounts: amountsOf(group, outcome) }))
    .filter(({ amounts }) => amounts.size > 0)
}

/** Looks for a quarter whose limits alone do not hold together: a smaller conflict, found sooner. */
function narrow(
  elastic: Elastic,
  all: RunOutcome,
  together: readonly WithAmounts[],
): { readonly outcome: RunOutcome; readonly period?: string } {
  const quarters = [...new Set(together.flatMap(({ amounts }) => [...amounts.keys()]))].sort()
  for (const period of new Set([quarters.at(-1)!, quarters[0]!])) {
    for (const group of elastic.groups) elastic.set(group, 'priced', period)
    const outcome = elastic.solve()
    if (outcome && !isNone(outcome)) return { outcome, period }
  }
  for (const group of elastic.groups) elastic.set(group, 'priced')
  return { outcome: elastic.solve() ?? all }
}

/** What one member must give where the others of the conflict hold. */
function giveWay(
  elastic: Elastic,
  kept: ReadonlySet<ElasticGroup>,
  one: ElasticGroup,
  period: string | undefined,
): Amounts {
  for (const group of kept) elastic.set(group, group === one ? 'priced' : 'hard', period)
  const outcome = elastic.solve()
  for (const group of kept) elastic.set(group, 'priced', period)
  return outcome ? inPeriod(amountsOf(one, outcome), period) : new Map()
}

/** Where one quarter was looked at, the others are free and their amounts say nothing. */
function inPeriod(amounts: Amounts, period: string | undefined): Amounts {
  return period === undefined ? amounts : new Map([...amounts].filter(([own]) => own === period))
}

const WHOLE_TIME_S = 20

function findWholeConflict(elastic: Elastic): Conflict | undefined {
  const outcome = elastic.solveWhole(WHOLE_TIME_S)
  if (!outcome) return undefined
  const members = withAmounts(elastic.groups, outcome)
  return { members, together: members, isSmallest: false, isOfWholes: true }
}

/**
 * First what does not give way in the cheapest mend, then demand from the smallest up, then what gives way: so that few
 * and telling limits are left.
 */
function sizeOf(group: ElasticGroup, amounts: Amounts): number {
  const amount = [...amounts.values()].reduce((sum, own) => sum + own, 0)
  return amount * group.weightMusd + group.demandMTokS * 1e-9
}

/** By how much a group must give way for the whole plan to fit while all else holds; null: that alone is not enough. */
export function neededAlone(elastic: Elastic, one: ElasticGroup): Amounts | null {
  for (const group of elastic.groups) elastic.set(group, group === one ? 'priced' : 'hard')
  const outcome = elastic.solve()
  return outcome ? amountsOf(one, outcome) : null
}
