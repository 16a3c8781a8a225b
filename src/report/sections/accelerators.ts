import { getAccelerator } from '../../catalog/find.ts'
import type { PlanAccelerator } from '../../plan/schema/supply.ts'
import { unitKw } from '../../plan/unitPower.ts'
import {
  type Cell,
  type Chart,
  number,
  quarter,
  type Section,
  section,
  type Table,
  withTotal,
  words,
} from '../document.ts'
import { buildsOf, byPeriod, LEAST, lastBuilds, type Source, siteName, sumOf } from '../source.ts'

export function acceleratorsSection(source: Source): Section {
  const w = source.words.accelerators
  return section('accelerators', w.heading, {
    paragraphs: [w.about],
    charts: [unitsChart(source)],
    tables: [
      kindTable(source),
      boughtTable(source),
      ...trainingTables(source),
      placementTable(source),
      ...deploymentTables(source),
      purchaseTable(source),
      ...retirementTables(source),
    ],
  })
}

function unitName({ names, words }: Source, { id, accelPerUnit }: PlanAccelerator): string {
  return words.accelerators.unitOf(names.accelerator(id), accelPerUnit)
}

function nameOf(source: Source, acceleratorId: string): string {
  const own = source.plan.accelerators.find((item) => item.id === acceleratorId)
  return own ? unitName(source, own) : acceleratorId
}

function unitsChart(source: Source): Chart {
  const w = source.words.accelerators
  return {
    title: w.chart,
    kind: 'stack',
    unit: 'units',
    labels: source.result.periods,
    series: source.plan.accelerators.map((own) => ({
      name: unitName(source, own),
      values: byPeriod(source, (build) => build.unitsByAccelerator[own.id] ?? 0),
    })),
  }
}

function kindTable(source: Source): Table {
  const w = source.words.accelerators
  return {
    id: 'accelerator-kinds',
    title: w.kinds,
    columns: [
      words(w.unit),
      words(w.id),
      number(w.accelerators),
      number(w.itLoad, 'kW'),
      number(w.price, 'k$'),
      number(w.priceChange, 'share'),
      number(w.lead, 'months'),
      number(w.supply, 'units a period'),
      words(w.restriction),
    ],
    rows: source.plan.accelerators.map((own) => [
      unitName(source, own),
      own.id,
      own.accelPerUnit,
      unitKw(own),
      own.priceUsdPerUnit / 1000,
      own.priceChangePerYear,
      own.leadMonthsByPeriod.at(-1) ?? own.leadMonths,
      own.supplyUnitsByPeriod.at(-1) ?? own.supplyUnitsPerPeriod,
      getAccelerator(source.catalog, own.catalogAcceleratorId).exportRestriction,
    ]),
  }
}

function boughtTable(source: Source): Table {
  const w = source.words.accelerators
  const { accelerators } = source.plan
  const rows = lastBuilds(source).map((build): Cell[] => [
    siteName(source, build.siteId),
    ...accelerators.flatMap(({ id }) => [
      build.boughtByAccelerator[id] ?? 0,
      build.unitsByAccelerator[id] ?? 0,
    ]),
  ])
  const table: Table = {
    id: 'units-by-site',
    title: w.bySite(source.end),
    columns: [
      words(w.site),
      ...accelerators.flatMap(({ id }) => {
        const name = source.names.accelerator(id)
        return [number(w.bought(name), 'units'), number(w.inService(name), 'units')]
      }),
    ],
    rows,
  }
  return withTotal(source.words.frame.total, table)
}

/** Units that serve no tokens; no table where there are none. */
function trainingTables(source: Source): Table[] {
  const w = source.words.accelerators
  if (source.plan.training.length === 0) return []
  return [
    {
      id: 'training',
      title: w.training,
      columns: [
        words(w.id),
        words(w.site),
        words(w.unit),
        number(w.units),
        quarter(w.from),
        quarter(w.until),
      ],
      rows: source.plan.training.map((own): Cell[] => [
        own.id,
        siteName(source, own.siteId),
        nameOf(source, own.acceleratorId),
        own.units,
        own.from,
        own.until ?? source.end,
      ]),
    },
  ]
}

/** Which model runs on which units at which site in the last quarter. */
function placementTable(source: Source): Table {
  const w = source.words.accelerators
  const { result, end, names } = source
  const last = result.placements.filter((item) => item.period === end && item.units > LEAST)
  const groups = Map.groupBy(last, (item) => `${item.siteId} ${item.modelId} ${item.acceleratorId}`)
  const isApart = last.some((item) => item.prefillUnits !== undefined)
  const rows = [...groups.values()].map((own): Cell[] => [
    siteName(source, own[0]!.siteId),
    names.model(own[0]!.modelId),
    nameOf(source, own[0]!.acceleratorId),
    own.map((item) => names.taskClass(item.classId)).join(', '),
    sumOf(own, (item) => item.units),
    ...(isApart ? [sumOf(own, (item) => item.prefillUnits ?? 0)] : []),
    sumOf(own, (item) => item.tokS) / 1e6,
  ])
  const table: Table = {
    id: 'placement',
    title: w.placement(end),
    columns: [
      words(w.site),
      words(w.model),
      words(w.unit),
      words(w.classes),
      number(w.busy, 'units'),
      ...(isApart ? [number(w.prefill, 'units')] : []),
      number(w.serves, 'Mtok/s'),
    ],
    rows,
  }
  return withTotal(source.words.frame.total, table)
}

/** Where models with a licence or with replicas that stand ready are deployed; no table where there are none. */
function deploymentTables(source: Source): Table[] {
  const w = source.words.accelerators
  const { plan, result } = source
  if (result.deployments.length === 0) return []
  const groups = Map.groupBy(result.deployments, ({ siteId, modelId }) => `${siteId} ${modelId}`)
  const rows = [...groups.values()].map((own): Cell[] => {
    const { siteId, modelId } = own[0]!
    const model = plan.models.find(({ id }) => id === modelId)
    const held = own.map(({ heldUnitsBySlice }) =>
      Math.max(0, ...sliceTotals(Object.values(heldUnitsBySlice))),
    )
    return [
      source.names.model(modelId),
      siteName(source, siteId),
      own[0]!.period,
      own.at(-1)!.period,
      (model?.licenceUsdPerSiteYear ?? 0) / 1000,
      model?.minimumReplicas ?? 0,
      Math.max(...held),
    ]
  })
  return [
    {
      id: 'deployments',
      title: w.deployments,
      columns: [
        words(w.model),
        words(w.site),
        quarter(w.from),
        quarter(w.until),
        number(w.licence, 'k$'),
        number(w.replicas),
        number(w.held, 'units'),
      ],
      rows,
    },
  ]
}

/** Sum over accelerators, slice by slice. */
function sliceTotals(held: readonly (readonly number[])[]): number[] {
  return (held[0] ?? []).map((_, slice) => sumOf(held, (units) => units[slice] ?? 0))
}

/** Units added in each quarter at each site. */
function purchaseTable(source: Source): Table {
  const w = source.words.accelerators
  const rows = source.plan.sites.flatMap((site) =>
    source.plan.accelerators.flatMap(({ id }) => {
      const builds = buildsOf(source, site.id)
      return builds.flatMap((build, index): Cell[][] => {
        const before = index > 0 ? (builds[index - 1]!.boughtByAccelerator[id] ?? 0) : 0
        const added = (build.boughtByAccelerator[id] ?? 0) - before
        return added > LEAST ? [[build.period, site.name, nameOf(source, id), added]] : []
      })
    }),
  )
  return {
    id: 'purchases',
    title: w.purchases,
    columns: [quarter(w.delivered), words(w.site), words(w.unit), number(w.units, 'units')],
    rows: rows.toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
  }
}

/** Units that leave service within the horizon, by site and age, and what is paid for them; no table where none do. */
function retirementTables(source: Source): Table[] {
  const w = source.words.accelerators
  const { retirements } = source.result
  if (retirements.length === 0) return []
  const rows = retirements.map((own): Cell[] => [
    own.period,
    siteName(source, own.siteId),
    nameOf(source, own.acceleratorId),
    own.boughtPeriod,
    own.ageYears,
    own.isEarly ? w.chosen : w.planned,
    own.units,
    own.saleMusd,
  ])
  const table: Table = {
    id: 'retirements',
    title: w.retirements,
    columns: [
      quarter(w.leaves),
      words(w.site),
      words(w.unit),
      quarter(w.delivered),
      number(w.age, 'years'),
      words(w.whose),
      number(w.units, 'units'),
      number(w.sale, 'M$'),
    ],
    rows,
  }
  return [withTotal(source.words.frame.total, table)]
}
