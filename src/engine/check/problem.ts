/** What can be wrong with a plan that its schema allows, each told in the planner's language by the screen. */
export type ProblemCode =
  | 'empty-demand'
  | 'empty-models'
  | 'empty-accelerators'
  | 'empty-places'
  | 'unknown-row'
  | 'after-horizon'
  | 'grid-below-rooms'
  | 'no-demand'
  | 'demand-falls'
  | 'cannot-grow'
  | 'no-model-good-enough'
  | 'model-does-not-fit'
  | 'sold-backwards'
  | 'private-stranded'
  | 'far-from-catalog'
  | 'clashes-with-catalog'
  | 'no-export-licence'
  | 'cannot-be-cooled'
  | 'rack-too-dense'
  | 'unusual'
  | 'old-source'
  | 'holds-later'
  | 'holds-never'
  | 'moves-nothing'

/** One thing to look at. An error stops the solve; a warning asks whether it is meant. */
export interface Problem {
  readonly severity: 'error' | 'warning'
  readonly code: ProblemCode
  /** Where it stands in the plan, by place in its lists. */
  readonly path: readonly (string | number)[]
  /** What it stands at, as in Ashburn. */
  readonly item: string
  /** Figures and names of the sentence. */
  readonly values: readonly (string | number)[]
}
