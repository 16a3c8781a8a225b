import type { Words } from '../words/en.ts'
import { TERM_IDS, type TermId } from './terms.ts'

export interface FoundTerm {
  readonly id: TermId
  readonly start: number
  readonly end: number
}

interface Spelling {
  readonly id: TermId
  readonly text: string
}

const spellings = new WeakMap<Words, readonly Spelling[]>()

/** Longest first, so that "net present value" is not taken for "present value". */
function spellingsOf(words: Words): readonly Spelling[] {
  const known = spellings.get(words)
  if (known) return known
  const own = TERM_IDS.flatMap((id) =>
    words.glossary[id].also.map((text) => ({ id, text: text.toLowerCase() })),
  ).toSorted((a, b) => b.text.length - a.text.length)
  spellings.set(words, own)
  return own
}

const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[a-z0-9]/i.test(sign)

/** The term of the glossary that a head or label names, as whole words; undefined: none. */
export function findTerm(words: Words, label: string): FoundTerm | undefined {
  const text = label.toLowerCase()
  for (const spelling of spellingsOf(words)) {
    const start = text.indexOf(spelling.text)
    const end = start + spelling.text.length
    if (start < 0 || isLetter(text[start - 1]) || isLetter(text[end])) continue
    return { id: spelling.id, start, end }
  }
  return undefined
}
