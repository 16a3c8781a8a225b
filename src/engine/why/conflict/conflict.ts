import type { Inputs } from '../../derive/inputs.ts'
import type { Formulation } from '../../formulate.ts'
import type { RunOutcome } from '../../problem/run.ts'
import { type Amounts, amountsOf, Elastic, type ElasticGroup, isNone, type Window } from './elastic.ts'

/** A limit with what it gives where those of its family alone give way, at the least; none: nothing, or they cannot. */
export interface Giving {
  readonly group: ElasticGroup
  readonly amounts: Amounts
}

/** Limits that cannot hold together. */
export interface Conflict {
  readonly members: readonly Giving[]
  /** What gives way where everything may, at the least weighted sum. */
  readonly together: readonly Giving[]
  /** Quarters whose hours it is about; null: all. */
  readonly window: Window | null
  /** False: time was up before every member had been tried. */
  readonly isSmallest: boolean
  /** True: only whole phases, units and openings make it one. */
  readonly isOfWholes: boolean
}

/**
 * A smallest set of limits that cannot hold together.
 *
 * Everything may give way first, and says where it hurts most. There few quarters are looked at, for a part of the
 * rows that does not fit has a smaller conflict, found sooner. The duals of that elastic problem name limits that
 * together prove that nothing fits (Farkas). Of these whole families, then single limits are taken away, the least
 * telling first; where the rest still does not fit, they stay away. What is left is minimal: take any one away and the
 * rest of those rows fits.
 */
export async function findConflict(
  formulation: Formulation,
  full: Elastic,
  leftS: () => number,
  isOver: () => boolean,
): Promise<Conflict | undefined> {
  const all = full.solve()
  if (!all) return undefined
  if (isNone(all)) return findWholeConflict(full)
  const together = withAmounts(full.groups, all)
  for (const window of listWindows(formulation.inputs, together)) {
    const elastic = await Elastic.open(formulation, leftS, window)
    try {
      const outcome = elastic.solve()
      if (outcome && !isNone(outcome))
        return { ...reduce(elastic, outcome, isOver), together, window, isOfWholes: false }
    } finally {
      elastic.close()
    }
  }
  return undefined
}

/** Single quarters first, as they stand, then with what comes before them, then their years, then all. */
function listWindows({ periods }: Inputs, together: readonly Giving[]): (Window | null)[] {
  const shares = new Map<string, number>()
  for (const { group, amounts } of together)
    for (const [period, amount] of amounts)
      shares.set(period, (shares.get(period) ?? 0) + amount * group.weightMusd)
  const [worst] = [...shares].sort((a, b) => b[1] - a[1])
  const last = periods.at(-1)!.label
  const labels = [...new Set([worst?.[0] ?? last, last])]
  const years = Map.groupBy(periods, ({ midYears }) => Math.floor(midYears))
  const yearOf = (label: string) =>
    [...years.values()].find((own) => own.some((period) => period.label === label)) ?? []
  const single = labels.map((label) => new Set([label]))
  const yearly = labels.map((label) => new Set(yearOf(label).map((period) => period.label)))
  return [
    ...single.map((periods) => ({ periods, hasPast: false })),
    ...[...single, ...yearly].map((periods) => ({ periods, hasPast: true })),
    null,
  ]
}

function reduce(
  elastic: Elastic,
  outcome: RunOutcome,
  isOver: () => boolean,
): Pick<Conflict, 'members' | 'isSmallest'> {
  const support = elastic.groups.filter((group) => elastic.isPriced(group, outcome))
  for (const group of elastic.groups) if (!support.includes(group)) elastic.set(group, 'free')
  const kept = new Set(support)
  const sizeOf = (group: ElasticGroup) => sizeIn(group, amountsOf(group, outcome))
  const sum = (groups: readonly ElasticGroup[]) => groups.reduce((total, group) => total + sizeOf(group), 0)
  const families = [...Map.groupBy(support, ({ family }) => family).values()]
  for (const family of families.sort((a, b) => sum(a) - sum(b)))
    takeAway(elastic, kept, family, isOver, false)
  const ordered = [...kept].sort((a, b) => sizeOf(a) - sizeOf(b))
  const isSmallest = takeAway(elastic, kept, ordered, isOver, true)
  const members = [...Map.groupBy(kept, ({ family }) => family).values()].flatMap((groups) => {
    const found = giveWay(elastic, kept, groups)
    return groups.map((group) => ({ group, amounts: found ? amountsOf(group, found) : new Map() }))
  })
  return { members, isSmallest }
}

/**
 * Takes away all that the conflict does not need: many at once where the rest still does not fit, else half by half.
 * False: time was up.
 */
function takeAway(
  elastic: Elastic,
  kept: Set<ElasticGroup>,
  groups: readonly ElasticGroup[],
  isOver: () => boolean,
  mayHalve: boolean,
): boolean {
  if (groups.length === 0) return true
  if (isOver()) return false
  for (const group of groups) elastic.set(group, 'free')
  const rest = elastic.solve()
  if (rest && !isNone(rest)) {
    for (const group of groups) kept.delete(group)
    return true
  }
  for (const group of groups) elastic.set(group, 'priced')
  if (!rest || groups.length === 1 || !mayHalve) return rest !== null
  const half = Math.ceil(groups.length / 2)
  const isDone = takeAway(elastic, kept, groups.slice(0, half), isOver, true)
  return takeAway(elastic, kept, groups.slice(half), isOver, true) && isDone
}

function withAmounts(groups: readonly ElasticGroup[], outcome: RunOutcome): Giving[] {
  return groups
    .map((group) => ({ group, amounts: amountsOf(group, outcome) }))
    .filter(({ amounts }) => amounts.size > 0)
}

/** What some members give where the others of the conflict hold; null: they alone cannot. */
function giveWay(
  elastic: Elastic,
  kept: ReadonlySet<ElasticGroup>,
  ones: readonly ElasticGroup[],
): RunOutcome | null {
  for (const group of kept) elastic.set(group, ones.includes(group) ? 'priced' : 'hard')
  const outcome = elastic.solve()
  for (const group of kept) elastic.set(group, 'priced')
  return outcome
}

const WHOLE_TIME_S = 20

function findWholeConflict(full: Elastic): Conflict | undefined {
  const outcome = full.solveWhole(WHOLE_TIME_S)
  if (!outcome) return undefined
  const members = withAmounts(full.groups, outcome)
  return {
    ...{ members, together: members, window: null },
    ...{ isSmallest: false, isOfWholes: true },
  }
}

/**
 * First what does not give way in the cheapest mend, then demand from the smallest up, then what gives way: so that few
 * and telling limits are left.
 */
function sizeIn(group: ElasticGroup, amounts: Amounts): number {
  const amount = [...amounts.values()].reduce((sum, own) => sum + own, 0)
  return amount * group.weightMusd + group.demandMTokS * 1e-9
}

/** What groups must give for the whole plan to fit while all else holds; null: they alone are not enough. */
export function neededAlone(full: Elastic, ones: readonly ElasticGroup[]): Giving[] | null {
  for (const group of full.groups) full.set(group, ones.includes(group) ? 'priced' : 'hard')
  const outcome = full.solveCold()
  return outcome && withAmounts(ones, outcome)
}
