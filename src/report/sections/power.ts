import { MONTHS_PER_QUARTER } from '../../plan/calendar.ts'
import type { SiteBuild } from '../../plan/result/siteBuild.ts'
import { MWH_PER_GWH } from '../../plan/units.ts'
import {
  type Cell,
  type Chart,
  figure,
  number,
  quarter,
  type Section,
  section,
  type Table,
  withTotal,
  words,
} from '../document.ts'
import { byPeriod, lastBuilds, type Source, siteName, sumOf } from '../source.ts'
import { oneLines } from './oneLines.ts'
import { dayCharts } from './powerCharts.ts'

export function powerSection(source: Source): Section {
  const w = source.words.power
  const last = lastBuilds(source)
  return section('power', w.heading, {
    paragraphs: [
      w.holds(
        source.end,
        figure(
          sumOf(last, (build) => build.contractedMw),
          'MW',
        ),
        figure(sumOf(last, (build) => build.energyMwh) / MWH_PER_GWH, 'GWh'),
      ),
    ],
    charts: [powerChart(source), ...dayCharts(source), ...oneLines(source)],
    tables: [
      siteTable(source),
      quarterTable(source),
      tariffTable(source),
      ...contractTables(source),
      ...plantTables(source),
      dispatchTable(source),
    ],
  })
}

function powerChart(source: Source): Chart {
  const w = source.words.power
  return {
    title: w.chart,
    kind: 'lines',
    unit: 'MW',
    labels: source.result.periods,
    series: [
      { name: w.contracted, values: byPeriod(source, (build) => build.contractedMw) },
      { name: w.billed, values: byPeriod(source, (build) => build.billedMw) },
      { name: w.peak, values: byPeriod(source, (build) => build.peakMw) },
    ],
  }
}

function siteTable(source: Source): Table {
  const w = source.words.power
  const rows = lastBuilds(source).map((build) => [
    siteName(source, build.siteId),
    source.plan.sites.find((site) => site.id === build.siteId)?.power.gridLimitMw ?? null,
    build.contractedMw,
    build.flexibleMw,
    build.releasedMw,
    build.peakMw,
    build.meteredMw,
    build.billedMw,
    build.energyMwh / MWH_PER_GWH,
  ])
  const table: Table = {
    id: 'power-by-site',
    title: w.bySite(source.end),
    columns: [
      words(w.site),
      number(w.limit, 'MW'),
      number(w.contracted, 'MW'),
      number(w.curtailable, 'MW'),
      number(w.givenUp, 'MW'),
      number(w.designPeak, 'MW'),
      number(w.meteredPeak, 'MW'),
      number(w.billed, 'MW'),
      number(w.energy, 'GWh'),
    ],
    rows,
  }
  return withTotal(source.words.frame.total, table)
}

function quarterTable(source: Source): Table {
  const w = source.words.power
  const columns: readonly [string, string, (build: SiteBuild) => number][] = [
    [w.contracted, 'MW', (build) => build.contractedMw],
    [w.peak, 'MW', (build) => build.peakMw],
    [w.metered, 'MW', (build) => build.meteredMw],
    [w.billed, 'MW', (build) => build.billedMw],
    [w.itInUse, 'MW', (build) => build.usedItMw],
    [w.energy, 'GWh', (build) => build.energyMwh / MWH_PER_GWH],
  ]
  const values = columns.map(([, , pick]) => byPeriod(source, pick))
  return {
    id: 'power-by-quarter',
    title: w.byQuarter,
    columns: [quarter(w.quarter), ...columns.map(([title, unit]) => number(title, unit))],
    rows: source.result.periods.map((period, index) => [period, ...values.map((own) => own[index]!)]),
  }
}

/** What each site's demand charge is made of; the look-back in months. */
function tariffTable({ plan, words: { power: w } }: Source): Table {
  const rows = plan.sites.map(({ name, power }): Cell[] => [
    name,
    power.demandChargeUsdPerKwMonth,
    power.minimumTakeShare,
    power.ratchetShare,
    power.ratchetMonths ?? power.ratchetQuarters * MONTHS_PER_QUARTER,
    power.ratchetOnlyMonths.length > 0 ? power.ratchetOnlyMonths.join(', ') : w.allMonths,
  ])
  const columns = [
    words(w.site),
    number(w.demandCharge, '$/kW-month'),
    number(w.minimumTake, 'share'),
    number(w.ratchet, 'share'),
    number(w.lookBack, 'months'),
    words(w.ratchetMonths),
  ]
  return { id: 'power-tariff', title: w.tariff, columns, rows }
}

function contractTables({ plan, names, result, end, words: { power: w } }: Source): Table[] {
  const rows = plan.sites.flatMap((site) =>
    site.power.contracts.map((contract): Cell[] => [
      site.name,
      names.supply(contract.id, site.id),
      w.kinds[contract.kind]!,
      contract.maxMw,
      result.builds.find((build) => build.siteId === site.id && build.period === end)?.contractMw[
        contract.id
      ] ?? 0,
      contract.usdPerMwh ?? null,
      contract.start,
      contract.termYears,
      contract.takeOrPayShare,
    ]),
  )
  if (rows.length === 0) return []
  const columns = [
    words(w.site),
    words(w.source),
    words(w.kind),
    number(w.atMost, 'MW'),
    number(w.inForce(end), 'MW'),
    number(w.price, '$/MWh'),
    quarter(w.from),
    number(w.term, 'years'),
    number(w.takeOrPay, 'share'),
  ]
  return [{ id: 'power-contracts', title: w.contracts, columns, rows }]
}

function plantTables({ plan, names, result, end, words: { power: w } }: Source): Table[] {
  const rows = plan.sites.flatMap((site) =>
    site.power.onSite.map((plant): Cell[] => [
      site.name,
      names.supply(plant.id, site.id),
      plant.maxMw,
      result.builds.find((build) => build.siteId === site.id && build.period === end)?.onSiteMw[plant.id] ??
        0,
    ]),
  )
  if (rows.length === 0) return []
  const columns = [words(w.site), words(w.plant), number(w.atMost, 'MW'), number(w.installed(end), 'MW')]
  return [{ id: 'plant', title: w.plantTitle, columns, rows }]
}

/** Mean MW of each block of hours, site by site. */
function dispatchTable(source: Source): Table {
  const w = source.words.power
  const { result, end, names } = source
  const flows = (build: SiteBuild): [string, readonly number[]][] => [
    [w.grid, build.drawnMwBySlice],
    ...Object.entries({ ...build.generatedMwBySlice, ...build.contractMwBySlice }).map(
      ([id, mw]): [string, readonly number[]] => [names.supply(id, build.siteId), mw],
    ),
    ...Object.entries(build.storageMwBySlice).flatMap(
      ([id, { charged, discharged }]): [string, number[]][] => [
        [w.out(names.supply(id, build.siteId)), discharged],
        [w.in(names.supply(id, build.siteId)), charged.map((mw) => -mw)],
      ],
    ),
  ]
  return {
    id: 'dispatch',
    title: w.dispatch(end),
    columns: [
      words(w.site),
      words(w.from),
      ...result.slices.map((slice) =>
        number(
          `${w.days[slice.dayType] ?? slice.dayType} ${slice.hoursUtc[0]}-${slice.hoursUtc.at(-1)! + 1} h`,
          'MW',
        ),
      ),
    ],
    rows: lastBuilds(source).flatMap((build) =>
      flows(build)
        .filter(([, values]) => values.length === result.slices.length)
        .map(([name, values]): Cell[] => [siteName(source, build.siteId), name, ...values]),
    ),
  }
}
