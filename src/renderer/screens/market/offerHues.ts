import type { Plan } from '../../../plan/schema/plan.ts'

/** Places of colours by offer, the same on every chart: what is leased, then what is bought; 0 is for the own sites. */
export function offerHues({ leases, apis }: Plan['distribution']): ReadonlyMap<string, number> {
  return new Map([...leases, ...apis].map(({ id }, index) => [id, 1 + index]))
}
