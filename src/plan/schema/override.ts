import { z } from 'zod'
import { Note } from './common.ts'

/** One value of the catalog that this plan sees differently, and why. */
export const CatalogOverride = z.strictObject({
  /** File of the catalog without `.csv`, as in `accelerators`. */
  table: z.string().min(1),
  rowId: z.string().min(1),
  /** Column as the file spells it, as in `price_usd_mwh`. */
  column: z.string().min(1),
  value: z.union([z.number(), z.string()]),
  note: Note.min(1, 'a note that says why'),
})
export type CatalogOverride = z.infer<typeof CatalogOverride>
