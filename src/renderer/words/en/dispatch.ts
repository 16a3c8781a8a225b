export const dispatch = {
  title: 'Hourly dispatch',
  note: 'the cheapest 24 hours with all that is built, by UTC hour',
  day: 'Day',
  weekday: 'Weekday',
  weekend: 'Weekend',
  load: 'Load',
  grid: 'From the grid',
  discharged: (id: string) => `${id}, discharged`,
  charged: (id: string) => `${id}, charged`,
  unserved: 'Not served',
  none: 'The site draws no power in this quarter.',
  cost: (usd: string) => `energy of the day ${usd}`,
}
