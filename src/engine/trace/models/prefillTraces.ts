import { DECODE_BUSY } from '../../throughput/disaggregated/disaggregated.ts'
import { type AnchoredSystem, accelSeconds } from '../../throughput/disaggregated/disaggregatedAnchors.ts'
import type { ServingQuery } from '../../throughput/query.ts'
import { type Trace, type TraceInput, toRef } from '../trace.ts'
import { type PlacementAt, sumInputs, type TraceBuilder, type TraceContext } from '../traceContext.ts'
import { deployedPair, lineInputs, type ServedLine, servedLines, timeOf } from './deployedPair.ts'

/** Prompts on accelerators of their own: how many there are of them, and why. */
export const PREFILL_TRACES: Readonly<Record<string, TraceBuilder>> = {
  'model-prefill': (c, [siteId = '', modelId = '', period = '']) => modelPrefill(c, siteId, modelId, period),
  'placement-prefill': (c, [siteId = '', classId = '', acceleratorId = '', period = '']) =>
    placementPrefill(c, { siteId, classId, acceleratorId, period }),
  'prefill-share': (c, [lineId = '', modelId = '', acceleratorId = '']) =>
    prefillShare(c, lineId, modelId, acceleratorId),
}

type Made = Omit<Trace, 'ref'>

/** Units of a model at a site that read prompts at its peak, class by class. */
function modelPrefill(c: TraceContext, siteId: string, modelId: string, period: string): Made | null {
  const inputs = c.result.placements
    .filter((own) => own.siteId === siteId && own.modelId === modelId && own.period === period)
    .filter((own) => own.prefillUnits !== undefined)
    .map(({ classId, acceleratorId, prefillUnits = 0 }): TraceInput => {
      const ref = toRef('placement-prefill', siteId, classId, acceleratorId, period)
      return {
        word: 'prefillUnits',
        of: `${classId}, ${acceleratorId}`,
        value: prefillUnits,
        unit: 'units',
        ref,
      }
    })
  if (inputs.length === 0) return null
  const value = sumInputs(inputs)
  return {
    ...{ word: 'prefillUnits', of: `${modelId}, ${c.siteName(siteId)}, ${period}`, value, unit: 'units' },
    ...{ formula: 'prefill-units', isDecided: false, inputs, recomputed: value },
  }
}

/** Units of a class on an accelerator that read its prompts; of a router or a cascade only that there are so many. */
function placementPrefill(c: TraceContext, at: PlacementAt): Made | null {
  const { siteId, classId, acceleratorId, period } = at
  const own = c.placement(at)
  const taskClass = c.inputs.classes.find((item) => item.id === classId)
  if (!own || own.prefillUnits === undefined || !taskClass) return null
  const lines = servedLines(c, taskClass, own.modelId, acceleratorId)
  const shareOf = ({ prediction }: ServedLine): number => prediction.system?.prefillShare ?? 0
  return {
    ...{
      word: 'prefillUnits',
      of: `${classId}, ${own.modelId}, ${acceleratorId}, ${c.siteName(siteId)}, ${period}`,
    },
    ...{ value: own.prefillUnits, unit: 'units', formula: 'prefill-units', isDecided: false },
    inputs: [
      {
        ...{ word: 'busyUnits', value: own.units, unit: 'units' },
        ref: toRef('placement', siteId, classId, acceleratorId, period),
      },
      ...lines.flatMap((line): TraceInput[] => [
        ...lineInputs(line, own.modelId, acceleratorId),
        {
          ...{ word: 'prefillShare', of: line.id, value: shareOf(line), unit: 'share' },
          ref: line.prediction.system
            ? toRef('prefill-share', line.id, own.modelId, acceleratorId)
            : undefined,
        },
      ]),
    ],
    recomputed: lines.length > 0 ? (own.units * timeOf(lines, shareOf)) / timeOf(lines) : own.prefillUnits,
  }
}

/** Of the accelerators that serve a demand line, those that read its prompts. */
function prefillShare(c: TraceContext, lineId: string, modelId: string, acceleratorId: string): Made | null {
  const workload = c.workloads.find((own) => own.id === lineId)
  const found = workload && deployedPair(c, workload, modelId, acceleratorId)
  const system = found?.prediction.system
  if (!system) return null
  const { prompts, answers } = accelSeconds(system, found.query.outputTokens)
  return {
    ...{ word: 'prefillShare', of: `${lineId}, ${modelId}, ${acceleratorId}`, unit: 'share' },
    ...{ value: system.prefillShare, formula: 'prefill-share', isDecided: false },
    inputs: systemInputs(system, found.query, lineId),
    recomputed: prompts / (prompts + answers),
  }
}

/** Output tokens of a call over what it takes of either kind, as measured systems have it. */
export function outputOfSystem(
  system: AnchoredSystem,
  query: ServingQuery,
  of: string,
): Pick<Made, 'inputs' | 'recomputed'> {
  const { prompts, answers } = accelSeconds(system, query.outputTokens)
  const { anchor, anchorFactor } = system
  const source = `Measured run: ${anchor}`
  return {
    inputs: [
      ...systemInputs(system, query, of),
      ...(anchor === null
        ? []
        : [{ word: 'measuredFactor' as const, value: anchorFactor, unit: '', source }]),
    ],
    recomputed: (anchorFactor * query.outputTokens) / (prompts + answers),
  }
}

/** What the speed of either kind comes of. */
function systemInputs(system: AnchoredSystem, query: ServingQuery, lineId: string): TraceInput[] {
  const code = 'src/engine/throughput/disaggregated/disaggregated.ts (C)'
  const fitted = 'Roofline with coefficients fitted to measured runs (C)'
  return [
    { word: 'promptAccelerators', value: system.prefillAccelCount, unit: '' },
    { word: 'promptTime', value: system.promptMs, unit: 'ms', source: fitted },
    { word: 'promptBusy', value: system.prefillBusyShare, unit: 'share', source: code },
    { word: 'answerAccelerators', value: system.decodeAccelCount, unit: '' },
    { word: 'stepTime', value: system.tpotMs * system.anchorFactor, unit: 'ms', source: fitted },
    { word: 'outputTokens', of: lineId, value: query.outputTokens, unit: 'tokens' },
    { word: 'answerBusy', value: DECODE_BUSY, unit: 'share', source: code },
    { word: 'callsAtOnce', value: system.batch, unit: '' },
  ]
}
