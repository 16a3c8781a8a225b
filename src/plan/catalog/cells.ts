import { z } from 'zod'

/** How a table's cells are read: the text of a cell to a value; an empty cell is null. */
export const text = z.string().nullable()
export const words = z.string().min(1)
export const number = z.number().nullable()
export const positive = z.number().positive()
export const nonNegative = z.number().min(0).nullable()
export const share = z.number().min(0).max(1)
/** A: primary or recomputed, B: secondary, C: estimate. */
export const grade = z.enum(['A', 'B', 'C']).nullable()
