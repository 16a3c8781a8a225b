import { type LineNode, singleLine } from '../../facility/singleLine.ts'
import { blocksOf, partsOf, siteTrain, type TrainLine } from '../../facility/siteTrain.ts'
import { loadOf } from '../../facility/trainParts.ts'
import { factorInputs } from '../aidc/equipmentTraces.ts'
import { type Trace, type TraceInput, toRef } from '../trace.ts'
import type { TraceBuilder, TraceContext } from '../traceContext.ts'

/** The single-line diagram: units, size of one and load of each thing that it shows. */
export const DIAGRAM_TRACES: Readonly<Record<string, TraceBuilder>> = {
  node: (c, [field = '', siteId = '', period = '', nodeId = '']) => {
    const at = find(c, siteId, period, nodeId)
    if (!at || !isField(field)) return null
    return at.line
      ? OF_EQUIPMENT[field]({ ...at, line: at.line })
      : field === 'load'
        ? null
        : ofSupply(at, field)
  },
}

const NODE_FIELDS = ['units', 'size', 'load'] as const
export type NodeField = (typeof NODE_FIELDS)[number]
const isField = (field: string): field is NodeField => NODE_FIELDS.some((own) => own === field)

export function nodeRef(
  field: NodeField,
  siteId: string,
  period: string,
  { id }: Pick<LineNode, 'id'>,
): string {
  return toRef('node', field, siteId, period, id)
}

interface At {
  readonly c: TraceContext
  readonly site: TraceContext['plan']['sites'][number]
  readonly period: string
  readonly node: LineNode
  readonly itMw: number
  /** Where it is equipment of the catalog. */
  readonly line: TrainLine | undefined
}
type Equipment = At & { readonly line: TrainLine }
type Made = Omit<Trace, 'ref'>

function find(c: TraceContext, siteId: string, period: string, nodeId: string): At | null {
  const site = c.plan.sites.find((own) => own.id === siteId)
  const itMw = c.build(siteId, period)?.builtItMw
  const node = singleLine(c.plan, c.shipped, c.result, siteId, period).nodes.find((own) => own.id === nodeId)
  if (!site || !node || itMw === undefined) return null
  const line = siteTrain(site, c.catalog, c.plan.horizon.start, [{ period, itMw }]).find(
    (own) => own.equipmentId === nodeId,
  )
  return { c, site, period, node, itMw, line }
}

function made(
  { node, line, site, period }: At,
  word: Made['word'],
  unit: string,
  rest: Pick<Made, 'formula' | 'value' | 'inputs' | 'recomputed'> & { readonly isDecided?: boolean },
): Made {
  return {
    word,
    of: `${line?.equipment ?? node.name}, ${site.name}, ${period}`,
    unit,
    isDecided: false,
    ...rest,
  }
}

const OF_EQUIPMENT: Readonly<Record<NodeField, (at: Equipment) => Made>> = { units, size, load }

const cellOf = ({ line }: Equipment) => {
  return { table: 'equipment' as const, rowId: line.equipmentId, column: 'unit_size' }
}

const sizeInput = (at: Equipment): TraceInput => {
  return { word: 'unitSize', value: at.line.unitSize, unit: at.line.unit, cell: cellOf(at) }
}

/** What it carries, from the IT load of the rooms. */
function loadInputs({ c, site, line, itMw, period }: Equipment): TraceInput[] {
  const part = partsOf(site, c.catalog, itMw).find((own) => own.equipmentId === line.equipmentId)
  return [
    { word: 'load', value: line.load, unit: line.unit },
    { word: 'built', value: itMw, unit: 'MW', ref: toRef('build', 'builtItMw', site.id, period) },
    ...(part?.factors ?? []).flatMap((factor) => factorInputs({ c, site }, factor)),
  ]
}

function units(at: Equipment): Made {
  const { site, itMw, line, c } = at
  const part = partsOf(site, c.catalog, itMw).find((own) => own.equipmentId === line.equipmentId)
  const path = (field: string) => `sites[${site.id}].facility.redundancy.${field}`
  return made(at, 'installed', 'units', {
    ...{ formula: 'redundant-units', value: line.installed, recomputed: line.installed },
    inputs: [
      ...loadInputs(at),
      sizeInput(at),
      { word: 'scheme', value: line.scheme, unit: '', ...(part && { path: path(part.rule) }) },
      { word: 'blocks', value: blocksOf(site, itMw), unit: '', path: path('blockMw') },
    ],
  })
}

function size(at: Equipment): Made {
  const { unitSize, unit } = at.line
  return made(at, 'unitSize', unit, {
    ...{ formula: 'redundant-units', value: unitSize, recomputed: unitSize },
    inputs: [sizeInput(at)],
  })
}

function load(at: Equipment): Made {
  const { line, c, site, itMw } = at
  const part = partsOf(site, c.catalog, itMw).find((own) => own.equipmentId === line.equipmentId)
  const carried = part ? loadOf(itMw * 1000, part.factors) : line.load
  return made(at, 'utilisation', 'share', {
    ...{ formula: 'equipment-use', value: line.load / (line.installed * line.unitSize) },
    inputs: [
      ...loadInputs(at),
      {
        word: 'installed',
        value: line.installed,
        unit: 'units',
        ref: nodeRef('units', site.id, at.period, at.node),
      },
      sizeInput(at),
    ],
    recomputed: carried / (line.installed * line.unitSize),
  })
}

/** The grid, racks, plant and contracts: what the plan holds of them. */
function ofSupply(at: At, field: 'units' | 'size'): Made | null {
  const { c, site, node, period } = at
  const build = c.build(site.id, period)!
  const [kind = '', id = ''] = node.id.split('.')
  if (node.id === 'grid') {
    const { contractedMw, flexibleMw } = build
    return made(at, 'contracted', 'MW', {
      ...{ formula: 'adequacy', value: node.size, recomputed: contractedMw + flexibleMw },
      inputs: [
        {
          ...{ word: 'contracted', value: contractedMw, unit: 'MW' },
          ref: toRef('build', 'contractedMw', site.id, period),
        },
        { word: 'flexible', value: flexibleMw, unit: 'MW' },
        {
          ...{ word: 'gridLimit', value: site.power.gridLimitMw, unit: 'MW' },
          path: `sites[${site.id}].power.gridLimitMw`,
        },
      ],
    })
  }
  if (node.id === 'racks')
    return made(at, 'built', 'MW', {
      ...{ formula: 'it-load', value: node.size, recomputed: build.builtItMw },
      inputs: [
        {
          word: 'built',
          value: build.builtItMw,
          unit: 'MW',
          ref: toRef('build', 'builtItMw', site.id, period),
        },
      ],
    })
  return kind === 'plant' ? ofPlant(at, id, field) : ofContract(at, id)
}

function ofPlant(at: At, id: string, field: 'units' | 'size'): Made | null {
  const { c, site, node, period } = at
  const plant = site.power.onSite.find((own) => own.id === id)
  if (!plant) return null
  const mw = c.build(site.id, period)?.onSiteMw[id] ?? 0
  const unitSize: TraceInput = {
    ...{
      word: 'unitSize',
      value: plant.unitMw,
      unit: 'MW',
      path: `sites[${site.id}].power.onSite[${id}].unitMw`,
    },
  }
  if (field === 'size')
    return made(at, 'unitSize', 'MW', {
      ...{ formula: 'adequacy', value: node.size, recomputed: plant.unitMw, inputs: [unitSize] },
    })
  return made(at, 'installed', 'units', {
    ...{ formula: 'adequacy', value: node.units ?? 0, recomputed: Math.round(mw / plant.unitMw) },
    ...{ isDecided: true, inputs: [{ word: 'built', value: mw, unit: 'MW' }, unitSize] },
  })
}

function ofContract(at: At, id: string): Made | null {
  const { c, site, node, period } = at
  const contract = site.power.contracts.find((own) => own.id === id)
  if (!contract) return null
  const mw = c.build(site.id, period)?.contractMw[id] ?? 0
  return made(at, 'contracted', 'MW', {
    ...{ formula: 'adequacy', value: node.size, recomputed: mw, isDecided: true },
    inputs: [
      {
        ...{ word: 'limit', value: contract.maxMw, unit: 'MW' },
        path: `sites[${site.id}].power.contracts[${id}].maxMw`,
      },
    ],
  })
}
