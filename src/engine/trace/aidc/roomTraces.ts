import { type ComponentCapex, capexByComponent } from '../../facility/capexByComponent.ts'
import { type Trace, type TraceInput, toRef } from '../trace.ts'
import { sumInputs, type TraceBuilder, type TraceContext } from '../traceContext.ts'
import type { TraceWord } from '../traceWord.ts'

/** What the rooms that the plan builds at a site cost, by component. */
export const ROOM_TRACES: Readonly<Record<string, TraceBuilder>> = {
  rooms: (c, [field = '', siteId = '', component = '']) => {
    const at = find(c, siteId)
    const part = at?.parts.find((own) => own.component === component)
    const make = Object.hasOwn(FIELDS, field) ? FIELDS[field as RoomField] : undefined
    return at && part && make ? make(at, part) : null
  },
  'rooms-total': (c, [siteId = '']) => total(find(c, siteId)),
}

type RoomField = keyof typeof FIELDS
type Made = Omit<Trace, 'ref'>

const FIELDS = { share, perMw, cost }

const COLUMNS = {
  shell: { column: 'capex_musd_per_mw_shell_site', key: 'capexMusdPerMwShellSite', word: 'shell' },
  electrical: { column: 'capex_musd_per_mw_electrical', key: 'capexMusdPerMwElectrical', word: 'electrical' },
  mechanical: { column: 'capex_musd_per_mw_mechanical', key: 'capexMusdPerMwMechanical', word: 'mechanical' },
  fitout: { column: 'capex_musd_per_mw_fitout', key: 'capexMusdPerMwFitout', word: 'fitout' },
} as const satisfies Record<ComponentCapex['component'], { readonly word: TraceWord; [key: string]: string }>
const COMPONENTS = Object.keys(COLUMNS) as ComponentCapex['component'][]

interface At {
  readonly c: TraceContext
  readonly site: TraceContext['plan']['sites'][number]
  readonly row: TraceContext['catalog']['building'][number]
  readonly parts: readonly ComponentCapex[]
  readonly builtMw: number
}

function find(c: TraceContext, siteId: string): At | null {
  const site = c.plan.sites.find((own) => own.id === siteId)
  const row = c.catalog.building.find((own) => own.id === site?.facility.archetypeId)
  if (!site || !row) return null
  const last = c.result.builds.findLast((build) => build.siteId === siteId)
  const builtMw = Math.max(0, (last?.builtItMw ?? 0) - site.facility.existingItMw)
  const parts = capexByComponent(site.facility, c.catalog, builtMw)
  return parts && { c, site, row, parts, builtMw }
}

const refOf = (field: RoomField, { site }: At, component: string): string =>
  toRef('rooms', field, site.id, component)

function of({ site }: At, part: ComponentCapex): Pick<Made, 'word' | 'of' | 'formula' | 'isDecided'> {
  return { word: COLUMNS[part.component].word, of: site.name, formula: 'room-cost', isDecided: false }
}

function share(at: At, part: ComponentCapex): Made {
  const inputs = COMPONENTS.map((component): TraceInput => {
    const { column, key, word } = COLUMNS[component]
    const cell = { table: 'building' as const, rowId: at.row.id, column }
    return { word, value: at.row[key], unit: 'M$/MW', cell }
  })
  const own = at.row[COLUMNS[part.component].key]
  return {
    ...{ ...of(at, part), value: part.share, unit: 'share', inputs, recomputed: own / sumInputs(inputs) },
  }
}

function perMw(at: At, part: ComponentCapex): Made {
  const { capexMusdPerMw } = at.site.facility
  return {
    ...{ ...of(at, part), value: part.musdPerMw, unit: 'M$/MW' },
    inputs: [
      {
        ...{ word: 'price', value: capexMusdPerMw, unit: 'M$/MW' },
        path: `sites[${at.site.id}].facility.capexMusdPerMw`,
      },
      { word: 'placeShare', value: part.share, unit: 'share', ref: refOf('share', at, part.component) },
    ],
    recomputed: capexMusdPerMw * part.share,
  }
}

function cost(at: At, part: ComponentCapex): Made {
  const { c, site, builtMw } = at
  const built = { ...{ word: 'built' as const, value: c.build(site.id, c.end)?.builtItMw ?? 0, unit: 'MW' } }
  return {
    ...{ ...of(at, part), value: part.musd, unit: 'M$' },
    inputs: [
      { ...built, ref: toRef('build', 'builtItMw', site.id, c.end) },
      {
        ...{ word: 'existing', value: site.facility.existingItMw, unit: 'MW' },
        path: `sites[${site.id}].facility.existingItMw`,
      },
      { word: 'price', value: part.musdPerMw, unit: 'M$/MW', ref: refOf('perMw', at, part.component) },
    ],
    recomputed: builtMw * part.musdPerMw,
  }
}

function total(at: At | null): Made | null {
  if (!at) return null
  const inputs = at.parts.map((part): TraceInput => {
    const { word } = COLUMNS[part.component]
    return { word, value: part.musd, unit: 'M$', ref: refOf('cost', at, part.component) }
  })
  const value = sumInputs(inputs)
  return {
    ...{ word: 'rooms', of: at.site.name, value, unit: 'M$', formula: 'room-cost', isDecided: false },
    ...{ inputs, recomputed: value },
  }
}
