import type { Inputs } from '../../derive/inputs.ts'
import type { Amounts, ElasticGroup } from '../conflict/elastic.ts'
import type { Edits, Mending } from '../conflict/lack.ts'
import { PLAN_REPAIRS } from './planRepairs.ts'
import { SITE_REPAIRS } from './siteRepairs.ts'

const REPAIRS: Mending = { ...SITE_REPAIRS, ...PLAN_REPAIRS }

/**
 * Edits of the plan that widen one group of limits by the amounts it lacks, times `factor`; several where the same lack
 * may be mended in several ways. Whether they do is for a solve to say.
 */
export function editsFor(inputs: Inputs, group: ElasticGroup, amounts: Amounts, factor: number): Edits[] {
  const lacks = new Map([...amounts].map(([period, amount]) => [period, amount * factor]))
  const most = Math.max(0, ...lacks.values())
  const first = [...lacks.keys()].sort()[0]
  if (first === undefined) return []
  const [ownerId = '', partId = ''] = group.ownerId.split('/')
  return REPAIRS[group.family]({ inputs, lacks, most, first, ownerId, partId })
}
