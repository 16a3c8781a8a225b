import { getAccelerator } from '../../catalog/find.ts'
import { firstDay } from '../../engine/facility/orderDate.ts'
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
  const finders = [lateOrders, leaning, leased, tightGrid, supply, restricted, unproven, unserved]
  return section('risks', 'Risks', {
    paragraphs: [
      [
        'Found in the figures of the plan by fixed rules; what no figure shows (permits, people, law) is not here.',
      ],
    ],
    tables: [
      {
        id: 'risks',
        title: 'Risks that the figures show',
        columns: [words('Risk'), words('Where'), figures('Measure'), words('What helps')],
        rows: finders.flatMap((find) => find(source)),
      },
    ],
  })
}

function lateOrders(source: Source): Risk[] {
  const start = firstDay(source.plan.horizon.start)
  const late = listOrders(source).filter((order) => order.orderBy < start)
  return [...Map.groupBy(late, (order) => order.siteId)].map(([siteId, own]) => [
    'Orders due before the plan starts',
    `${siteName(source, siteId)}: ${[...new Set(own.map((order) => order.what))].join(', ')}`,
    figure(own.length, 'orders'),
    'Ask suppliers for stock or shorter lead times, or move the first quarter of the rooms',
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
        'Much rests on one place',
        `${name} in ${source.end}`,
        figure(share, 'share of tokens'),
        'Hold an alternative for its largest class of tasks',
      ],
    ]
  })
}

function leased({ result }: Source): Risk[] {
  const share = result.summary.leasedShare
  if (share < LEASED) return []
  return [
    [
      'Prices and supply of leased compute',
      'whole horizon',
      figure(share, 'share of tokens'),
      'Quotes in writing; vary the price of leases in a branch of the plan',
    ],
  ]
}

function tightGrid(source: Source): Risk[] {
  return lastBuilds(source).flatMap((build): Risk[] => {
    const limit = source.plan.sites.find((site) => site.id === build.siteId)?.power.gridLimitMw ?? 0
    const share = limit > 0 ? build.contractedMw / limit : 0
    if (share < GRID_USED) return []
    return [
      [
        'Grid connection is full',
        `${siteName(source, build.siteId)} in ${source.end}`,
        figure(share, 'share of the limit'),
        'Apply for the next step early; waits are years',
      ],
    ]
  })
}

/** Purchases of a quarter against what suppliers deliver in one. */
function supply({ plan, result }: Source): Risk[] {
  return plan.accelerators.flatMap(({ id, supplyUnitsPerPeriod }): Risk[] => {
    const bought = result.periods.map((period) =>
      sumOf(
        result.builds.filter((build) => build.period === period),
        (build) => build.boughtByAccelerator[id] ?? 0,
      ),
    )
    const added = bought.map((units, index) => units - (bought[index - 1] ?? 0))
    const most = Math.max(...added, 0)
    const at = result.periods[added.indexOf(most)]
    const share = supplyUnitsPerPeriod > 0 ? most / supplyUnitsPerPeriod : 0
    if (most < LEAST || share < SUPPLY_USED) return []
    return [
      [
        'Supply of accelerators',
        `${id}, delivered in ${at}`,
        figure(share, 'quarters of supply in one'),
        'Reserve volume with the supplier; spread deliveries',
      ],
    ]
  })
}

function restricted({ plan, catalog, result, end }: Source): Risk[] {
  const last = result.builds.filter((build) => build.period === end)
  return plan.accelerators.flatMap(({ id, catalogAcceleratorId }): Risk[] => {
    const units = sumOf(last, (build) => build.boughtByAccelerator[id] ?? 0)
    const { accelerator, exportRestriction } = getAccelerator(catalog, catalogAcceleratorId)
    if (units < LEAST || exportRestriction === 'none-known') return []
    return [
      [
        'Export rules',
        `${accelerator} (${exportRestriction})`,
        figure(units, 'units bought'),
        'Have the destination of every unit checked by counsel; this is not legal advice',
      ],
    ]
  })
}

function unproven({ plan, result }: Source): Risk[] {
  const { gapShare, status } = result.solver
  if (gapShare <= plan.solver.gapShare) return []
  return [['A cheaper plan may exist', status, figure(gapShare, 'share'), 'Solve again with more time']]
}

function unserved({ result }: Source): Risk[] {
  const share = result.summary.unservedShare
  if (share < LEAST) return []
  return [['Demand that is not served', 'whole horizon', figure(share, 'share'), 'See what binds']]
}
