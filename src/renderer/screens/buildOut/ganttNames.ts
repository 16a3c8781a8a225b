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

/** What a year's name takes above the bars, and the name of the plan's start. */
export const YEAR = 34
const START_NAME = 92

/** On which side of its line the name of the plan's start has room between the years; null: on neither. */
export function sideOfStart(
  at: number,
  yearsAt: readonly number[],
  [least, most]: readonly [number, number],
): 'start' | 'end' | null {
  const isFree = (from: number, to: number): boolean =>
    from >= least && to <= most && yearsAt.every((year) => year + YEAR <= from || year >= to)
  if (isFree(at - START_NAME, at)) return 'end'
  return isFree(at, at + START_NAME) ? 'start' : null
}
