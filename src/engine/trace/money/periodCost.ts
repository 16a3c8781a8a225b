import { MONTHS_PER_YEAR } from '../../../plan/calendar.ts'
import type { FormulaId } from '../../../plan/formulas/formulas.ts'
import { readPurchaseLine } from '../../../plan/purchaseLine.ts'
import type { CostLine } from '../../../plan/result/money.ts'
import type { SiteBuild } from '../../../plan/result/siteBuild.ts'
import type { Site } from '../../../plan/schema/site.ts'
import { offerLine } from '../../../plan/tiers.ts'
import { KW_PER_MW } from '../../../plan/units.ts'
import type { Api } from '../../derive/distribution/apiPrices.ts'
import type { Period } from '../../derive/periods.ts'
import { discountAt } from '../../derive/periods.ts'
import { moduleCapexMusdPerMw } from '../../layers/aidc/facility.ts'
import { egressUsdPerMTok } from '../../layers/distribution/distribution.ts'
import { leastRoyaltyUsdPerMTok } from '../../layers/models/royalty.ts'
import { gridTco2PerMwh, musdThrough, spotUsdPerMwh } from '../../layers/power/context.ts'
import { newFirmMw } from '../../layers/power/grid/gridLimit.ts'
import { CONNECTION_MONTHS } from '../../layers/power/grid/gridService.ts'
import { type Trace, type TraceInput, toRef } from '../trace.ts'
import type { TraceContext } from '../traceContext.ts'
import { leasePriceInputs } from './priceTraces.ts'
import { purchaseCost } from './purchaseCost.ts'

/** What a line costs in one period, and what of. */
interface Made {
  readonly formula: FormulaId
  readonly inputs: readonly TraceInput[]
  readonly recomputed: number
}

interface At {
  readonly c: TraceContext
  readonly period: Period
  readonly site: Site
  readonly siteIndex: number
  readonly build: SiteBuild
  readonly before: SiteBuild | undefined
}

/** The present value of a line in one period, from quantities and prices. */
export function periodCost(c: TraceContext, line: CostLine, label: string): Omit<Trace, 'ref'> | null {
  const period = c.periodOf(label)
  if (!period) return null
  const value = line.byPeriodMusd[period.index] ?? 0
  const made = (line.siteId === null ? sharedCost(c, line, period) : siteCost(c, line, period)) ?? {
    formula: 'net-present-cost' as const,
    inputs: [{ word: 'read' as const, value, unit: 'M$' }],
    recomputed: value,
  }
  const where = line.siteId === null ? '' : `, ${c.siteName(line.siteId) ?? line.siteId}`
  return {
    word: 'periodCost',
    of: `${line.name}${where}, ${label}`,
    value,
    unit: 'M$',
    isDecided: false,
    ...made,
  }
}

const factor = (value: number): TraceInput => ({ word: 'discount', value, unit: '' })

function sharedCost(c: TraceContext, line: CostLine, period: Period): Made | undefined {
  if (line.name === 'Network egress') return egressCost(c, period)
  const api = c.plan.distribution.apis.find((own) => offerLine(own) === line.name)
  if (api) return boughtCost(c, api, period)
  const lease = c.plan.distribution.leases.find((own) => `Lease ${own.name}` === line.name)
  const held = c.result.leases.find((own) => own.leaseId === lease?.id && own.period === period.label)
  if (!lease || !held) return undefined
  return {
    formula: 'lease-cost',
    inputs: [
      { word: 'accelerators', value: held.accel, unit: 'accelerators' },
      { word: 'hours', value: c.hours, unit: 'h' },
      ...leasePriceInputs(c, lease.id, period.label),
      { word: 'leaseCost', value: held.costMusd, unit: 'M$' },
      factor(period.discount),
    ],
    recomputed: held.costMusd * period.discount,
  }
}

/** Tokens of an API by class, each at the price of its mix; egress by the token where they come over the network. */
function boughtCost(c: TraceContext, { id, tier }: Api, period: Period): Made {
  const index = c.plan.distribution.apis.findIndex((own) => own.id === id)
  const flows = c.result.flows.filter((own) => own.to === id && own.period === period.label && own.tokS > 0)
  const egress = tier === 'device' ? 0 : egressUsdPerMTok(c.inputs)
  const rows = [...Map.groupBy(flows, (own) => own.classId)].map(([classId, own]) => {
    const mTok = (own.reduce((sum, flow) => sum + flow.tokS, 0) * c.seconds) / 1e6
    const row = c.inputs.classes.findIndex((one) => one.id === classId)
    return { classId, mTok, usd: c.inputs.apiUsdPerMTok[index]![row]![period.index]! }
  })
  return {
    formula: 'api-cost',
    inputs: [
      ...rows.flatMap(({ classId, mTok, usd }): TraceInput[] => [
        { word: 'tokens', of: classId, value: mTok, unit: 'Mtok' },
        {
          ...{ word: 'marketPrice', of: classId, value: usd, unit: '$/Mtok' },
          ref: toRef('price-api', id, classId, period.label),
        },
      ]),
      { word: 'egressPrice', value: egress, unit: '$/Mtok' },
      factor(period.discount),
    ],
    recomputed: (rows.reduce((sum, { mTok, usd }) => sum + mTok * (usd + egress), 0) * period.discount) / 1e6,
  }
}

/** Egress of what goes to sites; royalties by the token stand in a line of their own. */
function egressCost(c: TraceContext, period: Period): Made | undefined {
  const { distribution } = c.plan
  const sites = new Set(c.plan.sites.map((site) => site.id))
  const tokS = c.result.flows
    .filter((flow) => flow.period === period.label && sites.has(flow.to))
    .reduce((sum, flow) => sum + flow.tokS, 0)
  const mTok = (tokS * c.seconds) / 1e6
  if (c.inputs.classes.some((_, index) => leastRoyaltyUsdPerMTok(c.inputs, index) > 0)) return undefined
  return {
    formula: 'egress',
    inputs: [
      { word: 'tokens', value: mTok, unit: 'Mtok' },
      {
        ...{ word: 'bytesPerToken', value: distribution.bytesPerToken, unit: 'B' },
        path: 'distribution.bytesPerToken',
      },
      {
        ...{ word: 'egressPrice', value: distribution.egressUsdPerGb, unit: '$/GB' },
        path: 'distribution.egressUsdPerGb',
      },
      factor(period.discount),
    ],
    recomputed: (mTok * egressUsdPerMTok(c.inputs) * period.discount) / 1e6,
  }
}

function siteCost(c: TraceContext, line: CostLine, period: Period): Made | undefined {
  const siteIndex = c.siteIndex(line.siteId!)
  const site = c.plan.sites[siteIndex]
  const build = c.build(line.siteId!, period.label)
  if (!site || !build) return undefined
  const at: At = { c, period, site, siteIndex, build, before: c.before(build) }
  switch (line.name) {
    case 'Maintenance and spares':
      return maintenanceCost(at)
    case 'Rooms and phases':
      return roomsCost(at)
    case 'Facility operation':
      return operationCost(at)
    case 'Site management':
      return managementCost(at)
    case 'Grid connection':
      return connectionCost(at)
    case 'Demand charge':
      return demandCharge(at)
    case 'Grid energy':
      return energyCost(at)
    default: {
      const bought = readPurchaseLine(line.name)
      return bought && purchaseCost(at, bought)
    }
  }
}

function maintenanceCost({ c, period, build }: At): Made {
  const inputs = c.plan.accelerators.flatMap((own): TraceInput[] => {
    const units = build.unitsByAccelerator[own.id] ?? 0
    if (units === 0) return []
    const path = (field: string) => `accelerators[${own.id}].${field}`
    return [
      {
        word: 'unitsInService',
        of: own.id,
        value: units,
        unit: 'units',
        ref: toRef('in-service', own.id, build.siteId, build.period),
      },
      { word: 'price', of: own.id, value: own.priceUsdPerUnit, unit: '$', path: path('priceUsdPerUnit') },
      {
        ...{ word: 'maintenance', of: own.id, value: own.maintenanceSharePerYear, unit: 'share' },
        path: path('maintenanceSharePerYear'),
      },
    ]
  })
  const usdPerYear = c.plan.accelerators.reduce(
    (sum, own) =>
      sum + (build.unitsByAccelerator[own.id] ?? 0) * own.priceUsdPerUnit * own.maintenanceSharePerYear,
    0,
  )
  return {
    formula: 'net-present-cost',
    inputs: [...inputs, { word: 'years', value: period.lengthYears, unit: 'years' }, factor(period.discount)],
    recomputed: (usdPerYear / 1e6) * period.lengthYears * period.discount,
  }
}

const facilityPath = ({ site }: At, field: string): string => `sites[${site.id}].facility.${field}`
const powerPath = ({ site }: At, field: string): string => `sites[${site.id}].power.${field}`

function roomsCost(at: At): Made {
  const { c, period, site, siteIndex, build, before } = at
  const added = build.phases - (before?.phases ?? 0)
  const { moduleItMw, capexMusdPerMw, buildMonths } = site.facility
  const perMw = moduleCapexMusdPerMw(c.inputs, siteIndex)[period.index]!
  return {
    formula: c.plan.finance.capital === 'annuity' ? 'capital-annuity' : 'capital-lump-sum',
    inputs: [
      { word: 'phases', value: added, unit: '', ref: toRef('phases', site.id, period.label) },
      { word: 'moduleMw', value: moduleItMw, unit: 'MW', path: facilityPath(at, 'moduleItMw') },
      { word: 'price', value: capexMusdPerMw, unit: 'M$/MW', path: facilityPath(at, 'capexMusdPerMw') },
      { word: 'leadMonths', value: buildMonths, unit: 'months', path: facilityPath(at, 'buildMonths') },
      {
        word: 'life',
        value: c.plan.finance.facilityLifeYears,
        unit: 'years',
        path: 'finance.facilityLifeYears',
      },
      { word: 'capitalFactor', of: 'M$/MW', value: perMw, unit: 'M$/MW' },
    ],
    recomputed: added * moduleItMw * perMw,
  }
}

function operationCost(at: At): Made {
  const { period, site, build } = at
  const { moduleItMw, opexMusdPerMwYear } = site.facility
  return {
    formula: 'net-present-cost',
    inputs: [
      { word: 'phases', value: build.phases, unit: '', ref: toRef('phases', site.id, period.label) },
      { word: 'moduleMw', value: moduleItMw, unit: 'MW', path: facilityPath(at, 'moduleItMw') },
      {
        word: 'opex',
        value: opexMusdPerMwYear,
        unit: 'M$/MW a',
        path: facilityPath(at, 'opexMusdPerMwYear'),
      },
      { word: 'years', value: period.lengthYears, unit: 'years' },
      factor(period.discount),
    ],
    recomputed: build.phases * moduleItMw * opexMusdPerMwYear * period.lengthYears * period.discount,
  }
}

function managementCost(at: At): Made {
  const { period, site, build } = at
  const { fixedMusdPerSite } = site.facility
  const open = build.phases > 0 ? 1 : 0
  return {
    formula: 'net-present-cost',
    inputs: [
      { word: 'open', value: open, unit: '' },
      {
        word: 'fixedPerSite',
        value: fixedMusdPerSite,
        unit: 'M$/a',
        path: facilityPath(at, 'fixedMusdPerSite'),
      },
      { word: 'years', value: period.lengthYears, unit: 'years' },
      factor(period.discount),
    ],
    recomputed: open * fixedMusdPerSite * period.lengthYears * period.discount,
  }
}

/** MW of the grid that have to be connected: those that the site brings are. */
const connectedMw = (site: Site, build: SiteBuild | undefined): number =>
  build ? newFirmMw(site.power, build) + build.flexibleMw : 0

function connectionCost(at: At): Made {
  const { c, period, site, build, before } = at
  const added = connectedMw(site, build) - connectedMw(site, before)
  const { connectionMusdPerMw } = site.power
  const early = c.plan.finance.capitalPaid === 'at-order' ? CONNECTION_MONTHS : 0
  const discount = discountAt(c.plan, period, early)
  return {
    formula: 'net-present-cost',
    inputs: [
      { word: 'added', value: added, unit: 'MW', ref: toRef('build', 'contractedMw', site.id, period.label) },
      {
        word: 'price',
        value: connectionMusdPerMw,
        unit: 'M$/MW',
        path: powerPath(at, 'connectionMusdPerMw'),
      },
      factor(discount),
    ],
    recomputed: added * connectionMusdPerMw * discount,
  }
}

function demandCharge(at: At): Made {
  const { period, site, build } = at
  const { demandChargeUsdPerKwMonth } = site.power
  return {
    formula: 'demand-charge',
    inputs: [
      {
        ...{ word: 'billedMw', value: build.billedMw, unit: 'MW' },
        ref: toRef('billed', site.id, period.label),
      },
      {
        ...{ word: 'demandCharge', value: demandChargeUsdPerKwMonth, unit: '$/kW month' },
        path: powerPath(at, 'demandChargeUsdPerKwMonth'),
      },
      { word: 'years', value: period.lengthYears, unit: 'years' },
      factor(period.discount),
    ],
    recomputed:
      (build.billedMw *
        KW_PER_MW *
        demandChargeUsdPerKwMonth *
        MONTHS_PER_YEAR *
        period.lengthYears *
        period.discount) /
      1e6,
  }
}

function energyCost(at: At): Made {
  const { c, period, site, siteIndex, build } = at
  const energy = c.inputs.energy[siteIndex]!
  const { carbonUsdPerTonne } = c.plan.finance
  const t = period.index
  const slices = c.inputs.slices.map((slice, h) => {
    const usd =
      spotUsdPerMwh({ inputs: c.inputs, site, energy }, t, h) +
      gridTco2PerMwh({ energy }, t, h) * carbonUsdPerTonne
    const mw = build.drawnMwBySlice[h] ?? 0
    return { slice, usd, mw, musd: musdThrough(usd, slice.hoursPerPeriod, period) * mw }
  })
  const own = site.power.energyUsdPerMwh
  const price: TraceInput =
    own === undefined
      ? {
          ...{ word: 'price', value: energy.usdPerMwh, unit: '$/MWh' },
          cell: { table: 'regions', rowId: site.catalogRegionId, column: 'price_usd_mwh' },
        }
      : { word: 'price', value: own, unit: '$/MWh', path: powerPath(at, 'energyUsdPerMwh') }
  return {
    formula: 'energy-cost',
    inputs: [
      price,
      {
        ...{ word: 'priceChange', value: site.power.energyPriceChangePerYear, unit: 'share' },
        path: powerPath(at, 'energyPriceChangePerYear'),
      },
      {
        ...{ word: 'carbonPrice', value: carbonUsdPerTonne, unit: '$/t' },
        path: 'finance.carbonUsdPerTonne',
      },
      ...slices.flatMap(({ slice, usd, mw }): TraceInput[] => [
        { word: 'hours', of: slice.id, value: slice.hoursPerPeriod, unit: 'h' },
        { word: 'drawn', of: slice.id, value: mw, unit: 'MW' },
        { word: 'price', of: slice.id, value: usd, unit: '$/MWh' },
      ]),
      factor(period.discount),
    ],
    recomputed: slices.reduce((sum, { musd }) => sum + musd, 0),
  }
}
