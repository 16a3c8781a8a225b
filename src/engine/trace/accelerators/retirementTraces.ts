import type { Retirement } from '../../../plan/result/siteBuild.ts'
import type { PlanAccelerator } from '../../../plan/schema/supply.ts'
import { earlyAges, unitNetworkUsd, unitPriceUsd } from '../../layers/accelerators/purchase.ts'
import { type Trace, type TraceInput, type TraceRef, toRef } from '../trace.ts'
import type { TraceBuilder, TraceContext } from '../traceContext.ts'

type Made = Omit<Trace, 'ref'>

/** Units that leave service, and what is paid for them. */
export const RETIREMENT_TRACES: Readonly<Record<string, TraceBuilder>> = {
  retired: (c, parts) => build(c, parts, retired),
  resale: (c, parts) => build(c, parts, resale),
}

export function retirementRef(field: 'retired' | 'resale', row: Retirement): TraceRef {
  return toRef(field, row.siteId, row.acceleratorId, row.boughtPeriod, String(row.ageYears))
}

/** The units of an accelerator that leave a site in a period, as inputs of another figure. */
export function retiredInputs(
  c: TraceContext,
  at: Pick<Retirement, 'siteId' | 'acceleratorId' | 'period'>,
): TraceInput[] {
  return c.result.retirements
    .filter(
      (row) => row.acceleratorId === at.acceleratorId && row.siteId === at.siteId && row.period === at.period,
    )
    .map((row): TraceInput => {
      const ref = retirementRef('retired', row)
      return { word: 'retired', of: row.boughtPeriod, value: row.units, unit: 'units', ref }
    })
}

interface At {
  readonly c: TraceContext
  readonly row: Retirement
  readonly own: PlanAccelerator
  readonly index: number
}

function build(
  c: TraceContext,
  [siteId, acceleratorId, boughtPeriod, age]: readonly string[],
  make: (at: At) => Made,
) {
  const row = c.result.retirements.find(
    (one) =>
      one.siteId === siteId &&
      one.acceleratorId === acceleratorId &&
      one.boughtPeriod === boughtPeriod &&
      String(one.ageYears) === age,
  )
  const index = c.plan.accelerators.findIndex(({ id }) => id === acceleratorId)
  const own = c.plan.accelerators[index]
  return row && own ? make({ c, row, own, index }) : null
}

const nameOf = ({ c, row }: At): string =>
  `${row.acceleratorId}, ${c.siteName(row.siteId)}, ${row.boughtPeriod} – ${row.period}`
const pathOf = ({ own }: At, field: string): string => `accelerators[${own.id}].${field}`

/** The age at which they leave, by the field that gives it. */
function ageInput(at: At): TraceInput {
  const { row, own } = at
  const last = own.refreshYears === undefined ? 'lifeYears' : 'refreshYears'
  const field = row.isEarly ? `retireAtYears[${own.retireAtYears.indexOf(row.ageYears)}]` : last
  return { word: 'age', value: row.ageYears, unit: 'years', path: pathOf(at, field) }
}

/** Of what was delivered, all that does not leave earlier leaves at the plan's age; how many do is the solve's choice. */
function retired(at: At): Made {
  const { c, row } = at
  const delivered = addedIn(at)
  const earlier = c.result.retirements.filter(
    (one) =>
      one.isEarly &&
      one !== row &&
      one.siteId === row.siteId &&
      one.acceleratorId === row.acceleratorId &&
      one.boughtPeriod === row.boughtPeriod,
  )
  const inputs: TraceInput[] = [
    {
      ...{ word: 'added', of: row.boughtPeriod, value: delivered, unit: 'units' },
      ref: toRef('bought', row.acceleratorId, row.siteId, row.boughtPeriod),
    },
    ...earlier.map((one): TraceInput => {
      const ref = retirementRef('retired', one)
      return { word: 'retired', of: one.period, value: one.units, unit: 'units', ref }
    }),
    ageInput(at),
  ]
  const rest = earlier.reduce((units, one) => units - one.units, delivered)
  return {
    ...{ word: 'retired', of: nameOf(at), value: row.units, unit: 'units', formula: 'units-in-service' },
    ...{ isDecided: row.isEarly, inputs, recomputed: row.isEarly ? row.units : rest },
  }
}

function addedIn({ c, row }: At): number {
  const build = c.build(row.siteId, row.boughtPeriod)
  const before = build && c.before(build)
  const bought = (one: typeof build) => one?.boughtByAccelerator[row.acceleratorId] ?? 0
  return bought(build) - bought(before)
}

/** What is paid for them when they leave. */
function resale(at: At): Made {
  const { c, row, own, index } = at
  const bought = c.periodOf(row.boughtPeriod)!
  const servedYears = (c.result.periods.indexOf(row.period) - bought.index) * bought.lengthYears
  const early = earlyAges(own).find(({ years }) => years === row.ageYears)
  const given = row.isEarly ? early?.resaleShare : own.resaleShare
  const book = 1 - (1 - own.residualShare) * Math.min(1, servedYears / own.lifeYears)
  const usd = unitPriceUsd(c.inputs, index)[bought.index]!
  const network = unitNetworkUsd(own)
  const field = row.isEarly ? `retireResaleShares[${own.retireAtYears.indexOf(row.ageYears)}]` : 'resaleShare'
  return {
    ...{ word: 'resale', of: nameOf(at), value: row.saleMusd, unit: 'M$', formula: 'resale-value' },
    isDecided: false,
    inputs: [
      { word: 'retired', value: row.units, unit: 'units', ref: retirementRef('retired', row) },
      { word: 'price', of: row.boughtPeriod, value: usd, unit: '$', path: pathOf(at, 'priceUsdPerUnit') },
      {
        ...{ word: 'network', value: own.networkUsdPerAccel, unit: '$' },
        path: pathOf(at, 'networkUsdPerAccel'),
      },
      { word: 'accelerators', value: own.accelPerUnit, unit: '', path: pathOf(at, 'accelPerUnit') },
      ageInput(at),
      ...(given === undefined
        ? ([
            { word: 'life', value: own.lifeYears, unit: 'years', path: pathOf(at, 'lifeYears') },
            { word: 'residual', value: own.residualShare, unit: 'share', path: pathOf(at, 'residualShare') },
          ] as const)
        : ([{ word: 'resaleShare', value: given, unit: 'share', path: pathOf(at, field) }] as const)),
    ],
    recomputed: (row.units * (usd + network) * (given ?? book)) / 1e6,
  }
}
