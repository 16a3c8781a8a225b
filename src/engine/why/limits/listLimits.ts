import type { Formulation } from '../../formulate.ts'
import { Names } from './limitDraft.ts'
import type { Limit } from './limits.ts'
import { planLimits } from './planLimits.ts'
import { siteLimits } from './siteLimits.ts'

/**
 * Every limit of a formulated plan; those that the plan does not have are left out. Each is one row or bound (a link,
 * a lease and a demand have a row a slice): bounds that only repeat a row are lifted, see `impliedBounds.ts`.
 */
export function listLimits({ problem, inputs }: Formulation): Limit[] {
  const names = new Names(problem)
  const drafts = [...siteLimits(inputs, names), ...planLimits(inputs, names)]
  return drafts
    .map((draft) => ({ rowsUp: [], rowsDown: [], columns: [], weightMusd: 1, ...draft }))
    .filter((limit) => limit.rowsUp.length + limit.rowsDown.length + limit.columns.length > 0)
}
