import { inputDifferences, plainInput } from '../../../plan/differences.ts'
import { keyOf, orders } from '../../compare/attribution.ts'
import { type InputGroup, mixPlans } from '../../compare/inputGroups.ts'
import type { BridgeTo } from '../decisions/asked.ts'
import { type Trace, type TraceInput, toRef } from '../trace.ts'
import type { TraceBuilder, TraceContext } from '../traceContext.ts'

/** What a group of inputs does to the cost, from this plan to the other: the mixtures that were solved for it. */
export const BRIDGE_TRACES: Readonly<Record<string, TraceBuilder>> = {
  'bridge-part': (c, [group = '', field = '']) => {
    const { bridge } = c.asked
    const own = bridge?.groups.find((one) => one === group)
    return bridge && own && isField(field) ? bridgePart(c, bridge, own, field) : null
  },
}

const FIELDS = { costMusd: 'M$', levelisedUsdPerMTok: '$/Mtok' } as const
export type BridgeField = keyof typeof FIELDS
const isField = (field: string): field is BridgeField => Object.hasOwn(FIELDS, field)

export function bridgeRef(group: InputGroup, field: BridgeField): string {
  return toRef('bridge-part', group, field)
}

const SHOWN = 40

function bridgePart(
  c: TraceContext,
  { plan, groups, worths, parts }: BridgeTo,
  group: InputGroup,
  field: BridgeField,
): Omit<Trace, 'ref'> | null {
  const part = parts.find((own) => own.group === group)
  if (!part) return null
  const unit = FIELDS[field]
  const all = orders(groups)
  const steps = all.map((order) => order.slice(0, order.indexOf(group)))
  const worthOf = (changed: readonly InputGroup[]): number =>
    worths.get(keyOf(changed))?.[field] ?? Number.NaN
  const costInput = (changed: readonly InputGroup[]): TraceInput => {
    const of = changed.length === 0 ? undefined : changed.join(', ')
    return { word: changed.length === 0 ? 'unchanged' : 'changedGroups', of, value: worthOf(changed), unit }
  }
  return {
    ...{ word: 'groupPart', of: group, value: part[field], unit, formula: 'attribution', isDecided: false },
    inputs: [
      ...[...Map.groupBy(steps, keyOf).values()].flatMap((own) => [
        { word: 'orders' as const, value: own.length, unit: '' },
        costInput(own[0]!),
        costInput([...own[0]!, group]),
      ]),
      ...changesOf(c, plan, group),
    ],
    recomputed: steps.reduce((sum, own) => sum + worthOf([...own, group]) - worthOf(own), 0) / all.length,
  }
}

/** The inputs of the group, as one plan and the other have them. */
function changesOf(c: TraceContext, other: BridgeTo['plan'], group: InputGroup): TraceInput[] {
  const [from, to] = [mixPlans(c.plan, other, new Set()), mixPlans(c.plan, other, new Set([group]))]
  return inputDifferences([from, to])
    .slice(0, SHOWN)
    .map(({ path, values: [before, after] }): TraceInput => {
      const value = [before, after].map((own) => (own === undefined ? '—' : plainInput(own))).join(' → ')
      return { word: 'changed', of: path, value, unit: '', change: [before ?? null, after ?? null] }
    })
}
