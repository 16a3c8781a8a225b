import type { AuditLine } from '../../../../plan/result/audit.ts'
import type { PlanResult } from '../../../../plan/result/result.ts'
import { SECONDS_PER_HOUR } from '../../../../plan/units.ts'
import { type Audited, sumOf } from '../../audited.ts'
import { hoursIn } from '../../calendar.ts'
import { agrees, atMost, forbids } from '../../line.ts'
import { forgoneUsdPerMTok } from '../../money/forgone.ts'
import { paidAt } from '../../money/ledger.ts'
import { nameplateKw } from '../../nameplate.ts'
import { say } from '../../said.ts'

const CHECK = 'binding'
const TOLERANCE = 1e-3

type Binding = PlanResult['binding'][number]

/**
 * What is said to bind is a layer that the cake has binding there, its worth is the sum of the cake's, and no more than
 * plausible: one more unit cannot save more than leaving the tokens that it can carry unserved would cost.
 */
export function checkBinding(audited: Audited): AuditLine[] {
  return audited.result.binding.flatMap((item) => [
    ...placeLines(audited, item),
    ...worthLines(audited, item),
  ])
}

const pathOf = ({ layer, siteId, from }: Binding): string => `binding[${layer} ${siteId} ${from}]`

function cellsOf({ result }: Audited, { layer, siteId, from, to }: Binding) {
  return result.cake.filter(
    (cell) =>
      cell.layer === layer &&
      cell.siteId === siteId &&
      cell.isBinding &&
      cell.period >= from &&
      cell.period <= to,
  )
}

/** A site, or all of them. */
const placeOf = ({ names }: Audited, { siteId }: Binding) =>
  siteId === null ? say`all sites` : names.place(siteId)

function placeLines(audited: Audited, item: Binding): AuditLine[] {
  const { layer, from, to } = item
  const isThere = (period: string) => cellsOf(audited, { ...item, from: period, to: period }).length === 1
  return [from, to].flatMap((period) =>
    isThere(period)
      ? []
      : [
          forbids(
            { check: CHECK, path: pathOf(item), claimed: 1, unit: 'layers' },
            say`${layer} at ${placeOf(audited, item)} is said to bind in ${period}, where the cake has another layer binding`,
          ),
        ],
  )
}

function worthLines(audited: Audited, item: Binding): AuditLine[] {
  const cells = cellsOf(audited, item)
  const what = say`Worth of one more unit of ${item.layer} at ${placeOf(audited, item)}, ${item.from} to ${item.to}`
  const line = {
    check: CHECK,
    path: `${pathOf(item)}.worthMusd`,
    unit: 'million USD',
    toleranceShare: TOLERANCE,
  }
  const most = plausibleMusd(audited, item)
  return [
    agrees({
      ...{ ...line, what, claimed: item.worthMusd },
      recomputed: sumOf(cells, (cell) => cell.worthUsdPerUnit ?? 0) / 1e6,
    }),
    ...(most === null
      ? []
      : [
          atMost({
            ...line,
            what: say`${what} against what it can carry`,
            claimed: item.worthMusd,
            recomputed: most,
          }),
        ]),
  ]
}

/** Null: a plan that must serve all has no price that a shortfall would cost, and memory is worth no money here. */
function plausibleMusd(audited: Audited, item: Binding): number | null {
  const { plan, quarters } = audited
  if (plan.routing.mustServe) return null
  const tokS = tokSPerUnit(audited, item)
  if (tokS === null) return null
  const power = plan.sites.find(({ id }) => id === item.siteId)?.power
  const isEnergy = item.layer === 'power' || item.layer === 'facility'
  const energyUsd = isEnergy ? (power?.unservedEnergyUsdPerMwh ?? 0) : 0
  const classIds = [...new Set(audited.streams.map(({ classId }) => classId))]
  return sumOf(cellsOf(audited, item), ({ period }) => {
    const t = quarters.indexOf(period)
    const years = paidAt(plan, t)
    const dearest = Math.max(0, ...classIds.map((classId) => forgoneUsdPerMTok(audited, classId, t)))
    const usdPerHour = (tokS * SECONDS_PER_HOUR * dearest) / 1e6 + energyUsd
    return (usdPerHour * hoursIn(plan)) / 1e6 / (1 + plan.finance.discountRatePerYear) ** years
  })
}

/** Most tokens per second that one more unit of a layer can carry, whatever class and hardware. */
function tokSPerUnit({ plan, streams, speeds }: Audited, { layer }: Binding): number | null {
  const classIds = [...new Set(streams.map(({ classId }) => classId))]
  const best = (perUnit: (kw: number) => number) =>
    Math.max(
      0,
      ...plan.accelerators.flatMap((own) =>
        classIds.map((classId) => speeds.ownTokS(classId, own.id) * perUnit(nameplateKw(own))),
      ),
    )
  switch (layer) {
    case 'power':
    case 'facility':
      return best((kw) => 1000 / kw)
    case 'accelerators':
      return best(() => 1)
    case 'distribution':
    case 'scheduling':
      return 1e6
    default:
      return null
  }
}
