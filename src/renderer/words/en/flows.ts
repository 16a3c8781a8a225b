export const flows = {
  where: 'Where demand is served',
  region: 'Region',
  to: 'Served at',
  tokS: 'Mtok/s',
  share: 'Share of region',
  leases: 'Leased accelerators',
  placements: 'Models on accelerators',
  model: 'Model',
  accelerator: 'Accelerator',
  classes: 'Class',
  units: 'Units',
  noLeases: 'Nothing is leased.',
}
