import type { TermWords } from '../../../help/terms.ts'

/** A term, what it means, and how else it stands on the screen. */
export const t = (term: string, text: string, ...also: string[]): TermWords => ({ term, text, also })
