import type { LayerName } from '../../../plan/result/cake.ts'

/** What each layer is called, what it holds, and what one more unit of it is; on the screen as in the report. */
export const layers: Readonly<
  Record<LayerName, { readonly name: string; readonly what: string; readonly step: string }>
> = {
  agents: { name: 'Agents', what: 'demand', step: '' },
  scheduling: { name: 'Scheduling', what: 'routing', step: 'Mtok/s allowed' },
  distribution: { name: 'Distribution', what: 'regions, leases', step: 'Mtok/s of link' },
  models: { name: 'Models', what: 'serving', step: '' },
  accelerators: { name: 'Accelerators', what: 'racks', step: 'rack' },
  facility: { name: 'Facility', what: 'rooms, cooling', step: 'MW of IT' },
  power: { name: 'Power', what: 'grid, energy', step: 'MW' },
}
