export const layers = {
  agents: { name: 'Agents', what: 'demand' },
  scheduling: { name: 'Scheduling', what: 'routing' },
  distribution: { name: 'Distribution', what: 'regions, leases' },
  models: { name: 'Models', what: 'serving' },
  accelerators: { name: 'Accelerators', what: 'racks' },
  facility: { name: 'Facility', what: 'rooms, cooling' },
  power: { name: 'Power', what: 'grid, energy' },
}
