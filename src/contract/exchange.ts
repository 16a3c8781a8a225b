import { z } from 'zod'
import { Id } from '../plan/schema/common.ts'
import { MOST_FILE_BYTES } from './desktop.ts'

/** Files that leave the library beside reports: documents, a workbook of inputs, maps, calendars, an energy model, the exact problem. */
export const ExportFormat = z.enum([
  'plan',
  'result',
  'xlsx',
  'geojson',
  'ics',
  'pypsa',
  'mps',
  'lp',
  'schemas',
])
export type ExportFormat = z.infer<typeof ExportFormat>

const Cell = z.union([z.string(), z.number(), z.boolean(), z.null()])
/** Three bytes of a file are four signs. */
const Base64 = z.base64().max((MOST_FILE_BYTES / 3) * 4)

/** A file on its way into a plan, with what the planner has said of it. */
export const ImportOrder = z.strictObject({
  id: Id,
  fileName: z.string().max(200),
  base64: Base64,
  target: z.string().max(100).optional(),
  sheet: z.string().max(100).optional(),
  columns: z
    .array(
      z.strictObject({
        index: z.int().min(0).max(2000),
        field: z.string().max(200).nullable(),
        unit: z.string().max(40),
      }),
    )
    .max(2000)
    .optional(),
  siteId: Id.optional(),
  demandId: Id.optional(),
  timeZone: z.string().max(64).optional(),
  /** What a benchmark file does not say of its runs. */
  run: z
    .strictObject({
      model: z.string().max(200).optional(),
      accelerator: z.string().max(200).optional(),
      nAccel: z.int().min(1).max(100_000).optional(),
      precision: z.string().max(40).optional(),
      concurrency: z.number().min(1).max(1e6).optional(),
    })
    .optional(),
})
export type ImportOrder = z.infer<typeof ImportOrder>

export const ImportPreview = z.object({
  target: z.string(),
  targets: z.array(z.string()),
  sheets: z.array(z.string()),
  sheet: z.string(),
  columns: z.array(
    z.object({
      index: z.int(),
      head: z.string(),
      field: z.string().nullable(),
      unit: z.string(),
      fieldUnit: z.string(),
    }),
  ),
  fields: z.array(z.string()),
  /** Whether anything can be taken over. */
  canAccept: z.boolean(),
  changes: z.array(
    z.object({
      kind: z.enum(['changed', 'added', 'removed', 'estimated', 'repaired']),
      where: z.string(),
      field: z.string(),
      before: Cell,
      after: Cell,
    }),
  ),
  faults: z.array(
    z.object({
      sheet: z.string(),
      row: z.int(),
      column: z.string(),
      value: z.unknown(),
      expected: z.string(),
    }),
  ),
})
export type ImportPreview = z.infer<typeof ImportPreview>

/** A whole library in one gzipped JSON file. */
export const LibraryFile = z.strictObject({ base64: Base64 })
