export const layerTrend = {
  title: 'Capacity and need',
  note: 'all sites and leases, at the peak of each quarter; no line: the layer sets no limit',
  capacity: 'Capacity',
  need: 'Need',
}
