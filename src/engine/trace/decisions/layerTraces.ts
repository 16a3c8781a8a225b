import { editedPlan } from '../../../plan/planPath.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { impliedRatio } from '../../demand/impliedRatio.ts'
import { LAYER_VARIANTS, type LayerVariant, variantEdits } from '../../demand/layerVariants.ts'
import { withoutLimits } from '../../demand/withoutLimits.ts'
import { deriveInputs } from '../../derive/deriveInputs.ts'
import { type Trace, type TraceInput, toRef } from '../trace.ts'
import type { TraceBuilder, TraceContext } from '../traceContext.ts'
import { editInput } from './sweepTraces.ts'

/** What layers 6 and 5 are worth: the plan solved with and without each, and what the speeds of models alone imply. */
export const LAYER_TRACES: Readonly<Record<string, TraceBuilder>> = {
  'layer-variant': (c, [variant = '', field = '']) =>
    isVariant(variant) && isField(field) ? variantFigure(c, variant, field) : null,
  'layer-times': (c, [variant = '']) => (isVariant(variant) ? times(c, variant) : null),
  'implied-ratio': impliedTimes,
  'implied-need': (c, [side = '']) => (isSide(side) ? impliedNeed(c, side) : null),
  'implied-share': impliedShare,
}

type Made = Omit<Trace, 'ref'>

const FIELDS = {
  usedItMwEnd: { word: 'used', unit: 'MW' },
  netPresentCostMusd: { word: 'netPresentCost', unit: 'M$' },
  levelisedUsdPerMTok: { word: 'levelised', unit: '$/Mtok' },
  unservedShare: { word: 'unserved', unit: 'share' },
} as const
type LayerField = keyof typeof FIELDS
type Side = 'withRouting' | 'withoutRouting'

const isField = (field: string): field is LayerField => Object.hasOwn(FIELDS, field)
const isVariant = (id: string): id is LayerVariant => LAYER_VARIANTS.some((own) => own === id)
const isSide = (side: string): side is Side => side === 'withRouting' || side === 'withoutRouting'

export function layerVariantRef(variant: LayerVariant, field: LayerField): string {
  return toRef('layer-variant', variant, field)
}

/** Megawatts of a variant over those of the plan as it is. */
export function layerTimesRef(variant: LayerVariant): string {
  return toRef('layer-times', variant)
}

export const IMPLIED_RATIO = toRef('implied-ratio')
export const IMPLIED_SHARE = toRef('implied-share')

/** The plan that the variants are made of. */
function baseOf({ plan, asked }: TraceContext): Plan {
  return asked.layers?.isUnlimited ? withoutLimits(plan) : plan
}

function variantFigure(c: TraceContext, variant: LayerVariant, field: LayerField): Made | null {
  const metrics = c.asked.layers?.found.get(variant)
  if (!metrics) return null
  const { word, unit } = FIELDS[field]
  return {
    ...{
      word,
      of: variant,
      value: metrics[field],
      unit,
      formula: 'variant',
      isDecided: true,
      found: 'again',
    },
    inputs: [
      ...variantEdits(baseOf(c), variant).map(editInput),
      { word: 'objective', value: metrics.objectiveMusd, unit: 'M$' },
      { word: 'bound', value: metrics.boundMusd, unit: 'M$' },
    ],
    recomputed: metrics[field],
  }
}

function times(c: TraceContext, variant: LayerVariant): Made | null {
  const [own, asItIs] = [c.asked.layers?.found.get(variant), c.asked.layers?.found.get('asItIs')]
  if (!own || !asItIs || asItIs.usedItMwEnd <= 0) return null
  const input = (of: LayerVariant, value: number): TraceInput => {
    return { word: 'used', of, value, unit: 'MW', ref: layerVariantRef(of, 'usedItMwEnd') }
  }
  const value = own.usedItMwEnd / asItIs.usedItMwEnd
  return {
    ...{ word: 'timesAsItIs', of: variant, value, unit: '', formula: 'layer-times', isDecided: false },
    inputs: [input(variant, own.usedItMwEnd), input('asItIs', asItIs.usedItMwEnd)],
    recomputed: value,
  }
}

function impliedOf(c: TraceContext) {
  if (!c.asked.layers) return null
  const own = baseOf(c)
  const off = editedPlan(own, variantEdits(own, 'withoutRouting'))
  return impliedRatio(deriveInputs(own, c.shipped), deriveInputs(off, c.shipped))
}

function impliedTimes(c: TraceContext): Made | null {
  const implied = impliedOf(c)
  if (!implied) return null
  const input = (side: Side, of: LayerVariant): TraceInput => {
    return { word: 'need', of, value: implied[side].itMw, unit: 'MW', ref: toRef('implied-need', side) }
  }
  return {
    ...{ word: 'timesAsItIs', of: 'withoutRouting', value: implied.ratio, unit: '' },
    ...{ formula: 'implied-ratio', isDecided: false },
    inputs: [input('withoutRouting', 'withoutRouting'), input('withRouting', 'asItIs')],
    recomputed: implied.withoutRouting.itMw / implied.withRouting.itMw,
  }
}

/** Tokens of every class at the busiest minute over what a megawatt of the best hardware serves of it. */
function impliedNeed(c: TraceContext, side: Side): Made | null {
  const need = impliedOf(c)?.[side]
  if (!need) return null
  return {
    ...{
      word: 'need',
      of: side === 'withRouting' ? 'asItIs' : 'withoutRouting',
      value: need.itMw,
      unit: 'MW',
    },
    ...{ formula: 'implied-ratio', isDecided: false },
    inputs: need.classes.flatMap(({ classId, modelId, peakMTokS, mTokSPerMw }): TraceInput[] => [
      { word: 'demand', of: classId, value: peakMTokS * 1e6, unit: 'tok/s' },
      { word: 'speedPerMw', of: `${classId}, ${modelId}`, value: mTokSPerMw * 1e6, unit: 'tok/s' },
    ]),
    recomputed: need.classes.reduce((sum, own) => sum + own.peakMTokS / own.mTokSPerMw, 0),
  }
}

function impliedShare(c: TraceContext): Made | null {
  const implied = impliedOf(c)
  if (!implied) return null
  const { smallMTok, allMTok, smallShare } = implied
  return {
    ...{
      word: 'smallModelShare',
      value: smallShare,
      unit: 'share',
      formula: 'small-share',
      isDecided: false,
    },
    inputs: [
      { word: 'smallModelTokens', value: smallMTok, unit: 'Mtok' },
      { word: 'peakTokens', value: allMTok, unit: 'Mtok' },
    ],
    recomputed: smallMTok / allMTok,
  }
}
