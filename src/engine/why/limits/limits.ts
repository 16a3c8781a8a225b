/** What a planner may widen, narrow or ask for, by the word it goes by. */
export const LIMIT_FAMILIES = [
  'grid',
  'flexible-grid',
  'rooms',
  'crews',
  'hall',
  'cooling',
  'air-cooling',
  'plant',
  'contract',
  'firm-power',
  'ride-through',
  'run-hours',
  'fuel',
  'supply',
  'home-share',
  'link',
  'lease',
  'api',
  'carbon',
  'water',
  'clean-energy',
  'locked-energy',
  'capex',
  'capex-year',
  'carbon-budget',
  'water-budget',
  'carbon-total',
  'unserved-total',
  'leased-total',
  'away-from-edge-total',
  'average-quality',
  'demand',
] as const
export type LimitFamily = (typeof LIMIT_FAMILIES)[number]

/** Owner of the limits of the whole plan. */
export const WHOLE_PLAN = 'plan'

/** Families whose bounds are those of whole numbers: with the structure fixed they have no price. */
export const STRUCTURAL: ReadonlySet<LimitFamily> = new Set(['rooms', 'crews', 'plant'])

/** One bound of the problem that moves with a limit: by `factor` for each unit of the limit. */
export interface Moved {
  readonly index: number
  readonly factor: number
}

/** One limit of the plan in one quarter (or year, for permits), as rows and columns of its problem. */
export interface Limit {
  readonly family: LimitFamily
  /** What it belongs to: the plan, site, accelerator, lease, link (region>site), group of demand; contracts and plant as site/id. */
  readonly ownerId: string
  readonly siteId: string | null
  /** First quarter for which it holds. */
  readonly period: string
  readonly unit: string
  /** Upper bounds of rows that rise as the limit is widened; lower ones (and equalities) that fall. */
  readonly rowsUp: readonly Moved[]
  readonly rowsDown: readonly Moved[]
  /** Upper bounds of columns that rise. */
  readonly columns: readonly Moved[]
  /** Order of magnitude of what a unit costs, million USD (an estimate): which shortfall to look for first. */
  readonly weightMusd: number
}
