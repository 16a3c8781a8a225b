import type { Catalog } from '../plan/catalog/catalog.ts'
import { AppFault, type InputFault } from '../plan/fault.ts'
import type { Plan } from '../plan/schema/plan.ts'
import { estimateAccelerator } from './custom/estimateAccelerator.ts'
import { estimateModel } from './custom/estimateModel.ts'
import { nameKey } from './nameKey.ts'
import { withOverrides } from './withOverrides.ts'

type Custom = Pick<Plan, 'customAccelerators' | 'customModels'>

/** The catalog as a plan sees it: with the plan's own hardware and models, then with its overrides. */
export function planCatalog(plan: Custom & Pick<Plan, 'catalogOverrides'>, shipped: Catalog): Catalog {
  return withOverrides(withCustomRows(plan, shipped), plan.catalogOverrides)
}

/** The same; the shipped one where an override of the plan does not fit, so that the plan can still be read and mended. */
export function catalogSeen(plan: Plan, shipped: Catalog): Catalog {
  try {
    return planCatalog(plan, shipped)
  } catch (error) {
    if (error instanceof AppFault) return shipped
    throw error
  }
}

/** The catalog with the plan's own rows behind the shipped ones; a name that the catalog has already is a fault. */
function withCustomRows({ customAccelerators, customModels }: Custom, shipped: Catalog): Catalog {
  if (customAccelerators.length + customModels.length === 0) return shipped
  const faults: InputFault[] = []
  const accelerators = addRows(
    { list: 'customAccelerators', items: customAccelerators, rows: shipped.accelerators, faults },
    (item, rows) => estimateAccelerator(item, rows),
    (row) => row.accelerator,
  )
  const models = addRows(
    { list: 'customModels', items: customModels, rows: shipped.models, faults },
    (item, rows) => estimateModel(item, rows),
    (row) => row.model,
  )
  if (faults.length > 0)
    throw new AppFault('bad-input', 'Rows of the plan do not go with the catalog', faults)
  return { ...shipped, accelerators, models }
}

interface Item {
  readonly id: string
  readonly name: string
  readonly likeId?: string | undefined
}

interface Adding<T, R> {
  readonly list: string
  readonly items: readonly T[]
  readonly rows: readonly R[]
  readonly faults: InputFault[]
}

function addRows<T extends Item, R extends { readonly id: string; readonly aliases: readonly string[] }>(
  { list, items, rows, faults }: Adding<T, R>,
  estimate: (item: T, rows: readonly R[]) => R | undefined,
  nameOf: (row: R) => string,
): R[] {
  const known = new Set(rows.flatMap((row) => [row.id, nameOf(row), ...row.aliases].map(nameKey)))
  const added = items.flatMap((item, index) => {
    const names = [...new Set([item.id, item.name].map(nameKey))]
    const taken = names.find((name) => known.has(name))
    if (taken !== undefined) {
      const isId = nameKey(item.id) === taken
      faults.push({
        path: `${list}[${index}].${isId ? 'id' : 'name'}`,
        value: isId ? item.id : item.name,
        expected:
          'a name that no row of the catalog or of the plan has yet; override values of shipped rows instead',
      })
      return []
    }
    for (const name of names) known.add(name)
    const row = estimate(item, rows)
    if (row) return [row]
    faults.push({
      path: `${list}[${index}].likeId`,
      value: item.likeId,
      expected: 'the catalog id of a relative of the same kind (dense or mixture of experts), or nothing',
    })
    return []
  })
  return [...rows, ...added]
}
