import type { EnergyFlow } from '../../../engine/results/builds/energyFlows.ts'
import { type Sankey, SankeyBuilder } from '../../parts/charts/sankey.ts'

interface Names {
  readonly grid: string
  readonly it: string
  readonly overhead: string
  readonly storageLoss: string
  readonly heat: string
  /** Of sites, and of contracts and plant by `site id/own id`. */
  readonly of: ReadonlyMap<string, string>
}

/** The bands, and the ids of the sources that one from a source to a site consists of. */
interface EnergySankey extends Sankey {
  readonly sourcesOf: (from: string, to: string) => readonly string[]
}

/** MWh from grid, contracts and plant to sites, from sites to what they use it for, all of which ends as heat. */
export function energySankey(flows: readonly EnergyFlow[], names: Names): EnergySankey {
  const uses = { it: names.it, overhead: names.overhead, loss: names.storageLoss }
  const nameOf = (id: string): string => {
    const own = id.slice(2)
    if (id.startsWith('u:')) return uses[own as keyof typeof uses]
    if (id === 'h:heat') return names.heat
    return id === 's:grid' ? names.grid : id.startsWith('s:') ? own : (names.of.get(own) ?? own)
  }
  const built = new SankeyBuilder(nameOf)
  const sources = new Map<string, string[]>()
  const bring = (from: string, to: string, id: string, mwh: number): void => {
    built.add(from, to, mwh)
    sources.set(`${from} ${to}`, [...(sources.get(`${from} ${to}`) ?? []), id])
  }
  for (const own of flows) {
    const site = `p:${own.siteId}`
    bring('s:grid', site, 'grid', own.gridMwh)
    for (const [id, mwh] of [...Object.entries(own.contractMwh), ...Object.entries(own.plantMwh)])
      bring(`s:${names.of.get(`${own.siteId}/${id}`) ?? id}`, site, id, mwh)
    for (const [use, mwh] of [
      ['u:it', own.itMwh],
      ['u:overhead', own.overheadMwh],
      ['u:loss', own.storageLossMwh],
    ] as const) {
      built.add(site, use, mwh)
      built.add(use, 'h:heat', mwh)
    }
  }
  return { ...built.build(), sourcesOf: (from, to) => sources.get(`${from} ${to}`) ?? [] }
}
