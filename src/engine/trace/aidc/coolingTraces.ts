import { getCooling, getRegion } from '../../../catalog/find.ts'
import { HOURS_PER_YEAR } from '../../../plan/units.ts'
import { siteOverheads } from '../../climate/siteOverheads.ts'
import { type CoolingOption, coolingOptions, meanUsdPerMwh } from '../../facility/coolingOptions.ts'
import { recoveryFactor } from '../../tariff/recoveryFactor.ts'
import { type CatalogCell, type Trace, type TraceInput, toRef } from '../trace.ts'
import type { TraceBuilder, TraceContext } from '../traceContext.ts'
import { designInputs } from './designInputs.ts'

/** Cooling technologies at a site, and the blocks that have one of them. */
export const COOLING_TRACES: Readonly<Record<string, TraceBuilder>> = {
  cooling: (c, [field = '', siteId = '', technologyId = '']) => {
    const at = find(c, siteId, technologyId)
    const make = Object.hasOwn(FIELDS, field) ? FIELDS[field as CoolingField] : undefined
    return at && make ? make(at) : null
  },
  'cooling-blocks': (c, [field = '', siteId = '', technologyId = '', blocks = '']) => {
    const at = find(c, siteId, technologyId)
    return at && (field === 'usdPerYear' || field === 'waterM3PerYear')
      ? ofBlocks(at, field, Number(blocks))
      : null
  },
}

type CoolingField = keyof typeof FIELDS
type Made = Omit<Trace, 'ref'>

interface At {
  readonly c: TraceContext
  readonly site: TraceContext['plan']['sites'][number]
  readonly own: CoolingOption
}

const FIELDS = { totalUsd, energyUsd, waterUsd, capitalUsd, meanPue, designPue, meanWue, maxRackKw }

export function coolingRef(field: CoolingField, siteId: string, technologyId: string): string {
  return toRef('cooling', field, siteId, technologyId)
}

function find(c: TraceContext, siteId: string, technologyId: string): At | null {
  const site = c.plan.sites.find((own) => own.id === siteId)
  const own =
    site && coolingOptions(c.plan, c.shipped, siteId).find((one) => one.technologyId === technologyId)
  return site && own ? { c, site, own } : null
}

const ref = ({ site, own }: At, field: CoolingField): string => coolingRef(field, site.id, own.technologyId)
const cellOf = ({ own }: At, column: string): CatalogCell => {
  return { table: 'cooling', rowId: own.technologyId, column }
}
const facility = ({ site }: At, field: string): string => `sites[${site.id}].facility.${field}`
const KW_YEAR = '$/kW-year'

function made(
  { own, site }: At,
  word: Made['word'],
  unit: string,
  rest: Pick<Made, 'formula' | 'value' | 'inputs' | 'recomputed'>,
): Made {
  return { word, of: `${own.technology}, ${site.name}`, unit, isDecided: false, ...rest }
}

function totalUsd(at: At): Made {
  const { energyUsd: energy, waterUsd: water, capitalUsd: capital, totalUsd: value } = at.own
  return made(at, 'coolingCost', KW_YEAR, {
    ...{ formula: 'cooling-cost', value, recomputed: energy + water + capital },
    inputs: [
      { word: 'energy', value: energy, unit: KW_YEAR, ref: ref(at, 'energyUsd') },
      { word: 'water', value: water, unit: KW_YEAR, ref: ref(at, 'waterUsd') },
      { word: 'capital', value: capital, unit: KW_YEAR, ref: ref(at, 'capitalUsd') },
    ],
  })
}

/** The site's mean price and the price of its carbon; hours that were imported say it where there are any. */
function energyUsd(at: At): Made {
  const { c, site, own } = at
  const { catalogRegionId, power, profiles } = site
  const carbonUsd = c.plan.finance.carbonUsdPerTonne
  const usdPerMwh = meanUsdPerMwh(c.plan, c.catalog, site)
  const region = getRegion(c.catalog, catalogRegionId)
  const cell = (column: string): CatalogCell => ({ table: 'regions', rowId: catalogRegionId, column })
  const said = power.energyUsdPerMwh ?? region.priceUsdMwh
  const isImported = profiles?.usdPerMwh !== undefined || profiles?.kgCo2PerMwh !== undefined
  const ofParts = said + (region.gco2KwhDirect / 1000) * carbonUsd
  return made(at, 'energy', KW_YEAR, {
    ...{ formula: 'cooling-cost', value: own.energyUsd },
    inputs: [
      { word: 'pue', value: own.meanPue, unit: '', ref: ref(at, 'meanPue') },
      ...(isImported
        ? [{ word: 'price' as const, value: usdPerMwh, unit: '$/MWh', path: `sites[${site.id}].profiles` }]
        : [
            {
              ...{ word: 'price' as const, value: said, unit: '$/MWh' },
              ...(power.energyUsdPerMwh === undefined
                ? { cell: cell('price_usd_mwh') }
                : { path: `sites[${site.id}].power.energyUsdPerMwh` }),
            },
            {
              ...{ word: 'carbonOfGrid' as const, value: region.gco2KwhDirect / 1000, unit: 't/MWh' },
              cell: cell('gco2_kwh_direct'),
            },
          ]),
      { word: 'carbonPrice', value: carbonUsd, unit: '$/t', path: 'finance.carbonUsdPerTonne' },
    ],
    recomputed: (own.meanPue * HOURS_PER_YEAR * (isImported ? usdPerMwh : ofParts)) / 1000,
  })
}

function waterUsd(at: At): Made {
  const { own, site } = at
  const price = site.facility.waterUsdPerM3
  return made(at, 'water', KW_YEAR, {
    ...{ formula: 'cooling-cost', value: own.waterUsd },
    inputs: [
      { word: 'wue', value: own.meanWueLPerKwh, unit: 'L/kWh', ref: ref(at, 'meanWue') },
      { word: 'price', value: price, unit: '$/m³', path: facility(at, 'waterUsdPerM3') },
    ],
    recomputed: (own.meanWueLPerKwh * HOURS_PER_YEAR * price) / 1000,
  })
}

function capitalUsd(at: At): Made {
  const { own, c } = at
  const { discountRatePerYear, facilityLifeYears } = c.plan.finance
  return made(at, 'capital', KW_YEAR, {
    ...{ formula: 'cooling-cost', value: own.capitalUsd },
    inputs: [
      { word: 'price', value: own.capexUsdPerKwIt, unit: '$/kW', cell: cellOf(at, 'capex_usd_per_kw_it') },
      {
        ...{ word: 'discountRate', value: discountRatePerYear, unit: 'share' },
        path: 'finance.discountRatePerYear',
      },
      { word: 'life', value: facilityLifeYears, unit: 'years', path: 'finance.facilityLifeYears' },
    ],
    recomputed: own.capexUsdPerKwIt * recoveryFactor(discountRatePerYear, facilityLifeYears),
  })
}

/** The year's weather at the site: imported, or made of the region's mean and design temperatures. */
export function weatherInputs({ c, site }: Pick<At, 'c' | 'site'>): TraceInput[] {
  const region = getRegion(c.catalog, site.catalogRegionId)
  const design = designInputs(c, site)
  if (site.profiles?.weather) return design
  const cell: CatalogCell = { table: 'regions', rowId: site.catalogRegionId, column: 'mean_db_c' }
  return [{ word: 'meanDryBulb', value: region.meanDbC, unit: '°C', cell }, ...design]
}

function overYear(at: At, pick: (point: ReturnType<typeof siteOverheads>[number]) => number) {
  const { c, site, own } = at
  const cooled = { ...site.facility, coolingTechnologyId: own.technologyId, coolingBlocks: [] }
  const points = siteOverheads({ ...site, facility: cooled }, getRegion(c.catalog, site.catalogRegionId))
  return points.reduce((sum, point) => sum + pick(point), 0) / points.length
}

function meanPue(at: At): Made {
  const loss = at.site.facility.electricalLossShare
  const cooling = overYear(at, (point) => point.pue) - 1 - loss
  return made(at, 'pue', '', {
    ...{ formula: 'weather-mean', value: at.own.meanPue, recomputed: 1 + loss + cooling },
    inputs: [
      { word: 'electricalLoss', value: loss, unit: 'share', path: facility(at, 'electricalLossShare') },
      { word: 'coolingPower', value: cooling, unit: 'kW/kW', source: FORMULAS_OF_COOLING },
      ...weatherInputs(at),
    ],
  })
}

/** Where cooling power and water follow from the weather. */
export const FORMULAS_OF_COOLING = 'src/engine/climate/coolingOverhead.ts (B)'

function designPue(at: At): Made {
  const loss = at.site.facility.electricalLossShare
  return made(at, 'pueDesign', '', {
    ...{ formula: 'pue', value: at.own.designPue, recomputed: at.own.designPue },
    inputs: [
      { word: 'electricalLoss', value: loss, unit: 'share', path: facility(at, 'electricalLossShare') },
      {
        ...{ word: 'coolingPower', value: at.own.designPue - 1 - loss, unit: 'kW/kW' },
        source: FORMULAS_OF_COOLING,
      },
      ...weatherInputs(at),
    ],
  })
}

function meanWue(at: At): Made {
  return made(at, 'wue', 'L/kWh', {
    ...{ formula: 'weather-mean', value: at.own.meanWueLPerKwh },
    inputs: weatherInputs(at),
    recomputed: overYear(at, (point) => point.wueLPerKwh),
  })
}

function maxRackKw(at: At): Made {
  const value = getCooling(at.c.catalog, at.own.technologyId).maxRackKw
  return made(at, 'maxRack', 'kW', {
    ...{ formula: 'it-load', value: at.own.maxRackKw, recomputed: value },
    inputs: [{ word: 'maxRack', value, unit: 'kW', cell: cellOf(at, 'max_rack_kw') }],
  })
}

/** Full blocks with a technology, a year: money, or water. */
function ofBlocks(at: At, field: 'usdPerYear' | 'waterM3PerYear', blocks: number): Made | null {
  if (!(blocks > 0)) return null
  const { own, site } = at
  const { moduleItMw } = site.facility
  const counted: TraceInput[] = [
    { word: 'blocks', value: blocks, unit: '' },
    { word: 'moduleMw', value: moduleItMw, unit: 'MW', path: facility(at, 'moduleItMw') },
  ]
  if (field === 'usdPerYear') {
    const value = (blocks * moduleItMw * own.totalUsd) / 1000
    return made(at, 'coolingCost', 'M$', {
      ...{ formula: 'cooling-cost', value, recomputed: value },
      inputs: [
        ...counted,
        { word: 'coolingCost', value: own.totalUsd, unit: KW_YEAR, ref: ref(at, 'totalUsd') },
      ],
    })
  }
  const value = blocks * moduleItMw * own.meanWueLPerKwh * HOURS_PER_YEAR
  return made(at, 'water', 'm³', {
    ...{ formula: 'water', value, recomputed: value },
    inputs: [
      ...counted,
      { word: 'wue', value: own.meanWueLPerKwh, unit: 'L/kWh', ref: ref(at, 'meanWue') },
      { word: 'hours', value: HOURS_PER_YEAR, unit: 'h' },
    ],
  })
}
