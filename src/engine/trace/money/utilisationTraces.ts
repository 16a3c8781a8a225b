import { levelisedAt, type UtilisationCost, workEnergy } from '../../results/money/utilisationCost.ts'
import { type TraceInput, type TraceRef, toRef } from '../trace.ts'
import { sumInputs, type TraceBuilder, type TraceContext } from '../traceContext.ts'
import { costLineRef } from './costTraces.ts'

/** Levelised cost of the own sites against their utilisation. */
export const UTILISATION_TRACES: Readonly<Record<string, TraceBuilder>> = {
  'levelised-at': (c, [share = '']) => ofSites(c, (own) => costAt(own, Number(share))),
  'levelised-work': (c) => ofSites(c, costOfWork),
  'own-utilisation': (c) => ofSites(c, (own) => utilisation(c, own)),
  'own-fixed': (c) => ofSites(c, (own) => fixed(c, own)),
  'own-variable': (c) => ofSites(c, (own) => variable(c, own)),
  'work-share': (c, [siteId = '']) => workShare(c, siteId),
}

/** The levelised cost at a utilisation; without one at that of the plan. */
export function levelisedAtRef(share: number): TraceRef {
  return toRef('levelised-at', String(share))
}

function ofSites<T>(c: TraceContext, build: (own: UtilisationCost) => T): T | null {
  return c.money.atUtilisation && build(c.money.atUtilisation)
}

function costAt(own: UtilisationCost, share: number) {
  if (!(share > 0)) return null
  const { fixedMusd, variableMusd, mTok, utilisation: planned } = own
  return {
    ...{ word: 'levelised' as const, value: levelisedAt(own, share), unit: '$/Mtok', isDecided: false },
    formula: 'levelised-at-utilisation' as const,
    inputs: [
      { word: 'ownFixed' as const, value: fixedMusd, unit: 'M$', ref: toRef('own-fixed') },
      { word: 'ownVariable' as const, value: variableMusd, unit: 'M$', ref: toRef('own-variable') },
      { word: 'discountedTokens' as const, value: mTok, unit: 'Mtok' },
      { word: 'ownUtilisation' as const, value: planned, unit: 'share', ref: toRef('own-utilisation') },
      { word: 'utilisation' as const, value: share, unit: 'share' },
    ],
    recomputed: (((fixedMusd * planned) / share + variableMusd) / mTok) * 1e6,
  }
}

/** What the work alone costs, at whatever utilisation. */
function costOfWork({ variableMusd, mTok }: UtilisationCost) {
  const value = (variableMusd / mTok) * 1e6
  return {
    ...{ word: 'levelised' as const, value, unit: '$/Mtok', isDecided: false },
    formula: 'levelised-at-utilisation' as const,
    inputs: [
      { word: 'ownVariable' as const, value: variableMusd, unit: 'M$', ref: toRef('own-variable') },
      { word: 'discountedTokens' as const, value: mTok, unit: 'Mtok' },
    ],
    recomputed: value,
  }
}

function utilisation(c: TraceContext, own: UtilisationCost) {
  const { workedAccelH, heldAccelH } = c.money.breakEven
  const hours = (word: 'workedHours' | 'heldHours', value: number, kind: string): TraceInput => ({
    ...{ word, value, unit: 'h', ref: toRef('accelerator-hours', kind) },
  })
  return {
    ...{ word: 'ownUtilisation' as const, value: own.utilisation, unit: 'share', isDecided: false },
    formula: 'own-utilisation' as const,
    inputs: [hours('workedHours', workedAccelH, 'worked'), hours('heldHours', heldAccelH, 'held')],
    recomputed: workedAccelH / heldAccelH,
  }
}

function fixed(c: TraceContext, { fixedMusd, variableMusd }: UtilisationCost) {
  const { costMusd } = c.money.breakEven
  return {
    ...{ word: 'ownFixed' as const, value: fixedMusd, unit: 'M$', isDecided: false },
    formula: 'cost-by-work' as const,
    inputs: [
      { word: 'ownCost' as const, value: costMusd, unit: 'M$', ref: toRef('own-cost') },
      { word: 'ownVariable' as const, value: variableMusd, unit: 'M$', ref: toRef('own-variable') },
    ],
    recomputed: costMusd - variableMusd,
  }
}

function variable(c: TraceContext, { variableMusd, lines }: UtilisationCost) {
  const own = lines.filter(({ workShare: share }) => share > 0)
  return {
    ...{ word: 'ownVariable' as const, value: variableMusd, unit: 'M$', isDecided: false },
    formula: 'cost-by-work' as const,
    inputs: own.flatMap(({ line, workShare: share }): TraceInput[] => {
      const of = [line.name, c.siteName(line.siteId)].join(', ')
      const ref = share < 1 ? toRef('work-share', line.siteId ?? '') : undefined
      return [
        { word: 'costLine', of, value: line.presentMusd, unit: 'M$', ref: costLineRef(line) },
        { word: 'workShare', of, value: share, unit: 'share', ref },
      ]
    }),
    recomputed: own.reduce((sum, { line, workShare: share }) => sum + share * line.presentMusd, 0),
  }
}

/** Share of the work in the IT energy of a site. */
function workShare(c: TraceContext, siteId: string) {
  const siteIndex = c.siteIndex(siteId)
  if (siteIndex < 0) return null
  const { workMwh, standingMwh } = workEnergy(c.inputs, c.result, siteIndex)
  const inputs: TraceInput[] = [
    { word: 'workEnergy', value: workMwh, unit: 'MWh' },
    { word: 'standingEnergy', value: standingMwh, unit: 'MWh' },
    ...c.plan.accelerators.map(
      (own): TraceInput => ({
        ...{ word: 'idleShare', of: own.id, value: own.idleShare, unit: 'share' },
        path: `accelerators[${own.id}].idleShare`,
      }),
    ),
  ]
  const all = sumInputs(inputs.slice(0, 2))
  return {
    ...{ word: 'workShare' as const, of: c.siteName(siteId), value: all > 0 ? workMwh / all : 0 },
    ...{ unit: 'share', formula: 'work-share' as const, isDecided: false, inputs },
    recomputed: all > 0 ? workMwh / all : 0,
  }
}
