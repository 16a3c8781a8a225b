import { lettersOf } from '../../format/textWidth.ts'

/** Of a letter in the text of the drawing, in its units, a bold letter as well. */
const LETTER = 6.5
/** Of a letter that is cut off, and of the three dots in its place. */
const ELLIPSIS = 2 * LETTER
const GAP = 14
/** Of the drawing: the days are what it is for. */
const MOST_SHARE = 0.42

/** Room for the names of rows at the left of a drawing: what the longest takes, at most a share of the width. */
export function widthOfNames(names: readonly string[], width: number): number {
  const longest = Math.max(0, ...names.map(widthOf))
  return Math.min(Math.ceil(longest) + GAP, Math.floor(width * MOST_SHARE))
}

/** A name as far as it fits into that room. */
export function clipTo(room: number, name: string): string {
  if (widthOf(name) <= room - GAP) return name
  let end = name.length
  while (end > 0 && widthOf(name.slice(0, end)) + ELLIPSIS > room - GAP) end -= 1
  return `${name.slice(0, end).trimEnd()}…`
}

const widthOf = (text: string): number => lettersOf(text) * LETTER
