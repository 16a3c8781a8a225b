import { listPeriods } from '../../engine/derive/periods.ts'
import { SECONDS_PER_HOUR } from '../../plan/units.ts'
import { type Cell, number, quarter, type Table, withTotal, words } from '../document.ts'
import { type Source, sumOf } from '../source.ts'

const TOKENS_PER_T = 1e12
/** Of the mean year, for a result without slices. */
const MEAN_HOURS = 8766

/** Tokens served in each quarter and what of them the levelised cost is divided by. */
export function tokenTable(source: Source): Table {
  const { plan, result, words: all } = source
  const w = all.economics
  const slicedHours = sumOf(result.slices, (slice) => slice.hoursPerPeriod)
  const rows = listPeriods(plan).map(({ label, discount, lengthYears }): Cell[] => {
    const hours = slicedHours || MEAN_HOURS * lengthYears
    const own = result.flows.filter((flow) => flow.period === label)
    const served = (sumOf(own, (flow) => flow.tokS) * SECONDS_PER_HOUR * hours) / TOKENS_PER_T
    return [label, served, discount, served * discount]
  })
  const columns = [
    quarter(w.quarter),
    number(w.served, 'T tokens'),
    number(w.factor),
    number(w.discounted, 'T tokens', '[1]*[2]'),
  ]
  return withTotal(all.frame.total, { id: 'discounted-tokens', title: w.tokens, columns, rows }, [w.factor])
}

/** Cost over tokens; a million dollars for a million million tokens is a dollar for a million. */
export function levelisedTable({ result, words: { economics: w } }: Source): Table {
  const { netPresentCostMusd, levelisedUsdPerMTok, levelisedUsdPerMOutputTok } = result.summary
  const row = (name: string, usd: number): Cell[] => [
    name,
    netPresentCostMusd,
    usd > 0 ? netPresentCostMusd / usd : null,
    usd > 0 ? usd : null,
  ]
  return {
    id: 'levelised',
    title: w.levelisedTitle,
    columns: [
      words(w.paidBy),
      number(w.cost, 'M$', '[cost-lines.2:total]'),
      number(w.divided, 'T tokens'),
      number(w.levelised, '$ per million tokens', '[1]/[2]'),
    ],
    rows: [row(w.inputAndOutput, levelisedUsdPerMTok), row(w.outputAlone, levelisedUsdPerMOutputTok)],
  }
}
