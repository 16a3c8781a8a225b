import type { AuditLine } from '../../../../plan/result/audit.ts'
import { type Audited, buildPath, type ListedBuild, listBuilds, sumOf } from '../../audited.ts'
import { agrees, atMost } from '../../line.ts'
import { type Said, say } from '../../said.ts'
import { type StorageTerms, storageOf } from '../../storageOf.ts'

const CHECK = 'storage'
const EXACT = 1e-4
const NOISE_MW = 1e-4
const NOISE_MWH = 1e-3

/** Hours of a day with what goes into a storage and out of it, MW. */
interface Block {
  readonly day: string
  readonly lengthH: number
  readonly chargedMw: number
  readonly dischargedMw: number
}

/**
 * Storage makes no energy: over each day it gives what it took less its losses, never above its power, and never holds
 * more than its hours.
 */
export function checkStorage(audited: Audited): AuditLine[] {
  return listBuilds(audited).flatMap((own) =>
    own.site.power.onSite.flatMap((plant) => {
      const terms = storageOf(audited.catalog, plant)
      const blocks = blocksOf(audited, own, plant.id)
      return terms && blocks.length > 0 ? storageLines(own, plant.id, terms, blocks) : []
    }),
  )
}

function storageLines(
  { site, build }: ListedBuild,
  id: string,
  terms: StorageTerms,
  blocks: readonly Block[],
): AuditLine[] {
  const mw = build.onSiteMw[id] ?? 0
  const where = say`${id} at ${site} in ${build.period}`
  const shared = {
    check: CHECK,
    path: `${buildPath(build, 'storageMwBySlice')}.${id}`,
    toleranceShare: EXACT,
  }
  const days = [...Map.groupBy(blocks, ({ day }) => day).values()].map((day) => ({
    givenMwh: sumOf(day, ({ lengthH, dischargedMw }) => lengthH * dischargedMw),
    keptMwh: terms.roundTripShare * sumOf(day, ({ lengthH, chargedMw }) => lengthH * chargedMw),
    heldMwh: mostHeldMwh(day, Math.sqrt(terms.roundTripShare)),
  }))
  const off = days.reduce((worst, own) =>
    Math.abs(own.givenMwh - own.keptMwh) > Math.abs(worst.givenMwh - worst.keptMwh) ? own : worst,
  )
  return [
    agrees({
      ...shared,
      what: say`Energy out of ${where}, against what went in less its losses, on the day where they differ most`,
      claimed: off.givenMwh,
      recomputed: off.keptMwh,
      unit: 'MWh',
      noise: NOISE_MWH,
    }),
    limitLine(shared, say`Power into and out of ${where}, against what stands`, 'MW', NOISE_MW, {
      claimed: Math.max(...blocks.map(({ chargedMw, dischargedMw }) => chargedMw + dischargedMw)),
      recomputed: mw,
    }),
    limitLine(shared, say`Energy held in ${where}, against its hours`, 'MWh', NOISE_MWH, {
      claimed: Math.max(...days.map(({ heldMwh }) => heldMwh)),
      recomputed: mw * terms.hours,
    }),
  ]
}

function limitLine(
  shared: { readonly check: string; readonly path: string; readonly toleranceShare: number },
  what: Said,
  unit: string,
  noise: number,
  values: { readonly claimed: number; readonly recomputed: number },
): AuditLine {
  return atMost({ ...shared, ...values, what, unit, noise })
}

/** From the emptiest to the fullest of a day that ends as it began. */
function mostHeldMwh(day: readonly Block[], oneWay: number): number {
  let [held, least, most] = [0, 0, 0]
  for (const { lengthH, chargedMw, dischargedMw } of day) {
    held += lengthH * (oneWay * chargedMw - dischargedMw / oneWay)
    least = Math.min(least, held)
    most = Math.max(most, held)
  }
  return most - least
}

/** By representative day where the site has them, else by type of day. */
function blocksOf({ result }: Audited, { build }: ListedBuild, id: string): Block[] {
  if (build.dayBlocks.length > 0)
    return build.dayBlocks.map((own) => ({
      day: `${own.day} ${result.slices[own.slice]?.dayType}`,
      lengthH: result.slices[own.slice]?.hoursUtc.length ?? 0,
      chargedMw: own.chargedMw[id] ?? 0,
      dischargedMw: own.dischargedMw[id] ?? 0,
    }))
  const own = build.storageMwBySlice[id]
  if (!own) return []
  return result.slices.map(({ dayType, hoursUtc }, h) => ({
    day: dayType,
    lengthH: hoursUtc.length,
    chargedMw: own.charged[h] ?? 0,
    dischargedMw: own.discharged[h] ?? 0,
  }))
}
