import type { ConflictMember, Infeasibility } from './explainInfeasible.ts'

/** Members of one family as they are said together. */
export interface MemberGroup {
  readonly family: ConflictMember['family']
  readonly members: readonly ConflictMember[]
  /** First and last quarter of any. */
  readonly from: string
  readonly to: string
  /** What they give in all where the others hold; null: they alone cannot. */
  readonly amount: number | null
}

/** The members of a conflict by family; demand that may go nowhere stands for itself. */
export function groupMembers({ conflict }: Infeasibility): MemberGroup[] {
  const groups = Map.groupBy(conflict, (own) =>
    own.refusals.length > 0 ? `${own.family} ${own.refusals.join()}` : own.family,
  )
  return [...groups.values()].map((members): MemberGroup => {
    const { family } = members[0]!
    const given = members.flatMap(({ amount }) => amount ?? [])
    return {
      family,
      members,
      from: members.map(({ from }) => from).sort()[0]!,
      to: members
        .map(({ to }) => to)
        .sort()
        .at(-1)!,
      amount: given.length > 0 ? given.reduce((sum, own) => sum + own, 0) : null,
    }
  })
}
