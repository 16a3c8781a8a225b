import type { AuditLine } from '../../../../plan/result/audit.ts'
import type { Plan } from '../../../../plan/schema/plan.ts'
import { type Audited, listBuilds, sumOf } from '../../audited.ts'
import { atLeast, atMost, forbids } from '../../line.ts'
import { say } from '../../said.ts'
import { keptUnits } from '../../year/siteWeek.ts'

const CHECK = 'deployments'
const NOISE_UNITS = 1e-3

type Model = Plan['models'][number]

/**
 * A model with a licence or a least number of replicas serves only where it is deployed; wherever it is, so many
 * replicas are busy or stand ready in every slice; and what serves, stands ready or trains is in service.
 */
export function checkDeployments(audited: Audited): AuditLine[] {
  const ruled = audited.plan.models.filter((own) => own.licenceUsdPerSiteYear > 0 || own.minimumReplicas > 0)
  return [...ruled.flatMap((model) => modelLines(audited, model)), ...unitLines(audited)]
}

function modelLines({ result, speeds, names }: Audited, model: Model): AuditLine[] {
  const key = (own: { siteId: string; period: string }) => `${own.siteId} ${own.period}`
  const placed = Map.groupBy(
    result.placements.filter((item) => item.modelId === model.id),
    key,
  )
  const own = result.deployments.filter((item) => item.modelId === model.id)
  const deployed = new Set(own.map(key))
  const classes = [...new Set(result.demand.map((item) => item.classId))]
  const perReplica = (acceleratorId: string) =>
    Math.max(0, ...classes.map((classId) => speeds.replicaUnits(classId, acceleratorId, model.id)))
  const missing = [...placed].filter(([place]) => !deployed.has(place))
  return [
    ...missing.map(([place, items]) =>
      forbids(
        {
          check: CHECK,
          path: `deployments[${model.id} ${place}]`,
          claimed: sumOf(items, (item) => item.units),
          unit: 'units',
        },
        say`${names.model(model.id)} serves where it is not deployed`,
      ),
    ),
    ...own.map((item) => {
      const replicas = result.slices.map((_, h) => {
        const busy = sumOf(
          placed.get(key(item)) ?? [],
          (one) => (one.unitsBySlice[h] ?? 0) / perReplica(one.acceleratorId),
        )
        const held = Object.entries(item.heldUnitsBySlice)
        return busy + sumOf(held, ([id, bySlice]) => (bySlice[h] ?? 0) / perReplica(id))
      })
      return atLeast({
        check: CHECK,
        path: `deployments[${model.id} ${key(item)}].heldUnitsBySlice`,
        what: say`Replicas of ${names.model(model.id)} busy or ready at ${names.place(item.siteId)} in ${item.period}`,
        claimed: Math.min(...replicas),
        recomputed: model.minimumReplicas,
        unit: 'replicas',
        toleranceShare: 1e-5,
        noise: NOISE_UNITS,
      })
    }),
  ]
}

/** Everything that needs units of an accelerator at once, in the slice that needs most. */
function unitLines(audited: Audited): AuditLine[] {
  const { plan, result, names } = audited
  return listBuilds(audited).flatMap(({ site, build }) => {
    const kept = keptUnits(plan, site.id, build.period)
    const ready = result.deployments.filter((own) => own.siteId === site.id && own.period === build.period)
    const isTold = kept.size > 0 || ready.length > 0
    if (!isTold) return []
    return plan.accelerators.map(({ id }) => {
      const placed = result.placements.filter(
        (own) => own.siteId === site.id && own.period === build.period && own.acceleratorId === id,
      )
      const needed = result.slices.map(
        (_, h) =>
          sumOf(placed, (own) => own.unitsBySlice[h] ?? 0) +
          sumOf(ready, (own) => own.heldUnitsBySlice[id]?.[h] ?? 0),
      )
      return atMost({
        check: CHECK,
        path: `builds[${site.id} ${build.period}].unitsByAccelerator.${id}`,
        what: say`${names.accelerator(id)} that serve, stand ready or train at ${site} in ${build.period}, against those in service`,
        claimed: Math.max(0, ...needed) + (kept.get(id)?.units ?? 0),
        recomputed: build.unitsByAccelerator[id] ?? 0,
        unit: 'units',
        toleranceShare: 1e-6,
        noise: NOISE_UNITS,
      })
    })
  })
}
