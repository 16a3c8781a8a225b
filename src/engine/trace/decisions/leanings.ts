import type { CostLine } from '../../../plan/result/money.ts'
import { paidLines } from '../../results/money/paidCosts.ts'
import { periodCost } from '../money/costs/periodCost.ts'
import { costLineRef } from '../money/costTraces.ts'
import { type TraceInput, type TraceRef, toRef } from '../trace.ts'
import type { TraceContext } from '../traceContext.ts'
import type { TraceWord } from '../traceWord.ts'

/** How much of the net present cost moves with an input. */
export interface Leaning {
  readonly input: TraceInput
  /** Relative change of the cost for a relative change of the input, the plan as built: 0.4 is 0.4 % for one per cent. */
  readonly share: number
  /** Cost that is proportional to it: cost lines, or the places of a model. */
  readonly parts: readonly CostPart[]
}

interface CostPart {
  readonly of: string
  readonly musd: number
  readonly ref: TraceRef
}

/** Inputs to which a cost line is proportional. */
const FACTORS: ReadonlySet<TraceWord> = new Set<TraceWord>([
  ...(['price', 'network', 'maintenance', 'leasePrice', 'egressPrice', 'bytesPerToken'] as const),
  ...(['opex', 'fixedPerSite', 'demandCharge'] as const),
])
/** Shares below this are not worth a line. */
const LEAST = 0.001

/**
 * Inputs that the answer leans on, the most first. At the optimum what the plan decides changes nothing at first order,
 * so that
 *
 *   price   share = cost lines that are proportional to it / net present cost
 *   speed   share = cost of the places that run a model, by the time that they run it / net present cost
 */
export function leanings(c: TraceContext): Leaning[] {
  const lines = paidLines(c.result)
  const total = lines.reduce((sum, line) => sum + line.presentMusd, 0)
  if (total <= 0) return []
  const prices = lines.flatMap((line) =>
    factorsOf(c, line).map((input) => ({ input, part: linePart(c, line) })),
  )
  const speeds = c.money.byModel
    .filter(({ id }) => c.plan.models.some((own) => own.id === id))
    .map(({ id, costMusd }) => ({
      input: {
        ...{ word: 'speed', of: id, value: null, unit: '' },
        path: `models[${id}].catalogModelId`,
      } satisfies TraceInput,
      part: { of: id, musd: costMusd, ref: toRef('money', 'byModel', id, 'costMusd') },
    }))
  return [...Map.groupBy([...prices, ...speeds], ({ input }) => leaningKey(input)).values()]
    .map((own) => ({
      input: own[0]!.input,
      share: own.reduce((sum, { part }) => sum + part.musd, 0) / total,
      parts: own.map(({ part }) => part),
    }))
    .filter(({ share }) => share >= LEAST)
    .sort((a, b) => b.share - a.share)
}

function linePart(c: TraceContext, line: CostLine): CostPart {
  const where = line.siteId === null ? '' : `, ${c.siteName(line.siteId) ?? line.siteId}`
  return { of: `${line.name}${where}`, musd: line.presentMusd, ref: costLineRef(line) }
}

/** Of the period in which the line costs the most. */
function factorsOf(c: TraceContext, line: CostLine): TraceInput[] {
  const dearest = line.byPeriodMusd.reduce((best, musd, t) => (musd > line.byPeriodMusd[best]! ? t : best), 0)
  const trace = periodCost(c, line, c.result.periods[dearest]!)
  const found = (trace?.inputs ?? []).filter(
    ({ word, path, cell }) => FACTORS.has(word) && (path ?? cell) !== undefined,
  )
  const of = line.siteId === null ? undefined : c.siteName(line.siteId)
  // A lease's price is traced by its period: what matters here is whose price it is.
  const leaseOf = (input: TraceInput) =>
    input.word === 'leasePrice'
      ? c.plan.distribution.leases.find(({ id }) => id === ownerOf(input))?.name
      : undefined
  const named = found.map((input) => ({
    ...input,
    of: leaseOf(input) ?? input.of ?? ownerOf(input) ?? of,
  }))
  return [...new Map(named.map((input) => [leaningKey(input), input])).values()]
}

/** The thing of a list that a path goes through, as in `accelerators[b300-node].priceUsdPerUnit`; sites have a name. */
function ownerOf({ path }: TraceInput): string | undefined {
  return path?.startsWith('sites[') ? undefined : /\[([^\]]+)\]/.exec(path ?? '')?.[1]
}

/** Tells the inputs that are leant on apart. */
export function leaningKey({ path, cell, word }: TraceInput): string {
  return path ?? [cell?.table, cell?.rowId, cell?.column].join(' ') + word
}
