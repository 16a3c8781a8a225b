import type { AuditLine } from '../../../../plan/result/audit.ts'
import type { CakeSlice } from '../../../../plan/result/cake.ts'
import type { SiteBuild } from '../../../../plan/result/siteBuild.ts'
import { type Audited, sumOf } from '../../audited.ts'
import { agrees, atLeast } from '../../line.ts'
import { type Said, say } from '../../said.ts'

const CHECK = 'cake'
const TOLERANCE = 1e-3
/** A need of fewer tokens per second is none. */
const NOISE_TOK_S = 1

/** The cake says of each site what its build says; headroom is capacity over need; one layer binds. */
export function checkCake(audited: Audited): AuditLine[] {
  const { result } = audited
  const cells = Map.groupBy(result.cake, (cell) => `${cell.siteId ?? 'all sites'} ${cell.period}`)
  return [...cells].flatMap(([key, own]) => {
    const build = result.builds.find((one) => `${one.siteId} ${one.period}` === key)
    return [
      agrees({
        check: CHECK,
        path: `cake[${key}].isBinding`,
        what: say`Layers that bind at ${saidKey(audited, own[0]!)}`,
        claimed: own.filter((cell) => cell.isBinding).length,
        recomputed: 1,
        unit: 'layers',
        toleranceShare: 0,
      }),
      ...own.flatMap((cell) => [
        ...headroomLines(audited, cell, key),
        ...useLines(audited, cell, key, build),
      ]),
    ]
  })
}

/** Place and period of a cell. */
function saidKey({ names }: Audited, { siteId, period }: CakeSlice): Said {
  return siteId === null ? say`all sites ${period}` : say`${names.place(siteId)} ${period}`
}

function headroomLines(audited: Audited, cell: CakeSlice, key: string): AuditLine[] {
  const { capacityTokS, needTokS, headroomShare, layer } = cell
  if (capacityTokS === null || needTokS < NOISE_TOK_S) return []
  return [
    agrees({
      check: CHECK,
      path: `cake[${key} ${layer}].headroomShare`,
      what: say`Headroom of ${layer} at ${saidKey(audited, cell)}`,
      claimed: headroomShare ?? 0,
      recomputed: capacityTokS / needTokS - 1,
      unit: 'of the need',
      toleranceShare: TOLERANCE,
      noise: 1e-4,
    }),
    ...(cell.siteId === null
      ? []
      : [
          atLeast({
            check: CHECK,
            path: `cake[${key} ${layer}].capacityTokS`,
            what: say`Capacity of ${layer} at ${saidKey(audited, cell)}`,
            claimed: capacityTokS,
            recomputed: needTokS,
            unit: 'tok/s',
            toleranceShare: TOLERANCE,
            noise: NOISE_TOK_S,
          }),
        ]),
  ]
}

function useLines(audited: Audited, cell: CakeSlice, key: string, build: SiteBuild | undefined): AuditLine[] {
  if (!build) return []
  const used = usedOf(cell, build)
  if (used === null) return []
  return [
    agrees({
      check: CHECK,
      path: `cake[${key} ${cell.layer}].native.used`,
      what: say`Use of ${cell.layer} at ${saidKey(audited, cell)}`,
      claimed: cell.native.used,
      recomputed: used,
      unit: cell.native.unit,
      toleranceShare: TOLERANCE,
    }),
  ]
}

/** What the build says of a layer's use in the layer's own unit; null: nothing. */
function usedOf({ layer }: CakeSlice, build: SiteBuild): number | null {
  switch (layer) {
    case 'power':
      return build.peakMw
    case 'facility':
      return build.usedItMw
    case 'accelerators':
      return sumOf(Object.values(build.unitsByAccelerator), (units) => units)
    default:
      return null
  }
}
