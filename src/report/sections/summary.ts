import { type CakeSlice, LAYERS } from '../../plan/result/result.ts'
import {
  type Cell,
  type Chart,
  figure,
  figures,
  number,
  type Paragraph,
  type Section,
  section,
  type Table,
  words,
} from '../document.ts'
import { LAYER_WORDS } from '../layerNames.ts'
import { type Source, siteName } from '../source.ts'
import { solverVerdict } from './method.ts'

const TOKENS_PER_M = 1e6
/** Less is noise of the duals. */
const LEAST_WORTH_USD = 1

/** One page for the board: what is asked, what is built, what it costs, what binds, how sure it is. */
export function summarySection(source: Source): Section {
  return section('summary', 'Summary for the board', {
    paragraphs: [...verdicts(source)],
    charts: [cakeChart(source)],
    tables: [keyFigures(source), cakeTable(source)],
  })
}

function verdicts(source: Source): Paragraph[] {
  const { result, plan, end, audit } = source
  const { summary } = result
  const active = new Set(result.builds.filter((build) => build.builtItMw > 0).map((build) => build.siteId))
  const dearest = result.binding[0]
  return [
    [
      `${plan.name} serves `,
      figure(summary.servedTokensPerDayEnd / 1e12, 'T tokens a day'),
      ` in ${end} from `,
      figure(active.size),
      ' own sites and leased compute; ',
      figure(summary.unservedShare, 'share'),
      ' of the demand of the whole horizon goes unserved. It costs ',
      figure(summary.netPresentCostMusd, 'M$'),
      ' in present value, ',
      figure(summary.levelisedUsdPerMTok, '$ per million tokens'),
      '.',
    ],
    dearest
      ? [
          `What binds first: ${LAYER_WORDS[dearest.layer].name} at ${siteName(source, dearest.siteId)}, ${dearest.from} to ${dearest.to}. `,
          `One more ${LAYER_WORDS[dearest.layer].step || 'unit'} there over that time would save `,
          figure(dearest.worthMusd, 'M$'),
          '.',
        ]
      : ['No layer stands in the way of the demand.'],
    [
      ...solverVerdict(result),
      audit.isOk
        ? ' A second computation that shares no formula with the solver agrees in all of its '
        : ' A second computation DOES NOT AGREE with all of its ',
      figure(audit.lines.length),
      ' lines.',
    ],
  ]
}

function keyFigures({ result, end }: Source): Table {
  const { summary } = result
  const rows: Cell[][] = [
    [`Tokens served a day, ${end}`, figure(summary.servedTokensPerDayEnd / 1e12, 'T tokens')],
    ['Demand unserved, whole horizon', figure(summary.unservedShare, 'share')],
    ['Served by leased compute, whole horizon', figure(summary.leasedShare, 'share')],
    ['Net present cost', figure(summary.netPresentCostMusd, 'M$')],
    ['Levelised cost, input and output', figure(summary.levelisedUsdPerMTok, '$ per million tokens')],
    ['Levelised cost, output alone', figure(summary.levelisedUsdPerMOutputTok, '$ per million tokens')],
    ['Power in the cost', figure(summary.energyShareOfCost, 'share')],
    [`IT load built, ${end}`, figure(summary.builtItMwEnd, 'MW')],
    [`IT load in use, ${end}`, figure(summary.usedItMwEnd, 'MW')],
    [`Grid power contracted, ${end}`, figure(summary.contractedMwEnd, 'MW')],
  ]
  return { id: 'key-figures', title: 'Key figures', columns: [words('Figure'), figures('Value')], rows }
}

/** Seven layers in one unit at the peak of the last quarter; the demand's own limit is its need. */
function cakeRows({ result, end }: Source) {
  return LAYERS.flatMap((layer) => {
    const slice = result.cake.find((own) => own.layer === layer && own.siteId === null && own.period === end)
    return slice ? [slice] : []
  })
}

function cakeTable(source: Source): Table {
  return {
    id: 'cake',
    title: `The seven layers at the peak of ${source.end}, all sites`,
    columns: [
      words('Layer'),
      number('Capacity', 'Mtok/s'),
      number('Need', 'Mtok/s'),
      number('Headroom', 'share'),
      figures('In use'),
      figures('Limit'),
      number('Worth of one more', '$'),
      words('Binds'),
    ],
    rows: cakeRows(source).map((slice) => [
      LAYER_WORDS[slice.layer].name,
      slice.capacityTokS === null ? null : slice.capacityTokS / TOKENS_PER_M,
      slice.needTokS / TOKENS_PER_M,
      slice.headroomShare,
      ...nativeCells(slice),
      (slice.worthUsdPerUnit ?? 0) < LEAST_WORTH_USD ? null : slice.worthUsdPerUnit,
      slice.isBinding ? 'binds' : '',
    ]),
  }
}

/** In use and limit in the layer's own unit; where memory slows models, the share of the best batch that it holds. */
function nativeCells({ memoryShare, native }: CakeSlice): readonly [Cell, Cell] {
  if (memoryShare !== null && memoryShare < 1) return [null, figure(memoryShare, 'share of the best batch')]
  return [figure(native.used, native.unit), native.limit === null ? null : figure(native.limit, native.unit)]
}

function cakeChart(source: Source): Chart {
  const slices = cakeRows(source)
  return {
    title: `Capacity (pale) and need (dark) of each layer at the peak of ${source.end}`,
    kind: 'pairs',
    unit: 'Mtok/s',
    labels: slices.map((slice) => LAYER_WORDS[slice.layer].name),
    series: [
      {
        name: 'Capacity',
        values: slices.map((slice) =>
          slice.capacityTokS === null ? null : slice.capacityTokS / TOKENS_PER_M,
        ),
      },
      { name: 'Need', values: slices.map((slice) => slice.needTokS / TOKENS_PER_M) },
    ],
  }
}
