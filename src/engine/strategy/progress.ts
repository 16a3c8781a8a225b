export type SolvePhase = 'relaxation' | 'search' | 'racks' | 'full search' | 'done'

/** What the screen shows while a plan is solved: the best plan and the bound only ever get better. */
export interface SolveProgress {
  readonly phase: SolvePhase
  readonly incumbentMusd: number | null
  readonly boundMusd: number | null
  readonly gapShare: number | null
  /**
   * What a plan costs that stopping now would give, and its gap, while no better one is shown; null once one is. Of slow problems
   * a plan is shown once it is nearly proven (`ledger.ts`).
   */
  readonly provisionalMusd: number | null
  readonly provisionalGapShare: number | null
  readonly timeS: number
}

/** (plan - bound) / |plan|. */
export function gapOf(objectiveMusd: number, boundMusd: number): number {
  return Math.max(0, objectiveMusd - boundMusd) / Math.max(1e-9, Math.abs(objectiveMusd))
}
