import type { AuditLine } from '../../../../plan/result/audit.ts'
import { type Audited, buildPath, type ListedBuild, listBuilds } from '../../audited.ts'
import { agrees, forbids } from '../../line.ts'
import { type Said, say } from '../../said.ts'

const CHECK = 'kept'
const NOISE_UNITS = 1e-3

interface Breach {
  readonly path: string
  readonly why: Said
}

/** What is built, bought or applied for stays so, and is in whole units: no room closes and no server is unbought. */
export function checkKept(audited: Audited): AuditLine[] {
  const all = listBuilds(audited)
  const breaches = all.flatMap((own) => {
    const before = all.find(({ site, t }) => site === own.site && t === own.t - 1)
    return [...fewerThan(audited, own, before), ...notWhole(audited, own)]
  })
  return [
    agrees({
      check: CHECK,
      path: 'builds',
      what: say`What was built or bought and is there no more, or is no whole unit`,
      claimed: breaches.length,
      recomputed: 0,
      unit: 'builds',
      toleranceShare: 0,
    }),
    ...breaches.map(({ path, why }) => forbids({ check: CHECK, path, claimed: 1, unit: 'builds' }, why)),
  ]
}

interface Count {
  readonly key: string
  readonly what: Said | string
  readonly units: number
  readonly path: string
}

/** Everything of a build that is counted to date. */
function countsOf({ names }: Audited, { build }: ListedBuild): Count[] {
  const table = (field: 'boughtByAccelerator' | 'onSiteUnits', nameOf: (id: string) => string) =>
    Object.entries(build[field]).map(([id, units]) => ({
      ...{ key: `${field} ${id}`, units, what: nameOf(id) },
      path: `${buildPath(build, field)}.${id}`,
    }))
  return [
    { key: 'phases', what: say`Phases`, units: build.phases, path: buildPath(build, 'phases') },
    {
      key: 'hasApplied',
      what: say`Applications for the grid`,
      units: build.hasApplied,
      path: buildPath(build, 'hasApplied'),
    },
    ...table('boughtByAccelerator', names.accelerator),
    ...table('onSiteUnits', (id) => id),
  ]
}

function fewerThan(audited: Audited, own: ListedBuild, before: ListedBuild | undefined): Breach[] {
  if (!before) return []
  const standing = new Map(countsOf(audited, before).map(({ key, units }) => [key, units]))
  return countsOf(audited, own)
    .filter(({ key, units }) => units < (standing.get(key) ?? 0) - NOISE_UNITS)
    .map(({ what, path }) => ({
      path,
      why: say`${what} at ${own.site} are fewer in ${own.build.period} than before`,
    }))
}

function notWhole(audited: Audited, own: ListedBuild): Breach[] {
  return countsOf(audited, own)
    .filter(({ units }) => Math.abs(units - Math.round(units)) > NOISE_UNITS)
    .map(({ what, path }) => ({
      path,
      why: say`${what} at ${own.site} in ${own.build.period} are no whole number`,
    }))
}
