import type { AuditLine } from '../../../../plan/result/audit.ts'
import { type Audited, sumOf } from '../../audited.ts'
import { atLeast, atMost } from '../../line.ts'
import { say } from '../../said.ts'
import { floorOf, isAverage } from './eligibility.ts'

const CHECK = 'quality'
const NOISE_TOK_S = 10

type Flow = Audited['result']['flows'][number]

/**
 * Where a class keeps its floor on average: the mean quality of what serves it in a region and quarter, weighed by
 * tokens; and no model is said to serve more than its units can.
 */
export function checkQuality(audited: Audited): AuditLine[] {
  const { plan, result } = audited
  const flows = result.flows.filter((flow) => isAverage(plan, flow.classId))
  const regions = Map.groupBy(flows, (flow) => `${flow.classId} ${flow.regionId} ${flow.period}`)
  return [...[...regions].flatMap(([key, own]) => meanLine(audited, key, own)), ...ableLines(audited, flows)]
}

function meanLine({ plan, result, names }: Audited, key: string, flows: readonly Flow[]): AuditLine[] {
  const { classId, regionId, period } = flows[0]!
  const weekly = (bySlice: readonly number[]) =>
    sumOf([...result.slices.keys()], (h) => (bySlice[h] ?? 0) * result.slices[h]!.hoursPerPeriod)
  const parts = flows.flatMap((flow) => {
    const api = plan.distribution.apis.find((own) => own.id === flow.to)
    if (api) return [{ tokens: weekly(flow.tokSBySlice), quality: api.quality }]
    return Object.entries(flow.tokSBySliceByModel ?? {}).map(([modelId, bySlice]) => ({
      tokens: weekly(bySlice),
      quality: [...plan.models, ...plan.routing.services].find((own) => own.id === modelId)?.quality ?? 0,
    }))
  })
  const tokens = sumOf(parts, (own) => own.tokens)
  if (tokens <= 0) return []
  return [
    atLeast({
      check: CHECK,
      path: `flows[${key}]`,
      what: say`Mean quality of ${say`${classId} of ${names.region(regionId)} in ${period}`}`,
      claimed: sumOf(parts, (own) => own.tokens * own.quality) / tokens,
      recomputed: floorOf(plan, classId),
      unit: 'of the reference',
      toleranceShare: 1e-4,
    }),
  ]
}

/** In every slice, each model at a site against the units that run it for the class there. */
function ableLines({ plan, result, speeds, names }: Audited, flows: readonly Flow[]): AuditLine[] {
  const sites = new Set(plan.sites.map((own) => own.id))
  const own = Map.groupBy(
    flows.filter((flow) => sites.has(flow.to)),
    (flow) => `${flow.classId} ${flow.to} ${flow.period}`,
  )
  return [...own].flatMap(([key, items]) => {
    const { classId, to, period } = items[0]!
    const where = say`${classId} at ${names.place(to)} in ${period}`
    const models = new Set(items.flatMap((flow) => Object.keys(flow.tokSBySliceByModel ?? {})))
    return [...models].map((modelId) => {
      const placed = result.placements.filter(
        (item) =>
          item.siteId === to &&
          item.period === period &&
          item.classId === classId &&
          item.modelId === modelId,
      )
      const over = result.slices.map((_, h) => {
        const can = sumOf(
          placed,
          (item) => (item.unitsBySlice[h] ?? 0) * speeds.ownTokS(classId, item.acceleratorId, modelId),
        )
        return sumOf(items, (flow) => flow.tokSBySliceByModel?.[modelId]?.[h] ?? 0) - can * 1.001
      })
      return atMost({
        check: CHECK,
        path: `placements[${key} ${modelId}].unitsBySlice`,
        what: say`Tokens of ${where} said to be served by ${names.model(modelId)} beyond what its units can`,
        claimed: Math.max(0, ...over),
        recomputed: 0,
        unit: 'tok/s',
        toleranceShare: 0,
        noise: NOISE_TOK_S,
      })
    })
  })
}
