/** The page of a screen: what it answers, and what one does there. */
export interface ScreenHelp {
  readonly what: string
  readonly steps: readonly string[]
}
