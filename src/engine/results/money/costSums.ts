import type { LayerName } from '../../../plan/result/cake.ts'
import type { CostLine } from '../../../plan/result/money.ts'
import { egressUsdPerMTok } from '../../layers/distribution/distribution.ts'
import type { Flow } from '../../layers/distribution/flows.ts'
import { leastRoyaltyUsdPerMTok } from '../../layers/models/royalty.ts'
import type { Column } from '../../problem/problem.ts'
import type { Reader } from '../reader.ts'

/** A line of the cost: million USD, present value, by period. */
export function toLine(
  layer: LayerName,
  name: string,
  siteId: string | null,
  byPeriodMusd: number[],
): CostLine {
  return { layer, name, siteId, presentMusd: byPeriodMusd.reduce((sum, v) => sum + v, 0), byPeriodMusd }
}

/** Cost of columns [period][...]: coefficient of the problem times value. */
export function spend(reader: Reader, columns: readonly (readonly Column[])[]): number[] {
  const { cost } = reader.formulation.problem
  return columns.map((row) => row.reduce((sum, column) => sum + cost[column]! * reader.at(column), 0))
}

/** Sums of rows by period. */
export function addUp(rows: readonly (readonly number[])[], periods: number): number[] {
  return Array.from({ length: periods }, (_, t) => rows.reduce((sum, row) => sum + row[t]!, 0))
}

/** What is added in each period to a cumulative column, at that period's price. */
export function spendOnAdditions(
  reader: Reader,
  columns: readonly Column[],
  musdEach: readonly number[],
): number[] {
  return columns.map((column, t) => {
    const before = t > 0 ? reader.at(columns[t - 1]!) : 0
    return (reader.at(column) - before) * musdEach[t]!
  })
}

/** Share of royalties in what a flow to a site pays by the token; the rest is egress. */
export function royaltyShareOf(reader: Reader, { classIndex }: Flow): number {
  const { inputs } = reader.formulation
  const royalty = leastRoyaltyUsdPerMTok(inputs, classIndex)
  return royalty > 0 ? royalty / (royalty + egressUsdPerMTok(inputs)) : 0
}
