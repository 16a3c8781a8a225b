import { rateSource } from '../../catalog/planMoney.ts'
import { PENALTY_LINES } from '../../engine/results/money/costs.ts'
import { costYears, paidLines, yearCostMusd } from '../../engine/results/money/paidCosts.ts'
import { LAYERS } from '../../plan/result/cake.ts'
import {
  type Cell,
  type Chart,
  figure,
  number,
  type Paragraph,
  type Section,
  section,
  type Table,
  withTotal,
  words,
} from '../document.ts'
import { layerName, type Source, siteName, sumOf } from '../source.ts'
import { costLineName } from '../words/costLineName.ts'
import { cashTables } from './cashFlow.ts'
import { levelisedTable, tokenTable } from './levelised.ts'
import { utilisationParts } from './utilisation.ts'

/** All money in present values at the start of the horizon. */
export function economicsSection(source: Source): Section {
  const w = source.words.economics
  const { summary } = source.result
  const atUtilisation = utilisationParts(source)
  const penalties = source.result.costs.filter((line) => PENALTY_LINES.includes(line.name))
  return section('economics', w.heading, {
    paragraphs: [
      w.about(
        figure(source.plan.finance.discountRatePerYear, 'share'),
        figure(summary.levelisedUsdPerMTok, '$ per million tokens'),
        figure(summary.levelisedUsdPerMOutputTok, '$ per million tokens'),
        w.currencies[source.plan.currency.shown],
      ),
      ...rateParagraph(source),
      ...(penalties.length > 0
        ? [
            w.penalties(
              figure(
                sumOf(penalties, (line) => line.presentMusd),
                'M$',
              ),
            ),
          ]
        : []),
      ...atUtilisation.paragraphs,
    ],
    charts: [layerChart(source), ...atUtilisation.charts],
    tables: [
      lineTable(source),
      levelisedTable(source),
      ...atUtilisation.tables,
      ...cashTables(source),
      siteTable(source),
      yearTable(source),
      tokenTable(source),
    ],
  })
}

/** At which rate money is shown, with where it comes from; nothing for US dollars. */
export function rateParagraph({ plan, catalog, words }: Source): Paragraph[] {
  const { currencies, rate, grade } = words.economics
  const own = rateSource(plan, catalog)
  if (!own) return []
  const source = [own.source, own.date, own.grade && grade(own.grade)].filter(Boolean).join(', ')
  return [rate(currencies[own.currency], `${own.perUsd} ${own.currency}`, source)]
}

function layerChart(source: Source): Chart {
  const w = source.words.economics
  const paid = paidLines(source.result)
  return {
    title: w.chart,
    kind: 'stack',
    unit: 'M$',
    labels: source.result.periods,
    series: LAYERS.filter((layer) => paid.some((line) => line.layer === layer)).map((layer) => ({
      name: layerName(source, layer),
      values: source.result.periods.map((_, index) =>
        sumOf(
          paid.filter((line) => line.layer === layer),
          (line) => line.byPeriodMusd[index] ?? 0,
        ),
      ),
    })),
  }
}

/** Each line with its part of the levelised cost: parts add up to the whole. */
function lineTable(source: Source): Table {
  const w = source.words.economics
  const { netPresentCostMusd, levelisedUsdPerMTok } = source.result.summary
  const groups = Map.groupBy(paidLines(source.result), (line) => `${line.layer} ${line.name}`)
  const rows = [...groups.values()].map((own): Cell[] => {
    const musd = sumOf(own, (line) => line.presentMusd)
    const share = netPresentCostMusd > 0 ? musd / netPresentCostMusd : 0
    return [
      layerName(source, own[0]!.layer),
      costLineName(own[0]!.name, w, source.names),
      musd,
      share,
      share * levelisedUsdPerMTok,
    ]
  })
  const table: Table = {
    id: 'cost-lines',
    title: w.lines,
    columns: [
      words(w.layer),
      words(w.line),
      number(w.present, 'M$'),
      number(w.ofAll, 'share', '[2]/[2:total]'),
      number(w.levelised, '$ per million tokens', '[2]/[discounted-tokens.3:total]'),
    ],
    rows: rows.toSorted((a, b) => Number(b[2]) - Number(a[2])),
  }
  return withTotal(source.words.frame.total, table)
}

function siteTable(source: Source): Table {
  const w = source.words.economics
  const layers = LAYERS.filter((layer) => paidLines(source.result).some((line) => line.layer === layer))
  const groups = Map.groupBy(paidLines(source.result), (line) => line.siteId)
  const rows = [...groups].map(([siteId, own]): Cell[] => [
    siteId === null ? source.words.frame.notOfOneSite : siteName(source, siteId),
    ...layers.map((layer) =>
      sumOf(
        own.filter((line) => line.layer === layer),
        (line) => line.presentMusd,
      ),
    ),
    sumOf(own, (line) => line.presentMusd),
  ])
  const table: Table = {
    id: 'cost-by-site',
    title: w.bySite,
    columns: [
      words(w.site),
      ...layers.map((layer) => number(layerName(source, layer), 'M$')),
      number(w.all, 'M$', `SUM([1]:[${layers.length}])`),
    ],
    rows,
  }
  return withTotal(source.words.frame.total, table)
}

function yearTable(source: Source): Table {
  const w = source.words.economics
  const years = costYears(source.result)
  const groups = Map.groupBy(paidLines(source.result), (line) => `${line.layer} ${line.name}`)
  const rows = [...groups.values()].map((own): Cell[] => [
    costLineName(own[0]!.name, w, source.names),
    ...years.map((year) => yearCostMusd(own, source.result, year)),
    sumOf(own, (line) => line.presentMusd),
  ])
  const table: Table = {
    id: 'cost-by-year',
    title: w.byYear,
    columns: [
      words(w.line),
      ...years.map((year) => number(year, 'M$')),
      number(w.all, 'M$', `SUM([1]:[${years.length}])`),
    ],
    rows,
  }
  return withTotal(source.words.frame.total, table)
}
