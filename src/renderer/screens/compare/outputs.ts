import type { AfterTax } from '../../../engine/results/money/afterTax.ts'
import type { ChangeSide } from '../../../engine/trace/decisions/changeTraces.ts'
import { type TraceRef, toRef } from '../../../engine/trace/trace.ts'
import { LAYERS } from '../../../plan/result/cake.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import type { Goals } from '../../../plan/schema/goals.ts'
import { formatAmount, formatFineShare, formatNumber, formatUsd } from '../../format/numbers.ts'
import type { Words } from '../../words/en.ts'

/** What outputs are read from. */
export interface Outcome {
  readonly result: PlanResult
  /** Null: neither tax nor debt, or no price; also while it is being worked out. */
  readonly afterTax: AfterTax | null
}

/** One figure that plans are compared by. */
export interface Output {
  readonly name: string
  /** Null: this result has no such figure. */
  readonly read: (outcome: Outcome) => number | null
  readonly show: (value: number) => string
  /** How it comes about; absent: nothing more can be said. */
  readonly trace?: TraceRef
  /** The goal that it is held against, and on which side of it is good. */
  readonly goal?: keyof Goals
  readonly isMoreBetter?: boolean
  /** A share: its change is in percentage points. */
  readonly isShare?: boolean
  /** Left out where none of the plans has it. */
  readonly isRare?: boolean
}

const ofLayer = (result: PlanResult, layer: string): number =>
  result.costs.filter((line) => line.layer === layer).reduce((sum, line) => sum + line.presentMusd, 0)
const musd = (value: number): string => formatUsd(value * 1e6, 4, true)
const usd = (value: number): string => formatUsd(value)
const share = (decimals: number) => (value: number) => formatFineShare(value, decimals)

/** Figures of a result in the order of a board's questions. */
export function listOutputs(words: Words): readonly Output[] {
  const { overview, compare } = words
  return [
    {
      ...{
        name: compare.levelised,
        goal: 'levelisedUsdPerMTok',
        show: usd,
        trace: toRef('levelised'),
      },
      read: ({ result }) => result.summary.levelisedUsdPerMTok,
    },
    {
      ...{ name: overview.netPresentCost, goal: 'netPresentCostMusd', show: musd },
      ...{ trace: toRef('net-present-cost'), read: ({ result }) => result.summary.netPresentCostMusd },
    },
    {
      ...{ name: compare.levelisedOutput, show: usd, trace: toRef('levelised-output') },
      read: ({ result }) => result.summary.levelisedUsdPerMOutputTok,
    },
    ...business(words),
    {
      ...{ name: compare.objective, show: musd, trace: toRef('objective') },
      read: ({ result }) => result.costs.reduce((sum, line) => sum + line.presentMusd, 0),
    },
    ...LAYERS.map(
      (layer): Output => ({
        name: compare.costOf(words.layers[layer].name),
        read: ({ result }) => ofLayer(result, layer),
        ...{ show: musd, trace: toRef('cost-layer', layer, 'all') },
      }),
    ),
    ...technical(words),
  ]
}

/** The plan as a business, before and after tax and for its owners. */
function business({ money }: Words): readonly Output[] {
  const rate = (own: Pick<AfterTax, 'rateOfReturn'> | null | undefined): number | null =>
    own?.rateOfReturn.kind === 'rate' ? own.rateOfReturn.perYear : null
  const value = (name: string, trace: TraceRef, read: Output['read']): Output => {
    return { name, isMoreBetter: true, show: musd, trace, read }
  }
  const yearly = (name: string, trace: TraceRef, read: Output['read']): Output => {
    return { name, isMoreBetter: true, isShare: true, show: share(1), trace, read }
  }
  const rare = (output: Output): Output => ({ ...output, isRare: true })
  return [
    value(
      money.netPresentValue,
      toRef('net-present-value'),
      ({ result }) => result.cash?.netPresentValueMusd ?? null,
    ),
    yearly(money.rateOfReturn, toRef('rate-of-return'), ({ result }) => result.cash?.irrPerYear ?? null),
    ...[
      value(
        money.valueAfterTax,
        toRef('after-tax', 'own'),
        ({ afterTax }) => afterTax?.netPresentValueMusd ?? null,
      ),
      yearly(money.returnAfterTax, toRef('return-of', 'own'), ({ afterTax }) => rate(afterTax)),
      value(
        money.valueOfOwners,
        toRef('after-tax', 'owners'),
        ({ afterTax }) => afterTax?.debt?.netPresentValueMusd ?? null,
      ),
      yearly(money.returnOfOwners, toRef('return-of', 'owners'), ({ afterTax }) => rate(afterTax?.debt)),
    ].map(rare),
  ]
}

/** Tokens, shares, megawatts and the proof. */
function technical({ compare, solve }: Words): readonly Output[] {
  return [
    {
      ...{ name: compare.tokensADay, goal: 'servedTokensPerDay', isMoreBetter: true },
      ...{ read: ({ result }) => result.summary.servedTokensPerDayEnd, trace: toRef('served-per-day') },
      show: (value) => formatAmount(value),
    },
    {
      ...{ name: compare.unserved, goal: 'unservedShare', isShare: true, show: share(2) },
      ...{ read: ({ result }) => result.summary.unservedShare, trace: toRef('unserved-share') },
    },
    {
      ...{ name: compare.leased, goal: 'leasedShare', isShare: true, show: share(1) },
      ...{ read: ({ result }) => result.summary.leasedShare, trace: toRef('leased-share') },
    },
    {
      ...{ name: compare.builtMw, goal: 'builtItMw', isMoreBetter: true },
      ...{ read: ({ result }) => result.summary.builtItMwEnd, trace: toRef('megawatts', 'builtItMw') },
      show: (value) => formatNumber(value),
    },
    {
      ...{ name: compare.contractedMw, goal: 'contractedMw', show: (value) => formatNumber(value) },
      ...{ read: ({ result }) => result.summary.contractedMwEnd, trace: toRef('megawatts', 'contractedMw') },
    },
    {
      ...{ name: compare.co2, show: (value) => formatNumber(value, 4), trace: toRef('co2-total') },
      read: ({ result }) => result.builds.reduce((sum, build) => sum + build.co2Tonnes, 0),
    },
    {
      ...{ name: solve.gap, isShare: true, show: share(2), trace: toRef('gap') },
      read: ({ result }) => result.solver.gapShare,
    },
  ]
}

/** Percentage points in the planner's language. */
type Points = (amount: string) => string

/** A part of what is said of a change, and which side of it that is; null: there is none. */
export interface Change {
  readonly shown: string
  readonly side: ChangeSide | null
}

/**
 * With its direction, so that it does not rest on colour: "▲ $2 M" and "(4.2 %)". What reads the same is the same; a
 * share changes by percentage points.
 */
export function listChanges(output: Output, value: number, base: number, points: Points): readonly Change[] {
  if (output.show(value) === output.show(base)) return [{ shown: '=', side: null }]
  const sign = value > base ? '▲' : '▼'
  const change = Math.abs(value - base)
  const shown = output.isShare ? points(formatNumber(change * 100, 2)) : output.show(change)
  const absolute: Change = { shown: `${sign} ${shown}`, side: 'value' }
  if (output.isShare || base === 0) return [absolute]
  return [absolute, { shown: `(${formatNumber(Math.abs((100 * change) / base), 2)} %)`, side: 'share' }]
}

/** Whether a figure reaches its goal; undefined where there is none. */
export function reachesGoal(output: Output, goals: Goals, value: number): boolean | undefined {
  const goal = output.goal === undefined ? undefined : goals[output.goal]
  if (goal === undefined) return undefined
  return output.isMoreBetter ? value >= goal : value <= goal
}
