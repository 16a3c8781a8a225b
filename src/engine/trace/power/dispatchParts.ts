import { clockHour } from '../../../plan/calendar.ts'
import type { DayBlock, SiteBuild } from '../../../plan/result/siteBuild.ts'
import type { DayOfPeriod } from '../../dispatch/compareDays.ts'
import type { DayDispatch } from '../../dispatch/dispatchDay.ts'
import { type DayQuestion, energyOfDay, priceParts, siteDay } from '../../dispatch/siteDay.ts'
import type { AskedDays } from '../decisions/asked.ts'
import { type Trace, type TraceInput, type TraceRef, toRef } from '../trace.ts'
import { sumInputs, type TraceContext } from '../traceContext.ts'

type Made = Omit<Trace, 'ref'>

/** What flows in an hour: the load, or one of its supplies. */
export type DispatchFlow = 'load' | keyof Omit<DayDispatch, 'usd'>

/** An hour of a day of a site. */
export interface DispatchHour {
  readonly c: TraceContext
  readonly asked: AskedDays
  readonly site: TraceContext['plan']['sites'][number]
  readonly build: SiteBuild
  readonly own: DayOfPeriod
  readonly day: number
  readonly hour: number
  readonly question: DayQuestion
}

export const whenOf = ({ site, asked, own, hour }: DispatchHour): string =>
  `${site.name}, ${asked.period}, ${own.name} ${clockHour(hour)} UTC`

export interface Flow {
  readonly flow: DispatchFlow
  readonly id: string
  /** Towards the load; what is charged goes the other way. */
  readonly mw: number
}

export const WORDS = {
  drawn: 'fromGrid',
  generated: 'generated',
  taken: 'taken',
  discharged: 'discharged',
  charged: 'charged',
  unserved: 'unserved',
} as const

/** How much a supply may be in the hour, and what it costs. */
export function limitsOf(at: DispatchHour, { flow, id }: Flow): TraceInput[] {
  const { site, build, asked, hour } = at
  const power = `sites[${site.id}].power`
  const given = siteDay(at.question)
  if (flow === 'drawn')
    return [
      { word: 'price', value: given.usdPerMwh[hour]!, unit: '$/MWh', ref: priceRef(at) },
      {
        ...{ word: 'contracted', value: build.contractedMw, unit: 'MW' },
        ref: toRef('build', 'contractedMw', site.id, asked.period),
      },
      { word: 'flexible', value: build.flexibleMw, unit: 'MW' },
    ]
  if (flow === 'unserved') {
    const path = `${power}.unservedEnergyUsdPerMwh`
    return [{ word: 'price', value: given.unservedUsdPerMwh, unit: '$/MWh', path }]
  }
  if (flow === 'taken') {
    const contract = given.contracts.find((one) => one.id === id)!
    return [
      { word: 'contracted', of: id, value: contract.mw, unit: 'MW', path: `${power}.contracts[${id}].maxMw` },
      { word: 'availability', value: contract.profile[hour]!, unit: 'share' },
    ]
  }
  const path = `${power}.onSite[${id}].maxMw`
  const plant = given.sources.find((one) => one.id === id)
  if (!plant) {
    const { mw, mwh, roundTripShare } = given.storages.find((one) => one.id === id)!
    return [
      { word: 'built', of: id, value: mw, unit: 'MW', path },
      { word: 'built', of: id, value: mwh, unit: 'MWh' },
      { word: 'roundTripEnergy', value: roundTripShare, unit: 'share' },
    ]
  }
  return [
    { word: 'price', of: id, value: plant.usdPerMwh, unit: '$/MWh' },
    { word: 'built', of: id, value: plant.mw, unit: 'MW', path },
    { word: 'availability', value: plant.availability[hour]!, unit: 'share' },
  ]
}

const priceRef = ({ day, hour }: DispatchHour): TraceRef => toRef('dispatch-price', String(day), String(hour))

/** What a megawatt-hour of the grid costs in the hour, its carbon included. */
export function price(at: DispatchHour): Made {
  const { site, c, hour, question } = at
  const energy = energyOfDay(question)
  const { spot, change, tco2 } = priceParts(question, energy, hour)
  const { carbonUsdPerTonne } = c.plan.finance
  const { power, profiles, catalogRegionId } = site
  const cell = (column: string) => ({ table: 'regions' as const, rowId: catalogRegionId, column })
  const path = `sites[${site.id}].profiles`
  const value = siteDay(question).usdPerMwh[hour]!
  return {
    ...{ word: 'price', of: whenOf(at), value, unit: '$/MWh', formula: 'hour-price', isDecided: false },
    inputs: [
      ...(profiles?.usdPerMwh
        ? [{ word: 'price' as const, value: spot, unit: '$/MWh', path }]
        : spotInputs(at, energy.usdPerMwh, energy.priceShape[hour]!)),
      {
        ...{ word: 'priceChange', value: power.energyPriceChangePerYear, unit: 'share' },
        path: `sites[${site.id}].power.energyPriceChangePerYear`,
      },
      { word: 'priceMoved', value: change, unit: '×' },
      {
        ...{ word: 'carbonOfGrid', value: tco2, unit: 't/MWh' },
        ...(profiles?.kgCo2PerMwh ? { path } : { cell: cell('gco2_kwh_direct') }),
      },
      { word: 'carbonPrice', value: carbonUsdPerTonne, unit: '$/t', path: 'finance.carbonUsdPerTonne' },
    ],
    recomputed: spot * change + tco2 * carbonUsdPerTonne,
  }
}

/** The site's mean price, or the region's, and the shape of its day. */
function spotInputs({ site }: DispatchHour, usdPerMwh: number, shape: number): TraceInput[] {
  const { energyUsdPerMwh, energyPriceByHour } = site.power
  const path = (field: string) => `sites[${site.id}].power.${field}`
  return [
    {
      ...{ word: 'price', value: usdPerMwh, unit: '$/MWh' },
      ...(energyUsdPerMwh === undefined
        ? { cell: { table: 'regions', rowId: site.catalogRegionId, column: 'price_usd_mwh' } }
        : { path: path('energyUsdPerMwh') }),
    },
    ...(energyPriceByHour
      ? [{ word: 'hourFactor' as const, value: shape, unit: '×', path: path('energyPriceByHour') }]
      : []),
  ]
}

/** What the plan supplies in the block that the hour belongs to; on a day with weather of its own, shaped by it. */
export function load(at: DispatchHour): Made {
  const { own, hour } = at
  const value = own.loadMw[hour]!
  const parts = blockParts(at)
  const sum = Math.max(0, sumInputs(parts))
  const factor = sum > 0 ? value / sum : 1
  const isShaped = Math.abs(factor - 1) > 1e-9
  return {
    ...{ word: 'facilityLoad', of: whenOf(at), value, unit: 'MW', formula: 'day-load', isDecided: false },
    inputs: [
      ...parts,
      ...(isShaped
        ? [
            {
              ...{ word: 'hourFactor' as const, of: 'PUE', value: factor, unit: '×' },
              path: `sites[${at.site.id}].profiles`,
            },
          ]
        : []),
    ],
    recomputed: sum * factor,
  }
}

/** Supplies of the block, MW; what is charged goes off. */
function blockParts({ c, build, own, hour }: DispatchHour): TraceInput[] {
  const h = c.result.slices.findIndex(
    ({ dayType, hoursUtc }) => dayType === own.dayType && hoursUtc.includes(hour),
  )
  const block = build.dayBlocks.find((one) => one.day === own.representative && one.slice === h)
  const parts = block ? ofBlock(block) : build.dayBlocks.length > 0 ? [] : ofSlice(build, h)
  const hours = `${c.result.slices[h]?.hoursUtc.join(', ')} h`
  return parts.flatMap(({ flow, id, mw }): TraceInput[] => {
    if (flow === 'load' || mw === 0) return []
    return [{ word: WORDS[flow], of: [id, hours].filter(Boolean).join(', '), value: mw, unit: 'MW' }]
  })
}

function ofBlock(block: DayBlock): Flow[] {
  return [
    { flow: 'drawn', id: '', mw: block.drawnMw },
    ...entries('generated', block.generatedMw),
    ...entries('taken', block.contractMw),
    ...entries('discharged', block.dischargedMw),
    ...entries('charged', block.chargedMw, -1),
  ]
}

function ofSlice(build: SiteBuild, h: number): Flow[] {
  const at = (lists: Readonly<Record<string, readonly number[]>>) =>
    Object.fromEntries(Object.entries(lists).map(([id, values]) => [id, values[h] ?? 0]))
  const stored = Object.entries(build.storageMwBySlice)
  const list = (pick: 'charged' | 'discharged') =>
    Object.fromEntries(stored.map(([id, own]) => [id, own[pick][h] ?? 0]))
  return [
    { flow: 'drawn', id: '', mw: build.drawnMwBySlice[h] ?? 0 },
    ...entries('generated', at(build.generatedMwBySlice)),
    ...entries('taken', at(build.contractMwBySlice)),
    ...entries('discharged', list('discharged')),
    ...entries('charged', list('charged'), -1),
  ]
}

const entries = (flow: DispatchFlow, own: Readonly<Record<string, number>>, sign = 1): Flow[] =>
  Object.entries(own).map(([id, mw]) => ({ flow, id, mw: sign * mw }))
