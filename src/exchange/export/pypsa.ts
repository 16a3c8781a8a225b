import Papa from 'papaparse'
import { getEnergySource } from '../../catalog/find.ts'
import { listPeriods } from '../../engine/derive/periods.ts'
import { siteEnergy } from '../../engine/derive/power/siteEnergy.ts'
import { listSlices } from '../../engine/derive/slices.ts'
import { gridTco2PerMwh, spotUsdPerMwh } from '../../engine/layers/power/context.ts'
import { runningUsdPerMwh } from '../../engine/layers/power/plant/plant.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import type { SiteBuild } from '../../plan/result/siteBuild.ts'
import type { Plan } from '../../plan/schema/plan.ts'

type SiteEnergy = ReturnType<typeof siteEnergy>
type Rows = readonly Readonly<Record<string, string | number>>[]

const GRID = 'grid'

/**
 * The energy side of a solved plan's last period as a PyPSA CSV folder: a bus a site; the grid, plant and contracts as
 * generators with what the plan built as `p_nom`; storage units; loads by slice as snapshots weighted by their hours.
 * Sun, wind and contracts are bounded in each slice by what they have, standby plant stands still as it does on the plan's
 * ordinary days, and prices are those of the period, with carbon at the plan's price. What PyPSA then dispatches can be
 * compared with the plan's own dispatch, in `generators-p_set.csv`.
 */
export function toPypsaFiles(plan: Plan, catalog: Catalog, result: PlanResult): Map<string, string> {
  const end = result.periods.at(-1)!
  const builds = result.builds.filter((build) => build.period === end)
  const siteOf = (build: SiteBuild) => plan.sites.find((site) => site.id === build.siteId)!
  const periods = listPeriods(plan)
  const energies = new Map(
    plan.sites.map((site) => [site.id, siteEnergy(site, catalog, listSlices(plan), periods)]),
  )
  const gridUsdPerMwh: GridPrice = (build, slice) => {
    const at = { inputs: { periods }, site: siteOf(build), energy: energyOf(build) }
    const t = periods.length - 1
    return spotUsdPerMwh(at, t, slice) + gridTco2PerMwh(at, t, slice) * plan.finance.carbonUsdPerTonne
  }
  const energyOf = (build: SiteBuild) => energies.get(build.siteId)!
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
    builds.flatMap((build) =>
      generatorRows(plan, build, energyOf(build), meanOverSlices(result, build, gridUsdPerMwh)),
    ),
  )
  files.set(
    'storage_units.csv',
    builds.flatMap((build) => storageRows(build, energyOf(build))),
  )
  files.set(
    'loads-p_set.csv',
    bySnapshot(result, builds, (build, slice) => ({ [`${build.siteId} load`]: loadAt(build, slice) })),
  )
  files.set(
    'generators-p_max_pu.csv',
    bySnapshot(result, builds, (build, slice) => mostAt(siteOf(build), energyOf(build), slice)),
  )
  files.set(
    'generators-marginal_cost.csv',
    bySnapshot(result, builds, (build, slice) => ({
      [`${build.siteId} ${GRID}`]: gridUsdPerMwh(build, slice),
    })),
  )
  files.set('generators-p_set.csv', bySnapshot(result, builds, dispatchAt))
  return new Map(
    [...files]
      .filter(([, rows]) => rows.some((row) => Object.keys(row).some((key) => key !== 'snapshot')))
      .map(([name, rows]) => [name, `${Papa.unparse(rows as unknown[], { newline: '\n' })}\n`]),
  )
}

/** Money and energy count all hours that a block stands for; what is stored fills within the block of one day. */
function snapshotRows({ slices }: PlanResult): Rows {
  return slices.map(({ id, hoursUtc, hoursPerPeriod }) => ({
    snapshot: id,
    objective: hoursPerPeriod,
    stores: hoursUtc.length,
    generators: hoursPerPeriod,
  }))
}

function storageRows({ siteId, storageMwBySlice, onSiteMw }: SiteBuild, { storages }: SiteEnergy): Rows {
  return Object.keys(storageMwBySlice).map((id) => {
    const own = storages.find((storage) => storage.id === id)
    const oneWay = Math.sqrt(own?.roundTripShare ?? 1)
    return {
      name: `${siteId} ${id}`,
      bus: siteId,
      p_nom: onSiteMw[id] ?? 0,
      max_hours: own?.durationH ?? 0,
      efficiency_store: oneWay,
      efficiency_dispatch: oneWay,
      cyclic_state_of_charge: 'True',
    }
  })
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

/** Of a MWh of the grid with its carbon, in a slice. */
type GridPrice = (build: SiteBuild, slice: number) => number

function meanOverSlices({ slices }: PlanResult, build: SiteBuild, price: GridPrice): number {
  const hours = slices.reduce((sum, { hoursPerPeriod }) => sum + hoursPerPeriod, 0)
  return slices.reduce((sum, { hoursPerPeriod }, h) => sum + hoursPerPeriod * price(build, h), 0) / hours
}

function generatorRows(plan: Plan, build: SiteBuild, energy: SiteEnergy, gridUsdPerMwh: number): Rows {
  const site = plan.sites.find(({ id }) => id === build.siteId)!
  const { power } = site
  const grid = {
    name: `${site.id} ${GRID}`,
    bus: site.id,
    carrier: GRID,
    p_nom: build.contractedMw + build.flexibleMw,
    marginal_cost: gridUsdPerMwh,
  }
  const plant = power.onSite
    .filter(({ id }) => !(id in build.storageMwBySlice))
    .map((own) => {
      const source = energy.sources.find(({ id }) => id === own.id)
      return {
        name: `${site.id} ${own.id}`,
        bus: site.id,
        carrier: own.energySourceId,
        p_nom: build.onSiteMw[own.id] ?? 0,
        marginal_cost: source ? runningUsdPerMwh({ inputs: { plan } }, source) : 0,
      }
    })
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

/** Share of their size that plant and contracts can give in a slice. */
function mostAt(site: Plan['sites'][number], energy: SiteEnergy, slice: number): Record<string, number> {
  const virtual = new Set(site.power.contracts.filter(({ kind }) => kind === 'virtual').map(({ id }) => id))
  return Object.fromEntries([
    ...energy.sources.map(
      (own) => [`${site.id} ${own.id}`, own.kind === 'standby' ? 0 : (own.availability[slice] ?? 1)] as const,
    ),
    ...energy.contracts
      .filter(({ id }) => !virtual.has(id))
      .map((own) => [`${site.id} ${own.id}`, own.profile[slice] ?? 1] as const),
  ])
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
