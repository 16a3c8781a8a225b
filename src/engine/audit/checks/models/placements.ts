import type { AuditLine } from '../../../../plan/result/audit.ts'
import type { PlanResult } from '../../../../plan/result/result.ts'
import type { Placement } from '../../../../plan/result/work.ts'
import { type Audited, sumOf } from '../../audited.ts'
import { agrees, atMost } from '../../line.ts'
import { type Said, say } from '../../said.ts'

const CHECK = 'placements'
const TOLERANCE = 0.01
const NOISE_UNITS = 0.01
const NOISE_TOK_S = 10

type Flow = PlanResult['flows'][number]

/**
 * Placements stand for one slice, the site's peak: their units are those of it, their tokens flow in it, and no
 * placement makes more of its units than they can do.
 */
export function checkPlacements(audited: Audited): AuditLine[] {
  const { result, names } = audited
  const standing = Map.groupBy(result.placements, (item) => `${item.siteId} ${item.period}`)
  const arriving = Map.groupBy(result.flows, (flow) => `${flow.to} ${flow.period}`)
  return [...standing].flatMap(([key, items]) => {
    const { siteId, period } = items[0]!
    const where = say`${names.place(siteId)} in ${period}`
    const peak = findPeak(items, arriving.get(key) ?? [], result.slices.length)
    return [
      atMost({
        check: CHECK,
        path: `placements[${key}].units`,
        what: say`Units of the placements at ${where} that differ from those of their slice`,
        claimed: peak.unitsOff,
        recomputed: 0,
        unit: 'units',
        toleranceShare: 0,
        noise: NOISE_UNITS,
      }),
      ...peak.classes.map(({ classId, placedTokS, flowTokS }) =>
        agrees({
          check: CHECK,
          path: `placements[${classId} ${key}].tokS`,
          what: say`Tokens of ${classId} placed at ${where} against what flows there in that slice`,
          claimed: placedTokS,
          recomputed: flowTokS,
          unit: 'tok/s',
          toleranceShare: TOLERANCE,
          noise: NOISE_TOK_S,
        }),
      ),
      ...items.map((item) => ableLine(audited, item, where)),
      ...items.flatMap((item) => prefillLines(audited, item, where)),
    ]
  })
}

/** The slice that the placements of a site and quarter stand for: that of their units, then that of their tokens. */
function findPeak(items: readonly Placement[], flows: readonly Flow[], slices: number) {
  const byClass = [...Map.groupBy(items, (item) => item.classId)]
  const candidates = Array.from({ length: slices }, (_, h) => {
    const classes = byClass.map(([classId, own]) => ({
      classId,
      placedTokS: sumOf(own, (item) => item.tokS),
      flowTokS: sumOf(flows, (flow) => (flow.classId === classId ? (flow.tokSBySlice[h] ?? 0) : 0)),
    }))
    const unitsOff = sumOf(items, (item) => Math.abs(item.units - (item.unitsBySlice[h] ?? 0)))
    return { classes, unitsOff, tokSOff: sumOf(classes, (own) => Math.abs(own.placedTokS - own.flowTokS)) }
  })
  const least = Math.min(...candidates.map((own) => own.unitsOff))
  const near = candidates.filter((own) => own.unitsOff <= least + NOISE_UNITS)
  return near.reduce((best, own) => (own.tokSOff < best.tokSOff ? own : best))
}

function ableLine({ speeds, names }: Audited, item: Placement, where: Said): AuditLine {
  return atMost({
    check: CHECK,
    path: `placements[${item.classId} ${item.siteId} ${item.acceleratorId} ${item.period}].tokS`,
    what: say`${item.classId} on ${names.accelerator(item.acceleratorId)} at ${where}, against what the units can do`,
    claimed: item.tokS,
    recomputed: item.units * speeds.ownTokS(item.classId, item.acceleratorId, item.modelId),
    unit: 'tok/s',
    toleranceShare: 1e-3,
    noise: NOISE_TOK_S,
  })
}

/** Units that read prompts alone, where the model is served so or the result says that it is. */
function prefillLines({ speeds, names }: Audited, item: Placement, where: Said): AuditLine[] {
  const { classId, acceleratorId, siteId, period, modelId } = item
  const share = speeds.prefillShare(classId, acceleratorId, modelId)
  if (share <= 0 && item.prefillUnits === undefined) return []
  return [
    agrees({
      check: CHECK,
      path: `placements[${classId} ${siteId} ${acceleratorId} ${period}].prefillUnits`,
      what: say`Units of ${classId} on ${names.accelerator(acceleratorId)} at ${where} that read prompts alone`,
      claimed: item.prefillUnits ?? 0,
      recomputed: item.units * share,
      unit: 'units',
      toleranceShare: 1e-3,
      noise: NOISE_UNITS,
    }),
  ]
}
