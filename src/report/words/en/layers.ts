import type { LayerName } from '../../../plan/result/result.ts'

/** What each layer is called in a report, and what one more unit of it is. */
export const layers: Readonly<Record<LayerName, { readonly name: string; readonly step: string }>> = {
  agents: { name: 'Agents (demand)', step: '' },
  scheduling: { name: 'Scheduling (routing)', step: 'Mtok/s allowed' },
  distribution: { name: 'Distribution (regions, leases)', step: 'Mtok/s of link' },
  models: { name: 'Models (serving)', step: '' },
  accelerators: { name: 'Accelerators (racks)', step: 'rack' },
  facility: { name: 'Facility (rooms, cooling)', step: 'MW of IT' },
  power: { name: 'Power (grid, energy)', step: 'MW' },
}
