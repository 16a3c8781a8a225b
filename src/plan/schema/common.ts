import { z } from 'zod'

/** A short stable name inside a plan or a catalog. */
export const Id = z.string().regex(/^[a-z0-9][a-z0-9_.-]{0,63}$/i, 'letters, digits, dot, dash or underscore')

export const Share = z.number().min(0).max(1)
export const NonNegative = z.number().min(0)
export const Positive = z.number().positive()

/** A calendar quarter such as `2027Q2`. */
export const Quarter = z.string().regex(/^20\d\d(Q[1-4])$/, 'a quarter such as 2027Q2')

/** Why a value differs from its catalog row. */
export const Note = z.string().max(2000)
