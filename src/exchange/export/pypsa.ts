import Papa from 'papaparse'
import { getEnergySource } from '../../catalog/find.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { PlanResult, SiteBuild } from '../../plan/result/result.ts'
import type { Plan } from '../../plan/schema/plan.ts'

type Rows = readonly Readonly<Record<string, string | number>>[]

/** Price at which a site's load goes unserved, as the plan has it; the grid's own price comes from its region. */
const GRID = 'grid'

/**
 * The energy side of a solved plan's last period as a PyPSA CSV folder: a bus a site; the grid, plant and contracts as
 * generators with what the plan built as `p_nom`; storage units; loads by slice as snapshots weighted by their hours.
 * What PyPSA then dispatches can be compared with the plan's own dispatch, in `generators-p_set.csv`.
 */
export function toPypsaFiles(plan: Plan, catalog: Catalog, result: PlanResult): Map<string, string> {
  const end = result.periods.at(-1)!
  const builds = result.builds.filter((build) => build.period === end)
  const siteOf = (build: SiteBuild) => plan.sites.find((site) => site.id === build.siteId)!
  const files = new Map<string, Rows>()
  files.set('network.csv', [{ name: `${plan.id} ${end}`, pypsa_version: '0.30.0' }])
  files.set('snapshots.csv', snapshotRows(result))
  files.set('carriers.csv', listCarriers(plan, catalog))
  files.set(
    'buses.csv',
    plan.sites.map(({ id }) => ({ name: id, carrier: 'AC' })),
  )
  files.set(
    'loads.csv',
    builds.map(({ siteId }) => ({ name: `${siteId} load`, bus: siteId })),
  )
  files.set(
    'generators.csv',
    builds.flatMap((build) => generatorRows(siteOf(build), build, catalog)),
  )
  files.set(
    'storage_units.csv',
    builds.flatMap((build) => storageRows(siteOf(build), build)),
  )
  files.set(
    'loads-p_set.csv',
    bySnapshot(result, builds, (build, slice) => ({ [`${build.siteId} load`]: loadAt(build, slice) })),
  )
  files.set('generators-p_set.csv', bySnapshot(result, builds, dispatchAt))
  return new Map(
    [...files]
      .filter(([, rows]) => rows.length > 0)
      .map(([name, rows]) => [name, `${Papa.unparse(rows as unknown[], { newline: '\n' })}\n`]),
  )
}

function snapshotRows({ slices }: PlanResult): Rows {
  return slices.map(({ id, hoursPerPeriod }) => ({
    snapshot: id,
    objective: hoursPerPeriod,
    stores: hoursPerPeriod,
    generators: hoursPerPeriod,
  }))
}

function storageRows(site: Plan['sites'][number], build: SiteBuild): Rows {
  return Object.keys(build.storageMwBySlice).map((id) => ({
    name: `${site.id} ${id}`,
    bus: site.id,
    p_nom: build.onSiteMw[id] ?? 0,
    max_hours: site.power.onSite.find((own) => own.id === id)?.durationH ?? 4,
    cyclic_state_of_charge: 'True',
  }))
}

function listCarriers(plan: Plan, catalog: Catalog): Rows {
  const ids = new Set(
    plan.sites.flatMap(({ power }) => [...power.onSite, ...power.contracts].map((own) => own.energySourceId)),
  )
  return [
    { name: 'AC' },
    { name: GRID },
    ...[...ids].map((id) => ({ name: getEnergySource(catalog, id).id })),
  ]
}

function generatorRows(site: Plan['sites'][number], build: SiteBuild, catalog: Catalog): Rows {
  const { power } = site
  const region = catalog.regions.find((row) => row.id === site.catalogRegionId)
  const price = power.energyUsdPerMwh ?? region?.priceUsdMwh ?? 0
  const grid = {
    name: `${site.id} ${GRID}`,
    bus: site.id,
    carrier: GRID,
    p_nom: build.contractedMw + build.flexibleMw,
    marginal_cost: price,
  }
  const plant = power.onSite
    .filter(({ id }) => !(id in build.storageMwBySlice))
    .map((own) => ({
      name: `${site.id} ${own.id}`,
      bus: site.id,
      carrier: own.energySourceId,
      p_nom: build.onSiteMw[own.id] ?? 0,
      marginal_cost: own.variableUsdPerMwh ?? 0,
    }))
  const contracts = power.contracts
    .filter(({ kind }) => kind !== 'virtual')
    .map((own) => ({
      name: `${site.id} ${own.id}`,
      bus: site.id,
      carrier: own.energySourceId,
      p_nom: build.contractMw[own.id] ?? 0,
      marginal_cost: 0,
    }))
  return [grid, ...plant, ...contracts]
}

/** What the site takes in a slice: all that flows in, less what goes into storage. */
function loadAt(build: SiteBuild, slice: number): number {
  const flows = [
    build.drawnMwBySlice,
    ...Object.values(build.generatedMwBySlice),
    ...Object.values(build.contractMwBySlice),
  ]
  const stored = Object.values(build.storageMwBySlice).reduce(
    (sum, own) => sum + (own.discharged[slice] ?? 0) - (own.charged[slice] ?? 0),
    0,
  )
  return flows.reduce((sum, own) => sum + (own[slice] ?? 0), stored)
}

function dispatchAt(build: SiteBuild, slice: number): Record<string, number> {
  const named = (id: string, own: readonly number[]) => [`${build.siteId} ${id}`, own[slice] ?? 0] as const
  return Object.fromEntries([
    named(GRID, build.drawnMwBySlice),
    ...Object.entries(build.generatedMwBySlice).map(([id, own]) => named(id, own)),
    ...Object.entries(build.contractMwBySlice).map(([id, own]) => named(id, own)),
  ])
}

function bySnapshot(
  result: PlanResult,
  builds: readonly SiteBuild[],
  read: (build: SiteBuild, slice: number) => Record<string, number>,
): Rows {
  return result.slices.map(({ id }, slice) =>
    Object.assign({ snapshot: id }, ...builds.map((build) => read(build, slice))),
  )
}
