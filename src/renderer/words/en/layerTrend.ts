const note = 'all sites and leases, at the peak of each period'

export const layerTrend = {
  title: 'Capacity and need',
  note,
  noLimit: `${note}; the layer sets no limit`,
  cut: (mTokS: string) => `${note}; capacity above ${mTokS} is not drawn`,
  toCome: 'drawn once the plan is solved',
  capacity: 'Capacity',
  need: 'Need',
}
