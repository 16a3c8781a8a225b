import type { EnergyFlow } from '../../../engine/results/energyFlows.ts'
import { type Sankey, SankeyBuilder } from '../../parts/sankey.ts'

interface Names {
  readonly grid: string
  readonly it: string
  readonly overhead: string
  readonly storageLoss: string
  readonly heat: string
  /** Of sites, and of contracts and plant by `site id/own id`. */
  readonly of: ReadonlyMap<string, string>
}

/** MWh from grid, contracts and plant to sites, from sites to what they use it for, all of which ends as heat. */
export function energySankey(flows: readonly EnergyFlow[], names: Names): Sankey {
  const uses = { it: names.it, overhead: names.overhead, loss: names.storageLoss }
  const nameOf = (id: string): string => {
    const own = id.slice(2)
    if (id.startsWith('u:')) return uses[own as keyof typeof uses]
    if (id === 'h:heat') return names.heat
    return id === 's:grid' ? names.grid : id.startsWith('s:') ? own : (names.of.get(own) ?? own)
  }
  const built = new SankeyBuilder(nameOf)
  for (const own of flows) {
    const site = `p:${own.siteId}`
    built.add('s:grid', site, own.gridMwh)
    for (const [id, mwh] of [...Object.entries(own.contractMwh), ...Object.entries(own.plantMwh)])
      built.add(`s:${names.of.get(`${own.siteId}/${id}`) ?? id}`, site, mwh)
    for (const [use, mwh] of [
      ['u:it', own.itMwh],
      ['u:overhead', own.overheadMwh],
      ['u:loss', own.storageLossMwh],
    ] as const) {
      built.add(site, use, mwh)
      built.add(use, 'h:heat', mwh)
    }
  }
  return built.build()
}
