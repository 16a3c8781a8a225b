import { LAYERS, type PlanResult } from '../../../plan/result/result.ts'
import type { Goals } from '../../../plan/schema/goals.ts'
import { formatAmount, formatNumber, formatShare, formatUsd } from '../../format/numbers.ts'
import type { Words } from '../../words/en.ts'

/** One figure that plans are compared by. */
export interface Output {
  readonly name: string
  /** Null: this result has no such figure. */
  readonly read: (result: PlanResult) => number | null
  readonly show: (value: number) => string
  /** The goal that it is held against, and on which side of it is good. */
  readonly goal?: keyof Goals
  readonly isMoreBetter?: boolean
}

const ofLayer = (result: PlanResult, layer: string): number =>
  result.costs.filter((line) => line.layer === layer).reduce((sum, line) => sum + line.presentMusd, 0)
const musd = (value: number): string => formatUsd(value * 1e6, 4)

/** Figures of a result in the order of a board's questions. */
export function listOutputs(words: Words): readonly Output[] {
  const { overview, compare, money } = words
  return [
    {
      ...{ name: overview.levelised, goal: 'levelisedUsdPerMTok', show: (value) => formatUsd(value) },
      read: ({ summary }) => summary.levelisedUsdPerMTok,
    },
    {
      ...{ name: overview.netPresentCost, goal: 'netPresentCostMusd', show: musd },
      read: ({ summary }) => summary.netPresentCostMusd,
    },
    {
      ...{ name: overview.levelisedOutput, show: (value) => formatUsd(value) },
      read: ({ summary }) => summary.levelisedUsdPerMOutputTok,
    },
    {
      ...{ name: money.netPresentValue, isMoreBetter: true, show: musd },
      read: ({ cash }) => cash?.netPresentValueMusd ?? null,
    },
    {
      ...{ name: money.rateOfReturn, isMoreBetter: true, show: (value) => formatShare(value, 1) },
      read: ({ cash }) => cash?.irrPerYear ?? null,
    },
    {
      ...{ name: compare.objective, show: musd },
      read: ({ costs }) => costs.reduce((sum, line) => sum + line.presentMusd, 0),
    },
    ...LAYERS.map(
      (layer): Output => ({
        name: compare.costOf(words.layers[layer].name),
        read: (result) => ofLayer(result, layer),
        show: musd,
      }),
    ),
    {
      ...{ name: overview.tokensADay, goal: 'servedTokensPerDay', isMoreBetter: true },
      read: ({ summary }) => summary.servedTokensPerDayEnd,
      show: (value) => formatAmount(value),
    },
    {
      ...{ name: compare.unserved, goal: 'unservedShare', show: (value) => formatShare(value, 2) },
      read: ({ summary }) => summary.unservedShare,
    },
    {
      ...{ name: compare.leased, goal: 'leasedShare', show: (value) => formatShare(value, 1) },
      read: ({ summary }) => summary.leasedShare,
    },
    {
      ...{ name: compare.builtMw, goal: 'builtItMw', isMoreBetter: true },
      read: ({ summary }) => summary.builtItMwEnd,
      show: (value) => formatNumber(value),
    },
    {
      ...{ name: compare.contractedMw, goal: 'contractedMw', show: (value) => formatNumber(value) },
      read: ({ summary }) => summary.contractedMwEnd,
    },
    {
      ...{ name: compare.co2, show: (value) => formatNumber(value, 4) },
      read: ({ builds }) => builds.reduce((sum, build) => sum + build.co2Tonnes, 0),
    },
    {
      ...{ name: words.solve.gap, show: (value) => formatShare(value, 2) },
      read: ({ solver }) => solver.gapShare,
    },
  ]
}

/** With its direction, so that it does not rest on colour: "▲ $2 M (4.2 %)". */
export function showChange(output: Output, value: number, base: number): string {
  if (Math.abs(value - base) < 1e-12) return '='
  const sign = value > base ? '▲' : '▼'
  const amount = output.show(Math.abs(value - base))
  if (Math.abs(base) < 1e-12) return `${sign} ${amount}`
  return `${sign} ${amount} (${formatShare(Math.abs((value - base) / base), 1)})`
}

/** Whether a figure reaches its goal; undefined where there is none. */
export function reachesGoal(output: Output, goals: Goals, value: number): boolean | undefined {
  const goal = output.goal === undefined ? undefined : goals[output.goal]
  if (goal === undefined) return undefined
  return output.isMoreBetter ? value >= goal : value <= goal
}
