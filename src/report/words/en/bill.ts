import { say } from '../../document.ts'

export const bill = {
  heading: 'Bill of materials',
  about: say`Whole units under the redundancy schemes of the plan, at catalog prices of today. They are a check of the cost of the rooms from below and not paid on top of it: the economics use the cost per MW that the plan gives.`,
  total: 'Equipment of all sites over the horizon',
  lines: 'Equipment by site and step',
  equipment: 'Equipment',
  units: 'Units',
  price: 'Price',
  lead: 'Lead',
  site: 'Site',
  step: 'Step',
  purpose: 'Purpose',
  scheme: 'Scheme',
  load: 'Load',
  needed: 'Needed',
  installed: 'Installed',
  added: 'Added',
  efficiency: 'Efficiency',
  survival: 'Probability that the generators carry an outage of so long',
  hours: (hours: number) => `${hours} h`,
  purposes: {} as Readonly<Record<string, string>>,
}
