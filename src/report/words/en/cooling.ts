import { say } from '../../document.ts'

export const cooling = {
  heading: 'Cooling',
  about: say`PUE is facility power over IT power. The mean is that of the year, in imported weather or in synthetic weather made from the mean and the ASHRAE 0.4 % design temperatures of the place; the design value holds at the design temperatures and sizes transformers, generators and the grid connection.`,
  bySite: 'Cooling by site',
  site: 'Site',
  technology: 'Technology',
  weather: 'Weather',
  synthetic: 'synthetic',
  given: 'PUE given',
  meanDb: 'Mean dry bulb',
  designDb: 'Design dry bulb',
  designWb: 'Design wet bulb',
  pueMean: 'PUE, mean',
  pueDesign: 'PUE, design',
  water: 'Water',
  limit: 'Limit',
  inUse: (end: string) => `In use in ${end}`,
}
