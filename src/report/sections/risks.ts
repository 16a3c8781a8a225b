import { getAccelerator } from '../../catalog/find.ts'
import { stepAt } from '../../engine/derive/periods.ts'
import { firstDay } from '../../plan/calendar.ts'
import { type Cell, figure, figures, type Section, section, words } from '../document.ts'
import { listOrders } from '../orders.ts'
import { LEAST, lastBuilds, leaseName, type Source, siteName, sumOf } from '../source.ts'

type Risk = readonly [what: string, why: string, measure: Cell, next: string]

/** From so much of all tokens on, one place is a risk of its own. */
const CONCENTRATION = 0.25
const LEASED = 0.25
const GRID_USED = 0.95
const SUPPLY_USED = 0.8

/** What the figures themselves say could go wrong; the planner knows others. */
export function risksSection(source: Source): Section {
  const w = source.words.risks
  const finders = [lateOrders, leaning, leased, tightGrid, supply, restricted, unproven, unserved]
  return section('risks', w.heading, {
    paragraphs: [w.about],
    tables: [
      {
        id: 'risks',
        title: w.title,
        columns: [words(w.risk), words(w.where), figures(w.measure), words(w.helps)],
        rows: finders.flatMap((find) => find(source)),
      },
    ],
  })
}

function lateOrders(source: Source): Risk[] {
  const start = firstDay(source.plan.horizon.start)
  const late = listOrders(source).filter((order) => order.orderBy < start)
  return [...Map.groupBy(late, (order) => order.siteId)].map(([siteId, own]) => [
    source.words.risks.late,
    source.words.risks.listed(
      siteName(source, siteId),
      [...new Set(own.map((order) => order.what))].join(', '),
    ),
    figure(own.length, 'orders'),
    source.words.risks.lateHelp,
  ])
}

/** One place that makes a large part of all tokens of the last quarter. */
function leaning(source: Source): Risk[] {
  const last = source.result.flows.filter((flow) => flow.period === source.end)
  const all = sumOf(last, (flow) => flow.tokS)
  return [...Map.groupBy(last, (flow) => flow.to)].flatMap(([to, own]): Risk[] => {
    const share = all > 0 ? sumOf(own, (flow) => flow.tokS) / all : 0
    const isSite = source.plan.sites.some((site) => site.id === to)
    const name = isSite ? siteName(source, to) : leaseName(source, to)
    if (share < CONCENTRATION) return []
    return [
      [
        source.words.risks.leaning,
        source.words.risks.inPeriod(name, source.end),
        figure(share, 'share of tokens'),
        source.words.risks.leaningHelp,
      ],
    ]
  })
}

function leased({ result, words: { risks: w } }: Source): Risk[] {
  const share = result.summary.leasedShare
  if (share < LEASED) return []
  return [[w.leased, w.horizon, figure(share, 'share of tokens'), w.leasedHelp]]
}

function tightGrid(source: Source): Risk[] {
  return lastBuilds(source).flatMap((build): Risk[] => {
    const limit = source.plan.sites.find((site) => site.id === build.siteId)?.power.gridLimitMw ?? 0
    const share = limit > 0 ? build.contractedMw / limit : 0
    if (share < GRID_USED) return []
    return [
      [
        source.words.risks.grid,
        source.words.risks.inPeriod(siteName(source, build.siteId), source.end),
        figure(share, 'share of the limit'),
        source.words.risks.gridHelp,
      ],
    ]
  })
}

/** Purchases of a quarter against what suppliers deliver in one. */
function supply({ plan, result, names, words: { risks: w } }: Source): Risk[] {
  return plan.accelerators.flatMap(({ id, supplyUnitsPerPeriod, supplyUnitsByPeriod }): Risk[] => {
    const bought = result.periods.map((period) =>
      sumOf(
        result.builds.filter((build) => build.period === period),
        (build) => build.boughtByAccelerator[id] ?? 0,
      ),
    )
    const added = bought.map((units, index) => units - (bought[index - 1] ?? 0))
    const most = Math.max(...added, 0)
    const at = result.periods[added.indexOf(most)]
    const supply = stepAt(supplyUnitsByPeriod, added.indexOf(most), supplyUnitsPerPeriod)
    const share = supply > 0 ? most / supply : 0
    if (most < LEAST || share < SUPPLY_USED) return []
    return [
      [
        w.supply,
        w.supplyIn(names.accelerator(id), at ?? ''),
        figure(share, 'periods of supply in one'),
        w.supplyHelp,
      ],
    ]
  })
}

function restricted({ plan, catalog, result, end, names, words: { risks: w } }: Source): Risk[] {
  const last = result.builds.filter((build) => build.period === end)
  return plan.accelerators.flatMap(({ id, catalogAcceleratorId }): Risk[] => {
    const units = sumOf(last, (build) => build.boughtByAccelerator[id] ?? 0)
    const { exportRestriction } = getAccelerator(catalog, catalogAcceleratorId)
    if (units < LEAST || exportRestriction === 'none-known') return []
    return [
      [
        w.exports,
        `${names.accelerator(id)} (${exportRestriction})`,
        figure(units, 'units bought'),
        w.exportsHelp,
      ],
    ]
  })
}

function unproven({ plan, result, words: { risks: w, method } }: Source): Risk[] {
  const { gapShare, status } = result.solver
  if (gapShare <= plan.solver.gapShare) return []
  return [[w.unproven, method.status[status], figure(gapShare, 'share'), w.unprovenHelp]]
}

function unserved({ result, words: { risks: w } }: Source): Risk[] {
  const share = result.summary.unservedShare
  if (share < LEAST) return []
  return [[w.unserved, w.horizon, figure(share, 'share'), w.unservedHelp]]
}
