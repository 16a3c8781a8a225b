import { listOutlays, type Outlay } from '../../results/money/spending.ts'
import { type Trace, type TraceInput, type TraceRef, toRef } from '../trace.ts'
import type { TraceBuilder, TraceContext } from '../traceContext.ts'
import type { TraceWord } from '../traceWord.ts'

/** What one thing at a site costs when it is ordered, not discounted. */
export const OUTLAY_TRACES: Readonly<Record<string, TraceBuilder>> = {
  outlay: (c, [kind = '', siteId = '', id = '', year = '']) => outlay(c, kind, siteId, id, year),
}

const KIND_WORDS: Readonly<Record<Outlay['kind'], TraceWord>> = {
  accelerators: 'accelerators',
  rooms: 'rooms',
  plant: 'onSitePlant',
  connection: 'gridConnection',
  application: 'gridApplication',
  study: 'gridStudy',
}

const yearOf = (c: TraceContext, from: string): number =>
  Math.floor(c.inputs.periods[c.result.periods.indexOf(from)]?.midYears ?? -1)

/** What is bought, thing by thing; paid in a year of the plan, or (null) at any time. */
export function capitalInputs(c: TraceContext, from: string | null): TraceInput[] {
  const year = from === null ? '' : String(yearOf(c, from))
  const paid = listOutlays(c.inputs, c.result).filter((own) => year === '' || own.year === Number(year))
  const byThing = Map.groupBy(paid, ({ kind, siteIndex, id }) => `${kind} ${siteIndex} ${id}`)
  return [...byThing.values()].map((own): TraceInput => {
    const { kind, siteIndex, id } = own[0]!
    const site = c.plan.sites[siteIndex]!
    return {
      ...{ word: KIND_WORDS[kind], of: [site.name, id].filter(Boolean).join(', '), unit: 'M$' },
      value: own.reduce((sum, { musd }) => sum + musd, 0),
      ref: toRef('outlay', kind, site.id, id, year),
    }
  })
}

/** One thing at one site: what is added in each period, at the price of its order. */
function outlay(
  c: TraceContext,
  kind: string,
  siteId: string,
  id: string,
  year: string,
): Omit<Trace, 'ref'> | null {
  const siteIndex = c.siteIndex(siteId)
  const own = listOutlays(c.inputs, c.result).filter(
    (one) =>
      one.kind === kind &&
      one.siteIndex === siteIndex &&
      one.id === id &&
      (year === '' || one.year === Number(year)),
  )
  const [first] = own
  if (!first) return null
  const added = own.flatMap((one): TraceInput[] => {
    const of = c.result.periods[one.period]!
    return [
      { word: 'added', of, value: one.amount, unit: UNITS[first.kind], ref: addedRef(one, siteId, of) },
      { word: 'price', of, value: one.musdEach, unit: 'M$' },
    ]
  })
  return {
    ...{ word: KIND_WORDS[first.kind], of: [c.siteName(siteId), id].filter(Boolean).join(', '), unit: 'M$' },
    ...{ value: own.reduce((sum, { musd }) => sum + musd, 0), formula: 'capital-ordered', isDecided: false },
    inputs: [...added, ...priceFields(c, first)],
    recomputed: own.reduce((sum, { amount, musdEach }) => sum + amount * musdEach, 0),
  }
}

const UNITS: Readonly<Record<Outlay['kind'], string>> = {
  accelerators: 'units',
  rooms: '',
  plant: 'units',
  connection: 'MW',
  application: '',
  study: '',
}

function addedRef({ kind, id }: Outlay, siteId: string, period: string): TraceRef | undefined {
  if (kind === 'accelerators') return toRef('bought', id, siteId, period)
  if (kind === 'rooms') return toRef('phases', siteId, period)
  return kind === 'connection' ? toRef('build', 'contractedMw', siteId, period) : undefined
}

/** The fields of the plan that make a price. */
function priceFields(c: TraceContext, { kind, siteIndex, id }: Outlay): TraceInput[] {
  const site = c.plan.sites[siteIndex]!
  const { facility, power } = site
  const field = (word: TraceWord, value: number, unit: string, path: string): TraceInput => {
    return { word, value, unit, path }
  }
  const ofPower = (word: TraceWord, name: keyof typeof power, unit: string): TraceInput =>
    field(word, Number(power[name]), unit, `sites[${site.id}].power.${name}`)
  switch (kind) {
    case 'accelerators': {
      const own = c.plan.accelerators.find((one) => one.id === id)!
      const at = `accelerators[${id}]`
      return [
        field('price', own.priceUsdPerUnit, '$', `${at}.priceUsdPerUnit`),
        field('priceChange', own.priceChangePerYear, 'share', `${at}.priceChangePerYear`),
        field('network', own.networkUsdPerAccel, '$', `${at}.networkUsdPerAccel`),
        field('leadMonths', own.leadMonths, 'months', `${at}.leadMonths`),
      ]
    }
    case 'rooms': {
      const at = `sites[${site.id}].facility`
      return [
        field('price', facility.capexMusdPerMw, 'M$/MW', `${at}.capexMusdPerMw`),
        field('moduleMw', facility.moduleItMw, 'MW', `${at}.moduleItMw`),
        field('leadMonths', facility.buildMonths, 'months', `${at}.buildMonths`),
      ]
    }
    case 'connection':
      return [
        ofPower('gridConnection', 'connectionMusdPerMw', 'M$/MW'),
        ofPower('deposit', 'depositMusdPerMw', 'M$/MW'),
      ]
    case 'application':
      return [ofPower('gridApplication', 'applicationMusd', 'M$')]
    case 'study':
      return [ofPower('gridStudy', 'studyMusd', 'M$')]
    case 'plant': {
      const own = [...c.inputs.energy[siteIndex]!.sources, ...c.inputs.energy[siteIndex]!.storages]
      const plant = own.find((one) => one.id === id)!
      return [
        { word: 'price', value: plant.capexMusdPerMw, unit: 'M$/MW' },
        { word: 'unitSize', value: plant.unitMw, unit: 'MW' },
      ]
    }
    default:
      return kind satisfies never
  }
}
