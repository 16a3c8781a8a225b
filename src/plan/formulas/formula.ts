/** How one kind of figure is computed; its title and words stand with the help of each language. */
export interface Formula {
  /** In symbols; `_` begins an index. */
  readonly expression: string
  /** Unit of the figure; empty: a share or a count. */
  readonly unit: string
  /** Unit of each symbol that the figure is made of. */
  readonly symbols: Readonly<Record<string, string>>
  /** File under `src` that computes it. */
  readonly code: string
  /** File under `src` that computes it again and shares no code with the first; null: none does. */
  readonly audit: string | null
  /** Where it comes from. */
  readonly source: string
}
