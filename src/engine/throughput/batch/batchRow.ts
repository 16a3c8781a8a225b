import { z } from 'zod'
import { AppFault } from '../../../plan/fault.ts'
import { given } from './given.ts'

/** Blank cells of a table are as good as absent. */
const maybe = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === null || value === '' ? undefined : value), schema.optional())

/** Numbers may come as text, as tables carry them; text with a unit or a suffix is a fault. */
const number = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value), schema)
const ABOVE_0 = 'a number above 0'
const positive = number(z.number(ABOVE_0).positive(ABOVE_0))
const count = number(
  z.number('a whole number above 0').int('a whole number').positive('a whole number above 0'),
)
const share = number(
  z.number('a share from 0 to 1').min(0, 'a share from 0 to 1').max(1, 'a share from 0 to 1'),
)
const atLeastOne = number(z.number('a number of 1 or more').min(1, 'a number of 1 or more'))
const word = z.string('text')
/** `2026-03-25`, `2026/3`, `20260325` or `2026` as year and month. */
const DATE = /^(\d{4})(?:[-/.](\d{1,2})(?!\d)|(\d{2})\d{2}$|(?!\d))/
const date = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  word.transform((text, context) => {
    const [, year, month, packed] = DATE.exec(text.trim()) ?? []
    const at = month ?? packed ?? '6'
    if (year !== undefined && Number(at) >= 1 && Number(at) <= 12) return `${year}-${at.padStart(2, '0')}`
    context.addIssue('a date as 2026-03-25')
    return z.NEVER
  }),
)

/**
 * A run of the same model on the same accelerator; what it does not say is as in its row. Its speed is in output tokens
 * per second per accelerator, in tokens in and out of one, or in output tokens of all its accelerators.
 */
const BatchAnchor = z.object({
  model: maybe(word),
  accelerator: maybe(word),
  outputTokSPerAccel: maybe(positive),
  totalTokSPerAccel: maybe(positive),
  outputTokS: maybe(positive),
  nAccel: maybe(count),
  precision: maybe(word),
  isl: maybe(positive),
  osl: maybe(positive),
  concurrency: maybe(atLeastOne),
  scenario: maybe(word),
  framework: maybe(word),
  date: maybe(date),
})
export type BatchAnchor = z.infer<typeof BatchAnchor>

/** Fields of a row and of its anchors that are none of those above. */
export function unreadFields(raw: object, { anchor }: BatchRow): string[] {
  const anchors = anchor === undefined ? [] : [Object(raw).anchor].flat()
  const inAnchors = anchors.flatMap((own) =>
    Object.keys(own).filter((field) => !(field in BatchAnchor.shape)),
  )
  return [
    ...Object.keys(raw).filter((field) => !(field in BatchRow.shape)),
    ...new Set(inAnchors.map((field) => `anchor.${field}`)),
  ]
}

/** Conditions of an anchor, those of its row where it says none, and its output tokens per second per accelerator. */
export function runOf(row: BatchRow, anchor: BatchAnchor): BatchRow & { outputTokSPerAccel: number } {
  const own = { ...row, ...given(anchor) }
  const { outputTokSPerAccel, totalTokSPerAccel, outputTokS } = anchor
  if (outputTokSPerAccel !== undefined) return { ...own, outputTokSPerAccel }
  if (totalTokSPerAccel !== undefined)
    return { ...own, outputTokSPerAccel: (totalTokSPerAccel * own.osl) / (own.isl + own.osl) }
  if (outputTokS !== undefined && own.nAccel !== undefined)
    return { ...own, outputTokSPerAccel: outputTokS / own.nAccel }
  throw new AppFault('bad-input', 'The anchor has no speed', [
    {
      path: 'anchor.outputTokSPerAccel',
      value: outputTokS,
      expected: 'a number above 0, or totalTokSPerAccel, or outputTokS with nAccel',
    },
  ])
}

/** One question of `tokenworks throughput --batch`; fields beyond these are named in the answer and not read. */
export const BatchRow = z.object(
  {
    model: word.trim().min(1, 'the name of a model'),
    accelerator: word.trim().min(1, 'the name of an accelerator'),
    nAccel: maybe(count),
    precision: maybe(word),
    isl: positive,
    osl: positive,
    cacheHitShare: maybe(share),
    concurrency: maybe(atLeastOne),
    scenario: maybe(word),
    ttftMsMax: maybe(positive),
    tpotMsMax: maybe(positive),
    framework: maybe(word),
    date: maybe(date),
    anchor: maybe(z.union([BatchAnchor, z.array(BatchAnchor)], 'a measured run, or an array of them')),
  },
  'a record of fields, such as {"model": ..., "accelerator": ..., "isl": ..., "osl": ...}',
)
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
