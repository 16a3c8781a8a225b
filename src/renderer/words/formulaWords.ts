import type { FORMULAS, FormulaId } from '../../plan/formulas/formulas.ts'

/** Name, meaning and symbols of every formula in one language; a symbol without its meaning does not compile. */
export type FormulaWords = {
  readonly [Id in FormulaId]: {
    readonly title: string
    readonly what: string
    readonly symbols: { readonly [S in keyof (typeof FORMULAS)[Id]['symbols']]: string }
  }
}
