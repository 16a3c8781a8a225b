import { getAccelerator, getRegion } from '../../../../catalog/find.ts'
import type { AuditLine } from '../../../../plan/result/audit.ts'
import type { Site } from '../../../../plan/schema/site.ts'
import type { PlanAccelerator } from '../../../../plan/schema/supply.ts'
import { type Audited, listBuilds, sumOf } from '../../audited.ts'
import { coolingMix, overMix } from '../../coolingMix.ts'
import { atLeast, atMost, forbids } from '../../line.ts'
import { nameplateKw } from '../../nameplate.ts'
import { type Said, say } from '../../said.ts'

const CHECK = 'procurement'
const NOISE_MW = 1e-5

/** What was bought might be bought: export licences, cooling of each kind, power of a rack, the share from home. */
export function checkProcurement(audited: Audited): AuditLine[] {
  return [...unitLines(audited), ...leaseLines(audited), ...airLines(audited), ...homeLines(audited)]
}

/** Leased accelerators stand where they may, by the licence of their provider. */
function leaseLines({ plan, catalog, result }: Audited): AuditLine[] {
  if (plan.procurement.exportRule !== 'refuse') return []
  return result.leases.flatMap(({ leaseId, period, accel }) => {
    const lease = plan.distribution.leases.find((own) => own.id === leaseId)
    if (accel <= 1e-6 || !lease?.country || lease.isLicensed) return []
    const { exportRestriction: kind } = getAccelerator(catalog, lease.acceleratorId)
    const rules = catalog.export_rules.filter((own) => own.country === lease.country)
    if (!rules.some((own) => own.restriction === kind)) return []
    const claim = { check: CHECK, path: `leases[${leaseId} ${period}].accel`, claimed: accel }
    return [
      forbids({ ...claim, unit: 'accelerators' }, say`${lease} needs an export licence for ${lease.country}`),
    ]
  })
}

function unitLines(audited: Audited): AuditLine[] {
  return listBuilds(audited).flatMap(({ site, build }) =>
    audited.plan.accelerators.flatMap((own) => {
      const units = build.boughtByAccelerator[own.id] ?? 0
      if (units <= 1e-6) return []
      const path = `builds[${site.id} ${build.period}].boughtByAccelerator.${own.id}`
      return [...exportBreaches(audited, site, own), ...coolingBreaches(audited, site, own)].map((why) =>
        forbids({ check: CHECK, path, claimed: units, unit: 'units' }, say`${why} at ${site}`),
      )
    }),
  )
}

/** Why a kind of server may not be exported to where a site is. */
function exportBreaches({ plan, catalog, names }: Audited, site: Site, own: PlanAccelerator): Said[] {
  if (plan.procurement.exportRule !== 'refuse') return []
  const { country } = getRegion(catalog, site.catalogRegionId)
  const { exportRestriction } = getAccelerator(catalog, own.catalogAcceleratorId)
  const needsLicence = catalog.export_rules.some(
    (rule) => rule.country === country && rule.restriction === exportRestriction,
  )
  if (!needsLicence || own.licensedCountries.includes(country)) return []
  return [say`${names.accelerator(own.id)} needs an export licence for ${country}`]
}

/** Why a kind of server may not be cooled or carried in a site's rooms. */
function coolingBreaches({ plan, catalog, names }: Audited, site: Site, own: PlanAccelerator): Said[] {
  if (plan.procurement.coolingRule !== 'refuse') return []
  const building = catalog.building.find((row) => row.id === site.facility.archetypeId)
  const rackKw = own.unitsPerRack * nameplateKw(own)
  const rooms = coolingMix(site, catalog).map(({ row }) => row)
  const cooled = rooms.filter(({ heatToLiquidFrac: liquid }) =>
    own.cooling === 'air' ? liquid < 1 : liquid > 0,
  )
  const isCooled = cooled.length > 0
  // What is not cooled is one breach; the rack's power is asked of the rooms that would cool it, else of any.
  const isCarried =
    (isCooled ? cooled : rooms).some(({ maxRackKw }) => rackKw <= maxRackKw) &&
    (!building?.maxRackKw || rackKw <= building.maxRackKw)
  return [
    ...(isCooled ? [] : [say`${names.accelerator(own.id)} needs ${own.cooling} cooling`]),
    ...(isCarried ? [] : [say`A rack of ${names.accelerator(own.id)} draws ${rackKw} kW`]),
  ]
}

/** Heat into air, where a plan keeps air and liquid apart: all of air-cooled units and the rest of liquid-cooled ones. */
function airLines(audited: Audited): AuditLine[] {
  const { plan, catalog } = audited
  if (plan.procurement.coolingRule !== 'refuse') return []
  return listBuilds(audited).flatMap(({ site, build, t }) => {
    const air = 1 - overMix(coolingMix(site, catalog), (row) => row.heatToLiquidFrac)
    const { fixedItMwByPeriod, fixedItMw } = site.facility
    const units = sumOf(plan.accelerators, (own) => {
      const share = own.cooling === 'air' ? 1 : air
      return ((build.unitsByAccelerator[own.id] ?? 0) * nameplateKw(own) * share) / 1000
    })
    return [
      atMost({
        check: CHECK,
        path: `builds[${site.id} ${build.period}].unitsByAccelerator`,
        what: say`Heat into air at ${site} in ${build.period}, against what its cooling takes`,
        claimed: units + (fixedItMwByPeriod.slice(0, t + 1).at(-1) ?? fixedItMw) * air,
        recomputed: build.builtItMw * air,
        unit: 'MW',
        toleranceShare: 1e-6,
        noise: NOISE_MW,
      }),
    ]
  })
}

function homeLines(audited: Audited): AuditLine[] {
  const { plan, catalog, quarters } = audited
  const all = listBuilds(audited)
  return Object.entries(plan.procurement.minimumDomesticShare).flatMap(([country, share]) =>
    quarters.map((period) => {
      const here = all.filter(
        ({ site, build }) =>
          build.period === period && getRegion(catalog, site.catalogRegionId).country === country,
      )
      const mw = (isCounted: (origin: string) => boolean) =>
        sumOf(here, ({ build }) =>
          sumOf(
            plan.accelerators.filter((own) =>
              isCounted(getAccelerator(catalog, own.catalogAcceleratorId).origin),
            ),
            (own) => ((build.boughtByAccelerator[own.id] ?? 0) * own.unitItKw) / 1000,
          ),
        )
      return atLeast({
        check: CHECK,
        path: `builds[${country} ${period}].boughtByAccelerator`,
        what: say`IT power from makers of ${country} bought by ${period}`,
        claimed: mw((origin) => origin === country),
        recomputed: share * mw(() => true),
        unit: 'MW',
        toleranceShare: 1e-6,
        noise: NOISE_MW,
      })
    }),
  )
}
