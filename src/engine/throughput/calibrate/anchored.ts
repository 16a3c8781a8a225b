import { anchorStep } from '../anchors/anchorStep.ts'
import { resolveCoefficients } from '../factors/resolveCoefficients.ts'
import { place } from '../step/place.ts'
import type { Fitted } from './fitFactors.ts'
import type { Measurement } from './measurement.ts'
import { hashText } from './statistics.ts'

/** Where the one anchor of a row is from: a run of its configuration, or any run of its model and accelerator. */
export const ANCHORED_BY = ['configuration', 'pair'] as const
export type AnchoredBy = (typeof ANCHORED_BY)[number]

/** Measured over predicted tokens per second, in logarithms, where one other row was known, and the deviation that it left. */
export interface AnchoredLog {
  readonly log: number
  readonly left: number
}
export type AnchoredLogs = Partial<Record<AnchoredBy, AnchoredLog>>

/**
 * Predicts each row with one other row as an anchor, drawn by the seed: of the same configuration, and of the same
 * model, accelerator and way of arriving.
 */
export function anchoredLogs(rows: readonly Measurement[], fitted: Fitted, seed: number): AnchoredLogs[] {
  const drawn = [...rows].sort((a, b) => hashText(String(a.line), seed) - hashText(String(b.line), seed))
  const first = Object.fromEntries(
    ANCHORED_BY.map((by) => [by, Map.groupBy(drawn, (row) => keyOf(row, by))]),
  ) as Record<AnchoredBy, Map<string, Measurement[]>>
  return rows.map((row) =>
    Object.fromEntries(
      ANCHORED_BY.flatMap((by) => {
        const anchor = first[by].get(keyOf(row, by))!.find((own) => own !== row)
        const log = anchor === undefined ? undefined : logOf(row, anchor, fitted)
        return log === undefined ? [] : [[by, log]]
      }),
    ),
  )
}

function keyOf({ query, run }: Measurement, by: AnchoredBy): string {
  return by === 'configuration' ? run : `${query.model.id} ${query.accelerator.id} ${query.software}`
}

function logOf(row: Measurement, anchor: Measurement, fitted: Fitted): AnchoredLog | undefined {
  const own = resolveCoefficients(fitted, row.query)
  const anchors = [{ ...anchor, source: String(anchor.line) }]
  const { coefficients, left } = anchorStep(row.query, anchors, fitted, own)
  const { outputTokSPerAccel } = place(row.query, coefficients)
  return outputTokSPerAccel > 0
    ? { log: Math.log(row.outputTokSPerAccel / outputTokSPerAccel), left }
    : undefined
}
