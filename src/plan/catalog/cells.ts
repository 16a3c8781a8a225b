import { z } from 'zod'

/**
 * How the cells of a catalog file are read. A cell arrives as the text between two commas; numbers carry the range
 * within which a value makes sense, so that a slipped digit or a wrong unit is a fault and not a plan.
 */

/** A text that has to be there. */
export const words = z.string().trim().min(1, 'a text')

/** A text that may be missing. */
export const text = z.string().transform((cell) => (cell.trim() === '' ? null : cell))

/** A number within [min, max]. */
export function number(min: number, max: number) {
  return z.string().transform((cell, context) => {
    const value = readNumber(cell, min, max)
    if (value !== undefined) return value
    context.addIssue({ code: 'custom', message: `a number from ${min} to ${max}` })
    return z.NEVER
  })
}

/** A number within [min, max], or nothing: the value is not known. */
export function maybe(min: number, max: number) {
  return z.string().transform((cell, context) => {
    if (cell.trim() === '') return null
    const value = readNumber(cell, min, max)
    if (value !== undefined) return value
    context.addIssue({ code: 'custom', message: `a number from ${min} to ${max}, or nothing` })
    return z.NEVER
  })
}

/** A number, or the words that send the reader to another file. */
export function elsewhere(file: string, min: number, max: number) {
  const known = number(min, max)
  return z.union([z.literal(`see ${file}`).transform(() => null), known], {
    error: `a number from ${min} to ${max}, or "see ${file}"`,
  })
}

export const share = number(0, 1)
export const maybeShare = maybe(0, 1)

function readNumber(cell: string, min: number, max: number): number | undefined {
  const value = cell.trim() === '' ? Number.NaN : Number(cell)
  return Number.isFinite(value) && value >= min && value <= max ? value : undefined
}

/** Short stable name of a row. */
export const id = z.string().regex(/^[a-z0-9][a-z0-9._-]*$/, 'small letters, digits, dot, dash or underscore')

/** A day, month or year, as exact as the source is: `2026-07-31`, `2026-07`, `2026`. */
export const date = z
  .string()
  .regex(/^20\d\d(-[01]\d(-[0-3]\d)?)?$/, 'a date such as 2026-07-31, 2026-07 or 2026')

/** A day, or nothing. */
export const maybeDay = text.pipe(
  z
    .string()
    .regex(/^20\d\d-[01]\d-[0-3]\d$/, 'a day such as 2026-07-31, or nothing')
    .nullable(),
)

/** When hardware came or comes: a date, a half or a quarter of a year; two years where bins differ. */
export const availability = z
  .string()
  .regex(
    /^20\d\d(-[01]\d|-H[12]|-Q[1-4]|\/20\d\d)?$/,
    'a time such as 2026-07, 2026-Q3, 2026-H2 or 2023/2025',
  )

/** A: read in a primary file or recomputed; B: secondary source; C: estimate or from memory, said so in the notes. */
export const grade = z.enum(['A', 'B', 'C'], { error: 'a grade: A, B or C' })

/** A list in one cell, parted by semicolons: other names of the row, or the rows it points to. */
export const list = z.string().transform((cell) =>
  cell
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
)
