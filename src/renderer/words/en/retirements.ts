import { counted } from '../../../plan/counted.ts'

export const retirements = {
  title: 'Units that leave service',
  note: 'at the age of the plan, or at an earlier one where “Life and refresh” leaves it to the solve; sold for money of the day',
  leaves: 'Leaves in',
  site: 'Site',
  accelerator: 'Accelerator',
  delivered: 'Delivered in',
  age: 'Age',
  years: (years: string) => counted(years, 'year'),
  setBy: 'Age set by',
  solve: 'the solve',
  plan: 'the plan',
  units: 'Units',
  sale: 'Sold for, M$',
}
