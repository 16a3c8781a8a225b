import type { AuditLine } from '../../../../plan/result/audit.ts'
import { type Audited, sumOf } from '../../audited.ts'
import { atMost } from '../../line.ts'
import { say } from '../../said.ts'

const CHECK = 'units'
const NOISE_UNITS = 1e-4
/** Units by slice are kept to seven digits. */
const ROUNDED = 1e-6

/** In no slice do more units serve than are in service at the site. */
export function checkUnits({ result, names }: Audited): AuditLine[] {
  const placed = Map.groupBy(
    result.placements,
    (item) => `${item.siteId} ${item.period} ${item.acceleratorId}`,
  )
  return [...placed].map(([key, items]) => {
    const { siteId, period, acceleratorId } = items[0]!
    const build = result.builds.find((own) => own.siteId === siteId && own.period === period)
    return atMost({
      check: CHECK,
      path: `placements[${key}].units`,
      what: say`${names.accelerator(acceleratorId)} that serve at ${names.place(siteId)} in ${period}, against those in service`,
      claimed: Math.max(
        sumOf(items, (item) => item.units),
        ...result.slices.map((_, h) => sumOf(items, (item) => item.unitsBySlice[h] ?? 0)),
      ),
      recomputed: build?.unitsByAccelerator[acceleratorId] ?? 0,
      unit: 'units',
      toleranceShare: ROUNDED,
      noise: NOISE_UNITS,
    })
  })
}
