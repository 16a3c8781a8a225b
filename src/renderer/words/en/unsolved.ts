import { counted } from '../../../plan/counted.ts'

/** What a screen of results says while there is no result. */
export const unsolved = {
  stale: 'The result is of earlier inputs',
  /** On a panel whose figures are of a stale result. */
  earlier: 'of earlier inputs',
  find: 'Find the best plan',
  finding: 'The best plan is being looked for …',
  inTheWay: (count: number) => `${counted(count, 'error stands', 'errors stand')} in the way.`,
  showErrors: 'Show what is wrong',
  outline: 'What the plan holds',
  outlineNote: (from: string, to: string) => `${from} to ${to}; a layer opens its inputs`,
  holds: 'Described so far',
  and: '; ',
  none: 'nothing yet',
  demand: (lines: number, regions: number) =>
    `${counted(lines, 'line')} of demand in ${counted(regions, 'region')}`,
  tokens: (start: string, end: string) => `${start} tokens a day at the start, ${end} at the end`,
  classes: (count: number) => counted(count, 'class of tasks', 'classes of tasks'),
  offers: (leases: number, apis: number, sales: number) =>
    `${counted(leases, 'lease')}, ${counted(apis, 'API')}, ${counted(sales, 'market')} on offer`,
  sites: (count: number, mw: string) => `${counted(count, 'site')}, up to ${mw} of IT`,
  grid: (mw: string) => `grid up to ${mw}`,
  energy: (contracts: number, plant: number) =>
    `${counted(contracts, 'contract')}, ${counted(plant, 'source on site', 'sources on site')}`,
}
