import { planCatalog } from '../../catalog/planCatalog.ts'
import { supplyNames } from '../../catalog/supplyNames.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import type { SiteBuild } from '../../plan/result/siteBuild.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { Site } from '../../plan/schema/site.ts'
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
  const sources = [
    ...gridFeed(build, lines),
    ...plantFeeds(site, build, catalog),
    ...contractFeeds(site, build, catalog),
    ...linesOf(lines, [STANDBY_GENERATOR]).map((line) => [toNode(line)]),
  ]
  const feeds = sources.map((feed) => feed.at(-1)!.id)
  const racks = bareNode('racks', 'racks', 'Racks', build.builtItMw)
  const chain = [...linesOf(lines, ['swgr_mv', 'xfmr_mv_3', 'ups_1875']).map(toNode), racks]
  const cooling = linesOf(lines, COOLING).map(toNode)
  const mains = lines.has('xfmr_mv_3') ? ['xfmr_mv_3'] : feeds
  return {
    nodes: [...sources.flat(), ...chain, ...cooling],
    edges: [
      ...sources.flatMap(inSeries),
      ...feeds.map((from) => ({ from, to: chain[0]!.id })),
      ...inSeries(chain),
      ...cooling.flatMap(({ id }) => mains.map((from) => ({ from, to: id }))),
    ],
  }
}

/** What brings power to the switchgear: nodes one after the other. */
type Feed = readonly LineNode[]
type Lines = ReadonlyMap<string, TrainLine>

function gridFeed(build: SiteBuild, lines: Lines): Feed[] {
  const gridMw = build.contractedMw + build.flexibleMw
  if (gridMw <= LEAST_MW) return []
  return [[bareNode('grid', 'grid', 'Grid', gridMw), ...linesOf(lines, ['xfmr_hv_100']).map(toNode)]]
}

function plantFeeds(site: Site, build: SiteBuild, catalog: Catalog): Feed[] {
  const nameOf = nameIn(site, catalog)
  return site.power.onSite.flatMap((plant) => {
    const mw = build.onSiteMw[plant.id] ?? 0
    if (mw <= LEAST_MW) return []
    const row = catalog.energy_sources.find((own) => own.id === plant.energySourceId)
    const kind = row?.kind === 'storage' ? 'storage' : 'plant'
    const node = bareNode(`plant.${plant.id}`, kind, nameOf(plant.id), plant.unitMw)
    return [[{ ...node, units: Math.round(mw / plant.unitMw) }]]
  })
}

function contractFeeds(site: Site, build: SiteBuild, catalog: Catalog): Feed[] {
  const nameOf = nameIn(site, catalog)
  return site.power.contracts.flatMap((contract) => {
    const mw = build.contractMw[contract.id] ?? 0
    if (!contract.isDirect || mw <= LEAST_MW) return []
    return [[bareNode(`contract.${contract.id}`, 'contract', nameOf(contract.id), mw)]]
  })
}

function nameIn(site: Site, catalog: Catalog): (id: string) => string {
  const names = supplyNames(site, catalog)
  return (id) => names.get(id) ?? id
}

function linesOf(lines: Lines, ids: readonly string[]): TrainLine[] {
  return ids.flatMap((id) => lines.get(id) ?? [])
}

function inSeries(nodes: Feed): LineEdge[] {
  return nodes.slice(1).map(({ id }, index) => ({ from: nodes[index]!.id, to: id }))
}

function bareNode(id: string, kind: SymbolKind, name: string, sizeMw: number): LineNode {
  return { id, kind, name, size: sizeMw, unit: 'MW', units: null, scheme: null, loadShare: null }
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
