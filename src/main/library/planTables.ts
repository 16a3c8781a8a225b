import { readPlan } from '../../plan/readPlan.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import * as entities from './entities.ts'
import { type Entity, fromRow, type Item, type Row, toRow } from './entities.ts'
import type { Db } from './openDatabase.ts'

const OWNED = ['region', 'demand', 'model', 'accelerator', 'site', 'lease', 'catalog_override'] as const

/** Replaces the rows of a plan's things; the plan's own row must be there. */
export function writePlanTables(db: Db, planId: string, plan: Plan): void {
  for (const table of OWNED) db.prepare(`DELETE FROM ${table} WHERE plan_id = ?`).run(planId)
  writeList(db, planId, entities.REGION, plan.regions)
  writeList(db, planId, entities.MODEL, plan.models)
  writeList(db, planId, entities.ACCELERATOR, plan.accelerators)
  writeList(db, planId, entities.LEASE, plan.distribution.leases)
  writeList(db, planId, entities.OVERRIDE, plan.catalogOverrides)
  plan.demand.forEach(({ regionShares, ...demand }, position) => {
    insert(db, 'demand', { plan_id: planId, position, ...toRow(entities.DEMAND, demand) })
    for (const [regionId, share] of Object.entries(regionShares))
      insert(db, 'demand_share', { plan_id: planId, demand_id: demand.id, region_id: regionId, share })
  })
  plan.sites.forEach(({ facility, power, ...site }, position) => {
    const key = { plan_id: planId, site_id: site.id }
    insert(db, 'site', { plan_id: planId, position, ...toRow(entities.SITE, site) })
    insert(db, 'facility', { ...key, ...toRow(entities.FACILITY, facility) })
    insert(db, 'grid', { ...key, ...toRow(entities.GRID, power) })
  })
}

/** What of a plan stands in its own row, beside name, description and horizon. */
export function planRest(plan: Plan): string {
  const { id: _id, name: _name, description: _description, regions, demand, models, ...rest } = plan
  const { accelerators, sites, distribution, catalogOverrides, ...own } = rest
  const { leases, ...links } = distribution
  return JSON.stringify({ ...own, distribution: links })
}

/** Puts a plan together from its tables, and checks it as any plan that comes from outside. */
export function readPlanTables(db: Db, row: { id: string; name: string; description: string; rest: string }) {
  const rest = JSON.parse(row.rest) as Item & { distribution: Item }
  const list = (entity: Entity): Item[] =>
    selectAll(db, entity.table, row.id, 'ORDER BY position').map((own) => fromRow(entity, own))
  const shares = selectAll(db, 'demand_share', row.id)
  const facilities = selectAll(db, 'facility', row.id)
  const grids = selectAll(db, 'grid', row.id)
  return readPlan({
    ...rest,
    id: row.id,
    name: row.name,
    description: row.description,
    regions: list(entities.REGION),
    models: list(entities.MODEL),
    accelerators: list(entities.ACCELERATOR),
    distribution: { ...rest.distribution, leases: list(entities.LEASE) },
    catalogOverrides: list(entities.OVERRIDE),
    demand: list(entities.DEMAND).map((demand) => ({
      ...demand,
      regionShares: Object.fromEntries(
        shares
          .filter((share) => share.demand_id === demand.id)
          .map((share) => [share.region_id, share.share]),
      ),
    })),
    sites: list(entities.SITE).map((site) => ({
      ...site,
      facility: fromRow(entities.FACILITY, facilities.find((own) => own.site_id === site.id)!),
      power: fromRow(entities.GRID, grids.find((own) => own.site_id === site.id)!),
    })),
  })
}

function writeList(db: Db, planId: string, entity: Entity, items: readonly Item[]): void {
  items.forEach((item, position) => {
    insert(db, entity.table, { plan_id: planId, position, ...toRow(entity, item) })
  })
}

function selectAll(db: Db, table: string, planId: string, order = ''): Row[] {
  return db.prepare(`SELECT * FROM ${table} WHERE plan_id = ? ${order}`).all(planId) as Row[]
}

function insert(db: Db, table: string, row: Row): void {
  const columns = Object.keys(row)
  const names = columns.map((column) => `"${column}"`).join(', ')
  const values = columns.map((column) => `@${column}`).join(', ')
  db.prepare(`INSERT INTO ${table} (${names}) VALUES (${values})`).run(row)
}
