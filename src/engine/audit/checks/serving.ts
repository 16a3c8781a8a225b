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
export function checkServing(audited: Audited, { sites }: Simulation): AuditLine[] {
  return [...sites.flatMap((own) => siteLines(audited, own)), ...placementLines(audited)]
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
