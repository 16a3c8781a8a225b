import { KW_PER_MW } from '../../../plan/units.ts'
import { GENERATOR } from '../../facility/planTrains.ts'
import { countUnits } from '../../facility/redundancy.ts'
import { blocksOf, designOf, partsOf, type TrainLine } from '../../facility/siteTrain.ts'
import { type LoadFactor, loadOf, STANDBY_GENERATOR, type TrainPart } from '../../facility/trainParts.ts'
import { type CatalogCell, type Trace, type TraceInput, toRef } from '../trace.ts'
import { sumInputs, type TraceBuilder, type TraceContext } from '../traceContext.ts'
import { designInputs, pueDesignField } from './designInputs.ts'

/** Electrical and cooling equipment: what is added, what for, at what price, and how long it carries an outage. */
export const EQUIPMENT_TRACES: Readonly<Record<string, TraceBuilder>> = {
  equipment: (c, [field = '', siteId = '', period = '', equipmentId = '']) => {
    const at = find(c, siteId, period, equipmentId)
    const make = Object.hasOwn(FIELDS, field) ? FIELDS[field as keyof typeof FIELDS] : undefined
    return at && make ? make(at) : null
  },
  'equipment-total': totalPrice,
  'train-pue': (c, [siteId = '']) => trainPue(c, siteId),
  survival: (c, [siteId = '', hours = '']) => survival(c, siteId, Number(hours)),
}

type EquipmentField = keyof typeof FIELDS

export function equipmentRef(
  field: EquipmentField,
  siteId: string,
  { period, equipmentId }: TrainLine,
): string {
  return toRef('equipment', field, siteId, period, equipmentId)
}

interface At {
  readonly c: TraceContext
  readonly site: TraceContext['plan']['sites'][number]
  readonly line: TrainLine
  readonly part: TrainPart
  /** MW of IT that the rooms carry from then on. */
  readonly itMw: number
  /** The same equipment the step before. */
  readonly before: TrainLine | undefined
}
type Made = Omit<Trace, 'ref'>

function find(c: TraceContext, siteId: string, period: string, equipmentId: string): At | null {
  const site = c.plan.sites.find((own) => own.id === siteId)
  const lines = c.trains.find((own) => own.siteId === siteId)?.lines ?? []
  const own = lines.filter((line) => line.equipmentId === equipmentId)
  const index = own.findIndex((line) => line.period === period)
  const line = own[index]
  const itMw = c.build(siteId, period)?.builtItMw
  if (!site || !line || itMw === undefined) return null
  const part = partsOf(site, c.catalog, itMw).find((one) => one.equipmentId === equipmentId)
  return part ? { c, site, line, part, itMw, before: own[index - 1] } : null
}

const cellOf = ({ line }: At, column: string): CatalogCell => {
  return { table: 'equipment', rowId: line.equipmentId, column }
}
const facilityPath = ({ site }: Pick<At, 'site'>, field: string): string =>
  `sites[${site.id}].facility.${field}`
const ref = ({ site, line }: At, field: EquipmentField): string => equipmentRef(field, site.id, line)

function made(
  at: At,
  word: Made['word'],
  unit: string,
  rest: Pick<Made, 'formula' | 'value' | 'inputs' | 'recomputed'>,
) {
  const of = `${at.line.equipment}, ${at.site.name}, ${at.line.period}`
  return { word, of, unit, isDecided: false, ...rest }
}

const FIELDS = { added, installed, load, price, lead }

function added(at: At): Made {
  const { line, before } = at
  const standing = line.installed - line.added
  return made(at, 'added', 'units', {
    ...{ formula: 'redundant-units', value: line.added, recomputed: line.installed - standing },
    inputs: [
      { word: 'installed', value: line.installed, unit: 'units', ref: ref(at, 'installed') },
      {
        ...{ word: 'installedBefore', of: before?.period, value: standing, unit: 'units' },
        ref: before && equipmentRef('installed', at.site.id, before),
      },
    ],
  })
}

function installed(at: At): Made {
  const { line, site, part, itMw } = at
  const standing = line.installed - line.added
  const blocks = blocksOf(site, itMw)
  const needed = countUnits(line.load, line.unitSize, line.scheme, blocks).installed
  return made(at, 'installed', 'units', {
    ...{ formula: 'redundant-units', value: line.installed, recomputed: Math.max(standing, needed) },
    inputs: [
      { word: 'load', value: line.load, unit: line.unit, ref: ref(at, 'load') },
      { word: 'unitSize', value: line.unitSize, unit: line.unit, cell: cellOf(at, 'unit_size') },
      { word: 'scheme', value: line.scheme, unit: '', path: facilityPath(at, `redundancy.${part.rule}`) },
      { word: 'blocks', value: blocks, unit: '', path: facilityPath(at, 'redundancy.blockMw') },
      { word: 'installedBefore', value: standing, unit: 'units' },
    ],
  })
}

function load(at: At): Made {
  const { line, part, itMw, site } = at
  return made(at, 'load', line.unit, {
    ...{ formula: 'train-load', value: line.load, recomputed: loadOf(itMw * KW_PER_MW, part.factors) },
    inputs: [
      { word: 'built', value: itMw, unit: 'MW', ref: toRef('build', 'builtItMw', site.id, line.period) },
      ...part.factors.flatMap((factor) => factorInputs(at, factor)),
    ],
  })
}

/** What a load is the IT of the rooms times. */
export function factorInputs(at: Pick<At, 'c' | 'site'>, { kind, value }: LoadFactor): TraceInput[] {
  const redundancy = (field: string): string => facilityPath(at, `redundancy.${field}`)
  switch (kind) {
    case 'pueDesign':
      return [{ word: 'pueDesign', value, unit: '', ...pueSource(at.site) }]
    case 'powerFactor':
      return [{ word: 'powerFactor', value, unit: '', path: redundancy('powerFactor') }]
    case 'generatorShare':
      return [{ word: 'generatorShare', value, unit: 'share', path: redundancy('generatorShare') }]
    case 'heat':
      return [
        { word: 'heat', value, unit: 'kW/kW', path: facilityPath(at, 'coolingTechnologyId') },
        ...designInputs(at.c, at.site),
      ]
    default:
      return kind satisfies never
  }
}

/** A given PUE is a field of the plan; else the next trace says how it comes about. */
function pueSource(site: At['site']): Pick<TraceInput, 'path' | 'ref'> {
  return site.facility.givenPue === undefined
    ? { ref: toRef('train-pue', site.id) }
    : { path: facilityPath({ site }, pueDesignField(site.facility)) }
}

/** PUE at the design day by the technology's formula, at which equipment is sized. */
function trainPue(c: TraceContext, siteId: string): Made | null {
  const site = c.plan.sites.find((own) => own.id === siteId)
  if (!site || site.facility.givenPue !== undefined) return null
  const { kwPerKwIt, pueDesign } = designOf(site, c.catalog)
  const { electricalLossShare } = site.facility
  return {
    ...{ word: 'pueDesign', of: site.name, value: pueDesign, unit: '', formula: 'pue', isDecided: false },
    inputs: [
      {
        ...{ word: 'electricalLoss', value: electricalLossShare, unit: 'share' },
        path: facilityPath({ site }, 'electricalLossShare'),
      },
      {
        ...{ word: 'coolingPower', value: kwPerKwIt, unit: 'kW/kW' },
        path: facilityPath({ site }, 'coolingTechnologyId'),
      },
      ...designInputs(c, site),
    ],
    recomputed: 1 + electricalLossShare + kwPerKwIt,
  }
}

function price(at: At): Made {
  const { line, c } = at
  const usd = c.catalog.equipment.find((row) => row.id === line.equipmentId)?.priceUsdPerUnit ?? 0
  return made(at, 'price', 'M$', {
    ...{ formula: 'equipment-price', value: line.priceMusd, recomputed: (line.added * usd) / 1e6 },
    inputs: [
      { word: 'added', value: line.added, unit: 'units', ref: ref(at, 'added') },
      { word: 'price', value: usd, unit: '$', cell: cellOf(at, 'price_usd_per_unit') },
    ],
  })
}

/** The lead time by which the order date stands before the period. */
function lead(at: At): Made {
  const { line } = at
  return made(at, 'leadWeeks', 'weeks', {
    ...{ formula: 'order-date', value: line.leadWeeks, recomputed: line.leadWeeks },
    inputs: [
      { word: 'leadWeeks', value: line.leadWeeks, unit: 'weeks', cell: cellOf(at, 'lead_weeks_max') },
      { word: 'needed', value: line.period, unit: '' },
      { word: 'orderBy', value: line.orderBy, unit: '' },
    ],
  })
}

function totalPrice(c: TraceContext): Made {
  const inputs = c.trains.flatMap(({ siteId, lines }) =>
    lines
      .filter((line) => line.added > 0)
      .map((line): TraceInput => {
        const of = `${line.equipment}, ${c.siteName(siteId)}, ${line.period}`
        return {
          word: 'price',
          of,
          value: line.priceMusd,
          unit: 'M$',
          ref: equipmentRef('price', siteId, line),
        }
      }),
  )
  const value = sumInputs(inputs)
  return {
    word: 'equipment',
    value,
    unit: 'M$',
    formula: 'equipment-price',
    isDecided: false,
    inputs,
    recomputed: value,
  }
}

const REOPT = "REopt's defaults for a diesel generator (B)"

function survival(c: TraceContext, siteId: string, hours: number): Made | null {
  const train = c.trains.find((own) => own.siteId === siteId)
  const found = train?.survival.find((own) => own.hours === hours)
  const line = train?.lines.findLast((own) => own.equipmentId === STANDBY_GENERATOR)
  if (!found || !line) return null
  const fixed = (word: TraceInput['word'], value: number, unit: string): TraceInput => {
    return { word, value, unit, source: REOPT }
  }
  return {
    ...{ word: 'survival', of: `${c.siteName(siteId)}, ${hours} h`, value: found.probability, unit: 'share' },
    ...{ formula: 'backup-survival', isDecided: false },
    inputs: [
      {
        ...{ word: 'installed', of: line.equipment, value: line.installed, unit: 'units' },
        ref: equipmentRef('installed', siteId, line),
      },
      {
        ...{ word: 'unitSize', value: line.unitSize, unit: line.unit },
        cell: { table: 'equipment', rowId: line.equipmentId, column: 'unit_size' },
      },
      { word: 'load', value: line.load, unit: line.unit, ref: equipmentRef('load', siteId, line) },
      fixed('availability', GENERATOR.availability, 'share'),
      fixed('failureToStart', GENERATOR.failureToStart, 'share'),
      fixed('mttf', GENERATOR.mttfH, 'h'),
    ],
    recomputed: stillCarrying(line, hours),
  }
}

/** Chance that enough of the generators started and still run: each does with p q^hours, none is repaired. */
function stillCarrying({ load: loadKw, unitSize, installed: count }: TrainLine, hours: number): number {
  const { availability, failureToStart, mttfH } = GENERATOR
  const runs = availability * (1 - failureToStart) * (1 - 1 / mttfH) ** hours
  const enough = Math.ceil(loadKw / unitSize - 1e-9)
  let sum = 0
  let ways = 1
  for (let running = 0; running <= count; running++) {
    if (running >= enough) sum += ways * runs ** running * (1 - runs) ** (count - running)
    ways = (ways * (count - running)) / (running + 1)
  }
  return sum
}
