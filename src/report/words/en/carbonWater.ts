import { type Figure, say } from '../../document.ts'

export const carbonWater = {
  heading: 'Carbon and water',
  about: (carbon: Figure, water: Figure, price: Figure) =>
    say`Carbon is what the electricity of the own sites emits at the grid and at plant on site; leased compute, buildings and hardware are not in it. Over the horizon: ${carbon} and ${water} of water evaporated on site. The plan prices carbon at ${price}.`,
  bySite: (end: string) => `Carbon and water by site in ${end}`,
  site: 'Site',
  energy: 'Energy',
  carbon: 'Carbon',
  intensity: 'Intensity',
  water: 'Water',
  waterIntensity: 'Water intensity',
  byQuarter: 'Carbon and water by period, all sites',
  quarter: 'Period',
}
