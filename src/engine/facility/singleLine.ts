import { planCatalog } from '../../catalog/planCatalog.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { siteTrain, type TrainLine } from './siteTrain.ts'
import { STANDBY_GENERATOR } from './trainParts.ts'

export type SymbolKind =
  | 'grid'
  | 'plant'
  | 'storage'
  | 'contract'
  | 'transformer'
  | 'switchgear'
  | 'generator'
  | 'ups'
  | 'racks'
  | 'cooling'

/** A symbol of the diagram: so many units of one kind. */
export interface LineNode {
  readonly id: string
  readonly kind: SymbolKind
  /** Purpose or technology in the catalog's words. */
  readonly name: string
  /** Units that stand; null where the thing has no units (the grid, racks). */
  readonly units: number | null
  /** Size of one unit, or the MW of what has none. */
  readonly size: number
  readonly unit: string
  readonly scheme: string | null
  /** Load over all units' size, at design conditions; null where it says nothing. */
  readonly loadShare: number | null
}

export interface LineEdge {
  readonly from: string
  readonly to: string
}

export interface SingleLineGraph {
  readonly nodes: readonly LineNode[]
  readonly edges: readonly LineEdge[]
}

const KINDS: Readonly<Record<string, SymbolKind>> = {
  xfmr_hv_100: 'transformer',
  swgr_mv: 'switchgear',
  xfmr_mv_3: 'transformer',
  [STANDBY_GENERATOR]: 'generator',
  ups_1875: 'ups',
}
const COOLING = ['cdu_1300', 'crah_200', 'chiller_ac_1500', 'drycooler_1500', 'tower_3500']
/** What an order of magnitude less than is nothing, MW. */
const LEAST_MW = 1e-6

/**
 * Single-line diagram of a site in one period, from the units that its rooms need and the plant that is built:
 *
 *   grid -> high-voltage transformer -> switchgear -> medium-voltage transformer -> UPS -> racks
 *   generators, plant, storage and direct contracts -> switchgear;  medium-voltage transformer -> cooling
 */
export function singleLine(
  plan: Plan,
  shipped: Catalog,
  result: PlanResult,
  siteId: string,
  period: string,
): SingleLineGraph {
  const site = plan.sites.find((own) => own.id === siteId)
  const build = result.builds.find((own) => own.siteId === siteId && own.period === period)
  if (!site || !build || build.builtItMw <= LEAST_MW) return { nodes: [], edges: [] }
  const catalog = planCatalog(plan, shipped)
  const train = siteTrain(site, catalog, plan.horizon.start, [{ period, itMw: build.builtItMw }])
  const lines = new Map(train.map((line) => [line.equipmentId, line]))
  const nodes: LineNode[] = []
  const edges: LineEdge[] = []
  const add = (node: LineNode, ...from: string[]) => {
    nodes.push(node)
    edges.push(...from.map((own) => ({ from: own, to: node.id })))
  }
  const bare = { units: null, scheme: null, loadShare: null, unit: 'MW' }
  const gridMw = build.contractedMw + build.flexibleMw
  const feeds: string[] = []
  if (gridMw > LEAST_MW) {
    add({ ...bare, id: 'grid', kind: 'grid', name: 'Grid', size: gridMw })
    const high = lines.get('xfmr_hv_100')
    if (high) add(toNode(high), 'grid')
    feeds.push(high ? high.equipmentId : 'grid')
  }
  for (const plant of site.power.onSite) {
    const mw = build.onSiteMw[plant.id] ?? 0
    if (mw <= LEAST_MW) continue
    const row = catalog.energy_sources.find((own) => own.id === plant.energySourceId)
    const units = Math.round(mw / plant.unitMw)
    const kind = row?.kind === 'storage' ? 'storage' : 'plant'
    const id = `plant.${plant.id}`
    add({ ...bare, id, kind, name: row?.technology ?? plant.id, units, size: plant.unitMw })
    feeds.push(id)
  }
  for (const contract of site.power.contracts) {
    const mw = build.contractMw[contract.id] ?? 0
    if (!contract.isDirect || mw <= LEAST_MW) continue
    const row = catalog.energy_sources.find((own) => own.id === contract.energySourceId)
    const name = row?.technology ?? contract.id
    add({ ...bare, id: `contract.${contract.id}`, kind: 'contract', name, size: mw })
    feeds.push(`contract.${contract.id}`)
  }
  const generators = lines.get(STANDBY_GENERATOR)
  if (generators) {
    add(toNode(generators))
    feeds.push(generators.equipmentId)
  }
  const chain = ['swgr_mv', 'xfmr_mv_3', 'ups_1875'].flatMap((id) => lines.get(id) ?? [])
  let before = feeds
  for (const line of chain) {
    add(toNode(line), ...before)
    before = [line.equipmentId]
  }
  add({ ...bare, id: 'racks', kind: 'racks', name: 'Racks', size: build.builtItMw }, ...before)
  const mains = lines.has('xfmr_mv_3') ? ['xfmr_mv_3'] : feeds
  for (const id of COOLING) {
    const line = lines.get(id)
    if (line) add(toNode(line), ...mains)
  }
  return { nodes, edges }
}

function toNode(line: TrainLine): LineNode {
  return {
    id: line.equipmentId,
    kind: KINDS[line.equipmentId] ?? 'cooling',
    name: line.purpose,
    units: line.installed,
    size: line.unitSize,
    unit: line.unit,
    scheme: line.scheme,
    loadShare: line.load / (line.installed * line.unitSize),
  }
}
