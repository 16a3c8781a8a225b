import type { AuditLine } from '../../../../plan/result/audit.ts'
import { type Audited, buildPath, listBuilds } from '../../audited.ts'
import { agrees } from '../../line.ts'
import { say } from '../../said.ts'
import { keptUnits } from '../../year/siteWeek.ts'

const CHECK = 'training'
const NOISE_UNITS = 1e-6

/** Units said to train are those that the plan keeps for it. */
export function checkTraining(audited: Audited): AuditLine[] {
  return listBuilds(audited).flatMap(({ site, build }) => {
    const kept = keptUnits(audited.plan, site.id, build.period)
    const ids = new Set([...kept.keys(), ...Object.keys(build.trainingByAccelerator)])
    return [...ids].map((id) =>
      agrees({
        check: CHECK,
        path: `${buildPath(build, 'trainingByAccelerator')}.${id}`,
        what: say`${audited.names.accelerator(id)} kept for training at ${site} in ${build.period}`,
        claimed: build.trainingByAccelerator[id] ?? 0,
        recomputed: kept.get(id)?.units ?? 0,
        unit: 'units',
        toleranceShare: 0,
        noise: NOISE_UNITS,
      }),
    )
  })
}
