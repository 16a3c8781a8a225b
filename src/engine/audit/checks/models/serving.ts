import type { AuditLine } from '../../../../plan/result/audit.ts'
import { type Audited, buildPath, sumOf } from '../../audited.ts'
import { agrees, atLeast, atMost } from '../../line.ts'
import { say } from '../../said.ts'
import type { Simulation } from '../../year/siteYear.ts'

const CHECK = 'serving'
/** A slice's peak is that of its classes one by one; the week's is that of all together. */
const TOLERANCE = 0.01
const NOISE_UNITS = 0.01
const NOISE_TOK_S = 10

/**
 * Tokens are served by units that can: at the busiest minute of the week a site's units suffice for everything that
 * goes there, those of a class for the class, and no class goes where no unit serves it.
 */
export function checkServing(audited: Audited, { sites, weeks }: Simulation): AuditLine[] {
  return sites.flatMap((own) => [...siteLines(audited, own), ...classLines(audited, own, weeks)])
}

function siteLines(
  { result, names }: Audited,
  { site, build, week }: Simulation['sites'][number],
): AuditLine[] {
  const where = say`${site} in ${build.period}`
  const flows = result.flows.filter((flow) => flow.to === site.id && flow.period === build.period)
  return [
    agrees({
      check: CHECK,
      path: buildPath(build, 'servedTokS'),
      what: say`Tokens served at ${where} against what flows there`,
      claimed: build.servedTokS,
      recomputed: sumOf(flows, (flow) => flow.tokS),
      unit: 'tok/s',
      toleranceShare: 1e-4,
      noise: NOISE_TOK_S,
    }),
    atMost({
      check: CHECK,
      path: buildPath(build, 'servedTokS'),
      what: say`Tokens that flow to ${where} and that no unit serves`,
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
        what: say`${names.accelerator(id)} at the busiest minute of ${where}`,
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
        (item) => (item.unitsBySlice[h] ?? 0) * speeds.ownTokS(classId, item.acceleratorId, item.modelId),
      )
      return { slice, needed: Math.max(...needed), can }
    })
    const [shortest] = slices.sort((a, b) => a.can - a.needed - (b.can - b.needed))
    return atLeast({
      check: CHECK,
      path: `placements[${classId} ${site.id} ${build.period}].unitsBySlice[${shortest!.slice.id}]`,
      what: say`What the units of ${classId} can do at ${site} in ${shortest!.slice.id} of ${build.period}`,
      claimed: shortest!.can,
      recomputed: shortest!.needed,
      unit: 'tok/s',
      toleranceShare: TOLERANCE,
      noise: NOISE_TOK_S,
    })
  })
}
