import { z } from 'zod'
import { SCENARIOS } from '../query.ts'

const positive = z.number().positive()
const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined)

/** A run of the same model on the same accelerator; what it does not say is as in its row. */
const BatchAnchor = z.object({
  outputTokSPerAccel: positive,
  nAccel: maybe(positive.int()),
  precision: maybe(z.string()),
  isl: maybe(positive),
  osl: maybe(positive),
  concurrency: maybe(positive),
  scenario: maybe(z.enum(SCENARIOS)),
  framework: maybe(z.string()),
  date: maybe(z.string()),
})
export type BatchAnchor = z.infer<typeof BatchAnchor>

/** One question of `tokenworks throughput --batch`. */
export const BatchRow = z.object({
  model: z.string().min(1),
  accelerator: z.string().min(1),
  nAccel: maybe(positive.int()),
  precision: maybe(z.string()),
  isl: positive,
  osl: positive,
  cacheHitShare: maybe(z.number().min(0).max(1)),
  concurrency: maybe(positive),
  scenario: maybe(z.enum(SCENARIOS)),
  ttftMsMax: maybe(positive),
  tpotMsMax: maybe(positive),
  framework: maybe(z.string()),
  date: maybe(z.string().regex(/^\d{4}(-\d{2}){0,2}/, 'a date as 2026-03-25')),
  anchor: maybe(z.union([BatchAnchor, z.array(BatchAnchor)])),
})
export type BatchRow = z.infer<typeof BatchRow>

/** The answer to one row; a row that cannot be predicted says why. */
export type BatchAnswer =
  | {
      readonly fits: boolean
      readonly outputTokSPerAccel: number
      readonly totalTokSPerAccel: number
      readonly p10: number
      readonly p90: number
      readonly tpotMs: number
      readonly ttftMs: number
      readonly ttftP10: number
      readonly ttftP90: number
      readonly concurrency: number
      readonly parallelism: string
      readonly precision: string
      readonly powerWPerAccel: number | null
      readonly grade: string
      readonly because: readonly string[]
    }
  | { readonly fits: false; readonly error: string; readonly because: readonly string[] }
