const some = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** What a screen of results says while there is no result. */
export const unsolved = {
  find: 'Find the best plan',
  finding: 'The best plan is being looked for …',
  inTheWay: (count: number) => `${some(count, 'error stands', 'errors stand')} in the way.`,
  showErrors: 'Show what is wrong',
  outline: 'What the plan holds',
  outlineNote: (from: string, to: string) => `${from} to ${to}; a layer opens its inputs`,
  holds: 'Described so far',
  and: '; ',
  none: 'nothing yet',
  demand: (lines: number, regions: number) =>
    `${some(lines, 'line', 'lines')} of demand in ${some(regions, 'region', 'regions')}`,
  tokens: (start: string, end: string) => `${start} tokens a day at the start, ${end} at the end`,
  classes: (count: number) => some(count, 'class of tasks', 'classes of tasks'),
  offers: (leases: number, apis: number, sales: number) =>
    `${some(leases, 'lease', 'leases')}, ${some(apis, 'API', 'APIs')}, ${some(sales, 'market', 'markets')} on offer`,
  sites: (count: number, mw: string) => `${some(count, 'site', 'sites')}, up to ${mw} of IT`,
  grid: (mw: string) => `grid up to ${mw}`,
  energy: (contracts: number, plant: number) =>
    `${some(contracts, 'contract', 'contracts')}, ${some(plant, 'source on site', 'sources on site')}`,
}
