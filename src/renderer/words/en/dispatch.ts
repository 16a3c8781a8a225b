import { counted } from '../../../plan/counted.ts'

export const dispatch = {
  title: 'Hourly dispatch',
  note: 'the cheapest 24 hours with all that is built, by UTC hour; charging below zero',
  working: 'The days are being dispatched.',
  days: (count: string) => `${counted(count, 'day')} a year`,
  compared: (days: string, blocks: string, difference: string) =>
    `energy of the period ${days} by the hour, ${blocks} in the plan’s blocks (${difference})`,
  synthetic: 'synthetic profiles of the region',
  duration: 'Load duration',
  durationNote: 'hours a year in which the load, and what is drawn from the grid, is at least so high',
  hoursPerYear: 'hours a year',
  day: 'Day',
  weekday: 'Weekday',
  weekend: 'Weekend',
  load: 'Load',
  grid: 'From the grid',
  discharged: (id: string) => `${id}, discharged`,
  charged: (id: string) => `${id}, charged`,
  unserved: 'Not served',
  none: 'The site draws no power in this period.',
  cost: (usd: string) => `energy of the day ${usd}`,
}
