import { en, type Words } from './en.ts'

/** The words in the planner's language. */
export function useWords(): Words {
  return en
}
