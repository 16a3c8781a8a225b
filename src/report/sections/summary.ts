import { type CakeSlice, LAYERS } from '../../plan/result/cake.ts'
import { TOKENS_PER_MTOK } from '../../plan/units.ts'
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
import { layerName, type Source, siteName } from '../source.ts'
import { rateParagraph } from './economics.ts'
import { solverVerdict } from './method.ts'

const TOKENS_PER_T = 1e12
/** Less is noise of the duals. */
const LEAST_WORTH_USD = 1

/** One page for the board: what is asked, what is built, what it costs, what binds, how sure it is. */
export function summarySection(source: Source): Section {
  const w = source.words.summary
  return section('summary', w.heading, {
    paragraphs: [...verdicts(source), ...rateParagraph(source)],
    charts: [cakeChart(source)],
    tables: [keyFigures(source), cakeTable(source)],
  })
}

function verdicts(source: Source): Paragraph[] {
  const w = source.words.summary
  const { result, plan, end, audit } = source
  const { summary } = result
  const active = new Set(result.builds.filter((build) => build.builtItMw > 0).map((build) => build.siteId))
  const lines = figure(audit.lines.length)
  return [
    [
      ...w.serves(
        plan.name,
        figure(summary.servedTokensPerDayEnd / TOKENS_PER_T, 'T tokens a day'),
        end,
        figure(active.size),
        figure(summary.unservedShare, 'share'),
      ),
      ...w.costs(
        figure(summary.netPresentCostMusd, 'M$'),
        figure(summary.levelisedUsdPerMTok, '$ per million tokens'),
      ),
    ],
    dearest(source),
    [...solverVerdict(source), ...(audit.isOk ? w.agrees(lines) : w.disagrees(lines))],
  ]
}

function dearest(source: Source): Paragraph {
  const { summary: w, layers } = source.words
  const first = source.result.binding[0]
  if (!first) return w.nothingBinds
  const { step } = layers[first.layer]
  const worth = figure(first.worthMusd, 'M$')
  return w.binds(
    layerName(source, first.layer),
    siteName(source, first.siteId),
    first.from,
    first.to,
    step.trim(),
    worth,
  )
}

function keyFigures({ result, end, words: { summary: w } }: Source): Table {
  const { summary } = result
  const rows: Cell[][] = [
    [w.tokensServed(end), figure(summary.servedTokensPerDayEnd / TOKENS_PER_T, 'T tokens')],
    [w.unserved, figure(summary.unservedShare, 'share')],
    [w.leased, figure(summary.leasedShare, 'share')],
    [w.netPresentCost, figure(summary.netPresentCostMusd, 'M$', '[cost-lines.2:total]')],
    [w.levelised, figure(summary.levelisedUsdPerMTok, '$ per million tokens', '[levelised.3:1]')],
    [w.levelisedOutput, figure(summary.levelisedUsdPerMOutputTok, '$ per million tokens', '[levelised.3:2]')],
    [w.energyShare, figure(summary.energyShareOfCost, 'share')],
    [w.built(end), figure(summary.builtItMwEnd, 'MW', '[sites-at-end.3:total]')],
    [w.used(end), figure(summary.usedItMwEnd, 'MW', '[sites-at-end.4:total]')],
    [w.contracted(end), figure(summary.contractedMwEnd, 'MW', '[sites-at-end.5:total]')],
  ]
  return { id: 'key-figures', title: w.keyFigures, columns: [words(w.figure), figures(w.value)], rows }
}

/** Seven layers in one unit at the peak of the last quarter; the demand's own limit is its need. */
function cakeRows({ result, end }: Source) {
  return LAYERS.flatMap((layer) => {
    const slice = result.cake.find((own) => own.layer === layer && own.siteId === null && own.period === end)
    return slice ? [slice] : []
  })
}

function cakeTable(source: Source): Table {
  const w = source.words.summary
  return {
    id: 'cake',
    title: w.cake(source.end),
    columns: [
      words(w.layer),
      number(w.capacity, 'Mtok/s'),
      number(w.need, 'Mtok/s'),
      number(w.headroom, 'share'),
      figures(w.inUse),
      figures(w.limit),
      number(w.worth(source.end), '$'),
      words(w.binding),
    ],
    rows: cakeRows(source).map((slice) => [
      layerName(source, slice.layer),
      slice.capacityTokS === null ? null : slice.capacityTokS / TOKENS_PER_MTOK,
      slice.needTokS / TOKENS_PER_MTOK,
      slice.headroomShare,
      ...nativeCells(slice),
      (slice.worthUsdPerUnit ?? 0) < LEAST_WORTH_USD ? null : slice.worthUsdPerUnit,
      slice.isBinding ? w.isBinding : '',
    ]),
  }
}

/** In use and limit in the layer's own unit; where memory slows models, the share of the best batch that it holds. */
function nativeCells({ layer, memoryShare, native }: CakeSlice): readonly [Cell, Cell] {
  if (memoryShare !== null && memoryShare < 1) return [null, figure(memoryShare, 'share of the best batch')]
  if (layer === 'models') return [null, null]
  return [figure(native.used, native.unit), native.limit === null ? null : figure(native.limit, native.unit)]
}

function cakeChart(source: Source): Chart {
  const w = source.words.summary
  const slices = cakeRows(source)
  return {
    title: w.cakeChart(source.end),
    kind: 'pairs',
    unit: 'Mtok/s',
    labels: slices.map((slice) => layerName(source, slice.layer)),
    series: [
      {
        name: w.capacity,
        values: slices.map((slice) =>
          slice.capacityTokS === null ? null : slice.capacityTokS / TOKENS_PER_MTOK,
        ),
      },
      { name: w.need, values: slices.map((slice) => slice.needTokS / TOKENS_PER_MTOK) },
    ],
  }
}
