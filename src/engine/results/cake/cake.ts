import { type CakeSlice, LAYERS, type LayerName } from '../../../plan/result/cake.ts'
import { TOKENS_PER_MTOK } from '../../../plan/units.ts'
import type { Reader } from '../reader.ts'
import { type LayerLimit, siteLimits } from './siteLimits.ts'
import type { WorthTable } from './worth.ts'

/** Demand below this, in Mtok/s, counts as none. */
const NOISE = 1e-9

interface Cell extends LayerLimit {
  readonly worthUsdPerUnit: number | null
}

/**
 * The cake: each layer's capacity and need in tokens per second, at every site and over all of them.
 *
 * Binding at a site: of the layers whose limit on a quantity is exhausted, the one whose limit is worth most; where
 * none is, short memory (it slows racks down but stops nothing); else the need itself, layer 7. Over all sites: the
 * binding layer of the site where widening is worth most.
 */
export function cakeSlices(reader: Reader, worth: WorthTable): CakeSlice[] {
  const { inputs } = reader.formulation
  return inputs.periods.flatMap((period, t) => {
    const bySite = inputs.plan.sites.map((_, siteIndex) => {
      const limits = siteLimits(reader, siteIndex, t)
      const isPriced = limits.filter(isClosed).length < 2
      return limits.map((limit): Cell => {
        const price = isPriced ? worth(siteIndex, limit.layer, t) : null
        // The dual is that of what was built; a limit of which something is left is worth nothing to widen.
        return { ...limit, worthUsdPerUnit: price === null || limit.isTight ? price : 0 }
      })
    })
    const slices = inputs.plan.sites.flatMap((site, siteIndex) => {
      const need = reader.site(siteIndex, t).peakMTokS
      return toSlices(bySite[siteIndex]!, need, site.id, period.label, bindingOf(bySite[siteIndex]!))
    })
    const portfolio = portfolioCells(reader, bySite, t)
    return [...slices, ...toSlices(portfolio.cells, portfolio.need, null, period.label, portfolio.binding)]
  })
}

/**
 * A layer that offers nothing yet (no grid, no room, nothing on sale). Where two are closed, one more unit of either
 * saves nothing by itself and its dual is arbitrary, so no worth is said.
 */
function isClosed({ layer, limit }: LayerLimit): boolean {
  return (
    (layer === 'power' || layer === 'facility' || layer === 'accelerators') && limit !== null && limit <= 0
  )
}

/** What widening by the limit's own size is worth: makes MW, racks and links comparable. */
function weight(cell: Cell): number {
  return (cell.worthUsdPerUnit ?? 0) * Math.max(1, cell.limit ?? 0)
}

function bindingOf(cells: readonly Cell[]): LayerName {
  const tight = cells.filter(
    (cell) => cell.layer !== 'models' && cell.isTight && (cell.worthUsdPerUnit ?? 0) > 0,
  )
  const [first] = tight.sort((a, b) => weight(b) - weight(a))
  if (first) return first.layer
  return cells.some((cell) => cell.layer === 'models' && cell.isTight) ? 'models' : 'agents'
}

function toSlices(
  cells: readonly Cell[],
  needMTokS: number,
  siteId: string | null,
  period: string,
  binding: LayerName,
): CakeSlice[] {
  return LAYERS.map((layer) => {
    const cell = cells.find((own) => own.layer === layer)
    const capacity = cell?.capacityMTokS ?? null
    return {
      layer,
      siteId,
      period,
      capacityTokS: capacity === null ? null : capacity * TOKENS_PER_MTOK,
      needTokS: needMTokS * TOKENS_PER_MTOK,
      headroomShare: capacity === null || needMTokS <= NOISE ? null : capacity / needMTokS - 1,
      isBinding: layer === binding,
      native: cell
        ? { used: cell.used, limit: cell.limit, unit: cell.unit }
        : { used: needMTokS, limit: null, unit: 'Mtok/s' },
      memoryShare: cell?.memoryShare ?? null,
      worthUsdPerUnit: cell?.worthUsdPerUnit ?? null,
    }
  })
}

interface Portfolio {
  readonly cells: Cell[]
  readonly need: number
  readonly binding: LayerName
}

/** Sites summed; what leases and APIs carry counts for layers 4 to 1, which they stand in for. The need is all demand. */
function portfolioCells(reader: Reader, bySite: readonly (readonly Cell[])[], t: number): Portfolio {
  const { inputs, distribution } = reader.formulation
  const totals = inputs.slices.map((_, h) =>
    inputs.groups.reduce((sum, group) => sum + group.peakFactor[t]![h]! * group.demandMTokS[t]![h]!, 0),
  )
  const h = totals.indexOf(Math.max(...totals))
  const need = totals[h]!
  const leased = [...distribution.toLeases, ...distribution.toApis].reduce((sum, flow) => {
    return sum + inputs.groups[flow.groupIndex]!.peakFactor[t]![h]! * reader.at(flow.columns[t]![h]!)
  }, 0)
  const servable = inputs.groups.reduce((sum, group) => {
    const isServable = group.siteIndices.length + group.leaseIndices.length + group.apiIndices.length > 0
    return sum + (isServable ? group.peakFactor[t]![h]! * group.demandMTokS[t]![h]! : 0)
  }, 0)
  const cells = LAYERS.filter((layer) => layer !== 'agents').map((layer): Cell => {
    const own = bySite.flatMap((cells) => cells.filter((cell) => cell.layer === layer))
    if (layer === 'scheduling') {
      const worths = own.map((cell) => cell.worthUsdPerUnit ?? 0)
      const isTight = servable < need - NOISE
      return {
        layer,
        // Where all of the demand may be served somewhere, eligibility sets no limit.
        capacityMTokS: isTight ? servable : null,
        used: Math.min(need, servable),
        limit: isTight ? servable : null,
        unit: 'Mtok/s servable',
        memoryShare: null,
        isTight,
        worthUsdPerUnit: Math.max(0, ...worths),
      }
    }
    return sumCells(layer, own, leased)
  })
  return { cells, need, binding: portfolioBinding(cells, bySite) }
}

function sumCells(layer: LayerName, own: readonly Cell[], leasedMTokS: number): Cell {
  const counted = own.filter((cell) => cell.capacityMTokS !== null)
  const isLimited = layer === 'distribution' ? counted.length === own.length : counted.length > 0
  // What leases carry goes over the network too.
  const carried = layer === 'distribution' && !isLimited ? leasedMTokS : 0
  const worths = own.flatMap((cell) => (cell.worthUsdPerUnit === null ? [] : [cell.worthUsdPerUnit]))
  const sum = (pick: (cell: Cell) => number) => counted.reduce((total, cell) => total + pick(cell), 0)
  // Supply is shared by all sites: each site's limit already counts what is left for all.
  const isShared = layer === 'accelerators'
  const left = Math.max(0, ...counted.map((cell) => (cell.limit ?? 0) - cell.used))
  return {
    layer,
    capacityMTokS: isLimited && counted.length > 0 ? sum((cell) => cell.capacityMTokS!) + leasedMTokS : null,
    used: (layer === 'distribution' ? own : counted).reduce((total, cell) => total + cell.used, 0) + carried,
    limit: counted.length === 0 ? null : limitOf(),
    unit: own[0]?.unit ?? '',
    memoryShare: shortest(own),
    isTight: counted.length > 0 && counted.every((cell) => cell.isTight),
    worthUsdPerUnit: worths.length > 0 ? Math.max(...worths) : null,
  }

  function limitOf(): number {
    return isShared ? sum((cell) => cell.used) + left : sum((cell) => cell.limit ?? 0)
  }
}

/** The site that is shortest of memory. */
function shortest(cells: readonly Cell[]): number | null {
  const shares = cells.flatMap((cell) => (cell.memoryShare === null ? [] : [cell.memoryShare]))
  return shares.length > 0 ? Math.min(...shares) : null
}

function portfolioBinding(cells: readonly Cell[], bySite: readonly (readonly Cell[])[]): LayerName {
  const scheduling = cells.find((cell) => cell.layer === 'scheduling')
  if (scheduling?.isTight) return 'scheduling'
  const candidates = bySite.flatMap((site) => {
    const layer = bindingOf(site)
    const cell = site.find((own) => own.layer === layer)
    return cell && layer !== 'agents' ? [cell] : []
  })
  const [dearest] = candidates.sort((a, b) => weight(b) - weight(a))
  return dearest?.layer ?? 'agents'
}
