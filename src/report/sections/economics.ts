import { PENALTY_LINES } from '../../engine/results/costs.ts'
import { type CostLine, LAYERS } from '../../plan/result/result.ts'
import {
  type Cell,
  type Chart,
  figure,
  number,
  type Section,
  section,
  type Table,
  withTotal,
  words,
} from '../document.ts'
import { LAYER_WORDS } from '../layerNames.ts'
import { type Source, siteName, sumOf } from '../source.ts'

/** All money in present values at the start of the horizon. */
export function economicsSection(source: Source): Section {
  const { summary } = source.result
  const penalties = source.result.costs.filter((line) => PENALTY_LINES.includes(line.name))
  return section('economics', 'Economics', {
    paragraphs: [
      [
        'All amounts are present values at ',
        figure(source.plan.finance.discountRatePerYear, 'share'),
        ' a year, nominal US dollars. Purchases and rooms stand in the quarter of delivery, net of the value that they have ',
        'left at the horizon. The levelised cost divides the present value of all costs by the discounted tokens served: ',
        figure(summary.levelisedUsdPerMTok, '$ per million tokens'),
        ', or ',
        figure(summary.levelisedUsdPerMOutputTok, '$ per million tokens'),
        ' if output alone had to pay.',
      ],
      ...(penalties.length > 0
        ? [
            [
              'Penalties for what is not served are in the objective of the solver but are not paid, and not in these tables: ',
              figure(
                sumOf(penalties, (line) => line.presentMusd),
                'M$',
              ),
              '.',
            ],
          ]
        : []),
    ],
    charts: [layerChart(source)],
    tables: [lineTable(source), siteTable(source), yearTable(source)],
  })
}

export function paidLines({ result }: Pick<Source, 'result'>): CostLine[] {
  return result.costs.filter((line) => !PENALTY_LINES.includes(line.name))
}

function layerChart(source: Source): Chart {
  const paid = paidLines(source)
  return {
    title: 'Cost by layer and quarter, present value',
    kind: 'stack',
    unit: 'M$',
    labels: source.result.periods,
    series: LAYERS.filter((layer) => paid.some((line) => line.layer === layer)).map((layer) => ({
      name: LAYER_WORDS[layer].name,
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
  const { netPresentCostMusd, levelisedUsdPerMTok } = source.result.summary
  const groups = Map.groupBy(paidLines(source), (line) => `${line.layer} ${line.name}`)
  const rows = [...groups.values()].map((own): Cell[] => {
    const musd = sumOf(own, (line) => line.presentMusd)
    const share = netPresentCostMusd > 0 ? musd / netPresentCostMusd : 0
    return [LAYER_WORDS[own[0]!.layer].name, own[0]!.name, musd, share, share * levelisedUsdPerMTok]
  })
  const table: Table = {
    id: 'cost-lines',
    title: 'Cost lines and levelised cost',
    columns: [
      words('Layer'),
      words('Line'),
      number('Present value', 'M$'),
      number('of all', 'share'),
      number('Levelised', '$ per million tokens'),
    ],
    rows: rows.toSorted((a, b) => Number(b[2]) - Number(a[2])),
  }
  return withTotal(table)
}

function siteTable(source: Source): Table {
  const layers = LAYERS.filter((layer) => paidLines(source).some((line) => line.layer === layer))
  const groups = Map.groupBy(paidLines(source), (line) => line.siteId)
  const rows = [...groups].map(([siteId, own]): Cell[] => [
    siteId === null ? 'Not of one site' : siteName(source, siteId),
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
    title: 'Present value by site and layer',
    columns: [
      words('Site'),
      ...layers.map((layer) => number(LAYER_WORDS[layer].name, 'M$')),
      number('All', 'M$'),
    ],
    rows,
  }
  return withTotal(table)
}

function yearTable(source: Source): Table {
  const { periods } = source.result
  const years = [...new Set(periods.map((period) => period.slice(0, 4)))]
  const groups = Map.groupBy(paidLines(source), (line) => `${line.layer} ${line.name}`)
  const rows = [...groups.values()].map((own): Cell[] => [
    own[0]!.name,
    ...years.map((year) =>
      sumOf(own, (line) =>
        line.byPeriodMusd.reduce((sum, musd, i) => sum + (periods[i]!.startsWith(year) ? musd : 0), 0),
      ),
    ),
    sumOf(own, (line) => line.presentMusd),
  ])
  const table: Table = {
    id: 'cost-by-year',
    title: 'Present value by line and year',
    columns: [words('Line'), ...years.map((year) => number(year, 'M$')), number('All', 'M$')],
    rows,
  }
  return withTotal(table)
}
