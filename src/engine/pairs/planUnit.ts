import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { AcceleratorRow } from '../../plan/catalog/hardwareRows.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { PlanAccelerator } from '../../plan/schema/supply.ts'
import { catalogPrice, serverKw } from './systemPrice.ts'

/** Until the planner says better: a year's quarter of waiting, and as many units a quarter as a mid-sized order. */
const USUAL = { leadMonths: 9, supplyUnitsPerPeriod: 100 }

/**
 * An accelerator of the catalog as a unit that the plan may buy: the system that the catalog has of it, else a server
 * of its usual size at the catalog's range. Undefined where neither price nor power is known.
 */
export function planUnit(row: AcceleratorRow, catalog: Catalog, plan: Plan): PlanAccelerator | undefined {
  const system = catalog.systems.find((own) => own.acceleratorId === row.id && own.priceUsd !== null)
  const accelPerUnit = system?.accelCount ?? row.accelPerServer
  const price = catalogPrice(catalog, row)
  const kw = system?.itKw ?? (serverKw(row) ?? 0) * accelPerUnit
  if (price === null || kw === 0) return undefined
  const isLiquid = !/^air/i.test(system?.cooling ?? row.cooling)
  const origin =
    price.of === 'system' ? system?.source : 'estimate: accelerator price times the usual ratio of systems'
  return PlanAccelerator.parse({
    id: newName(row.id, plan),
    catalogAcceleratorId: row.id,
    accelPerUnit,
    unitItKw: Number(kw.toPrecision(3)),
    priceUsdPerUnit: Number((price.usd * accelPerUnit).toPrecision(4)),
    cooling: isLiquid ? 'liquid' : 'air',
    ...USUAL,
    note: `Price: ${origin} (${price.of === 'system' ? system?.grade : 'C'}); lead time and supply are placeholders (C)`,
  })
}

function newName(id: string, { accelerators }: Plan): string {
  const taken = new Set(accelerators.map((own) => own.id))
  let name = id
  for (let n = 2; taken.has(name); n++) name = `${id}-${n}`
  return name
}
