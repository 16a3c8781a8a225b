import type { AuditLine } from '../../../plan/result/audit.ts'
import { type Audited, buildPath, sumOf } from '../audited.ts'
import { agrees, atLeast, atMost } from '../line.ts'
import type { Simulation } from '../year/siteYear.ts'

const CHECK = 'serving'
/** A slice's peak is that of its classes one by one; the week's is that of all together. */
const TOLERANCE = 0.01
const NOISE_UNITS = 0.01
const NOISE_TOK_S = 10

/**
 * Tokens are served by units that can: at the busiest minute of the week a site's units suffice for everything that
 * goes there, no class goes where no unit serves it, and no placement makes more of its units than they can do.
 */
export function checkServing(audited: Audited, { sites, weeks }: Simulation): AuditLine[] {
  return [
    ...sites.flatMap((own) => [...siteLines(audited, own), ...classLines(audited, own, weeks)]),
    ...peakLines(audited),
    ...placementLines(audited),
  ]
}

function siteLines({ result }: Audited, { site, build, week }: Simulation['sites'][number]): AuditLine[] {
  const where = `${site.name} in ${build.period}`
  const flows = result.flows.filter((flow) => flow.to === site.id && flow.period === build.period)
  return [
    agrees({
      check: CHECK,
      path: buildPath(build, 'servedTokS'),
      what: `Tokens served at ${where} against what flows there`,
      claimed: build.servedTokS,
      recomputed: sumOf(flows, (flow) => flow.tokS),
      unit: 'tok/s',
      toleranceShare: 1e-4,
      noise: NOISE_TOK_S,
    }),
    atMost({
      check: CHECK,
      path: buildPath(build, 'servedTokS'),
      what: `Tokens that flow to ${where} and that no unit serves`,
      claimed: week.unplacedTokS,
      recomputed: 0,
      unit: 'tok/s',
      toleranceShare: 0,
      noise: NOISE_TOK_S,
    }),
    ...[...week.neededUnits].map(([id, needed]) =>
      atLeast({
        check: CHECK,
        path: `${buildPath(build, 'unitsByAccelerator')}.${id}`,
        what: `${id} at the busiest minute of ${where}`,
        claimed: build.unitsByAccelerator[id] ?? 0,
        recomputed: needed,
        unit: 'units',
        toleranceShare: TOLERANCE,
        noise: NOISE_UNITS,
      }),
    ),
  ]
}

/** Each class in the slice where its units are shortest of its busiest minute. */
function classLines(
  { result, speeds }: Audited,
  { site, build, t }: Simulation['sites'][number],
  weeks: Simulation['weeks'],
): AuditLine[] {
  const placed = result.placements.filter((item) => item.siteId === site.id && item.period === build.period)
  return [...weeks.at(site.id, t)].map(([classId, week]) => {
    const own = placed.filter((item) => item.classId === classId)
    const slices = result.slices.map((slice, h) => {
      const needed = weeks.sliceOfHour.map((other, hour) => (other === h ? week.peak[hour]! : 0))
      const can = sumOf(
        own,
        (item) => (item.unitsBySlice[h] ?? 0) * speeds.ownTokS(classId, item.acceleratorId),
      )
      return { slice, needed: Math.max(...needed), can }
    })
    const [shortest] = slices.sort((a, b) => a.can - a.needed - (b.can - b.needed))
    return atLeast({
      check: CHECK,
      path: `placements[${classId} ${site.id} ${build.period}].unitsBySlice[${shortest!.slice.id}]`,
      what: `What the units of ${classId} can do at ${site.name} in ${shortest!.slice.id} of ${build.period}`,
      claimed: shortest!.can,
      recomputed: shortest!.needed,
      unit: 'tok/s',
      toleranceShare: TOLERANCE,
      noise: NOISE_TOK_S,
    })
  })
}

/** Placements stand for one slice, the site's peak: their units are those of it, and their tokens flow in it. */
function peakLines({ result, plan }: Audited): AuditLine[] {
  const standing = Map.groupBy(result.placements, (item) => `${item.siteId} ${item.period}`)
  return [...standing].flatMap(([key, items]) => {
    const distance = (h: number) => sumOf(items, (item) => Math.abs(item.units - (item.unitsBySlice[h] ?? 0)))
    const [peak] = [...result.slices.keys()].sort((a, b) => distance(a) - distance(b))
    const { siteId, period } = items[0]!
    const site = plan.sites.find((own) => own.id === siteId)?.name ?? siteId
    const flows = result.flows.filter((flow) => flow.to === siteId && flow.period === period)
    return [
      atMost({
        check: CHECK,
        path: `placements[${key}].units`,
        what: `Units of the placements at ${site} in ${period} that differ from those of their slice`,
        claimed: distance(peak!),
        recomputed: 0,
        unit: 'units',
        toleranceShare: 0,
        noise: NOISE_UNITS,
      }),
      ...[...Map.groupBy(items, (item) => item.classId)].map(([classId, own]) =>
        agrees({
          check: CHECK,
          path: `placements[${classId} ${key}].tokS`,
          what: `Tokens of ${classId} placed at ${site} in ${period} against what flows there in that slice`,
          claimed: sumOf(own, (item) => item.tokS),
          recomputed: sumOf(flows, (flow) => (flow.classId === classId ? (flow.tokSBySlice[peak!] ?? 0) : 0)),
          unit: 'tok/s',
          toleranceShare: TOLERANCE,
          noise: NOISE_TOK_S,
        }),
      ),
    ]
  })
}

function placementLines({ result, speeds }: Audited): AuditLine[] {
  return result.placements.map((item) =>
    atMost({
      check: CHECK,
      path: `placements[${item.classId} ${item.siteId} ${item.acceleratorId} ${item.period}].tokS`,
      what: `${item.classId} on ${item.acceleratorId} at ${item.siteId} in ${item.period}, against what the units can do`,
      claimed: item.tokS,
      recomputed: item.units * speeds.ownTokS(item.classId, item.acceleratorId),
      unit: 'tok/s',
      toleranceShare: 1e-3,
      noise: NOISE_TOK_S,
    }),
  )
}
