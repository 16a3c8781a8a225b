import type { ResultNote } from '../../../plan/result/note.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { unitKw } from '../../../plan/unitPower.ts'
import { type Trace, type TraceInput, toRef } from '../trace.ts'
import type { TraceBuilder, TraceContext } from '../traceContext.ts'

/** Figures in what a result says of itself. */
export const NOTE_TRACES: Readonly<Record<string, TraceBuilder>> = {
  note: (c, [index = '']) => {
    const note = c.result.notes[Number(index)]
    return note === undefined ? null : (figureOf(note)?.(c) ?? null)
  },
}

type Note = PlanResult['notes'][number]
type Made = Omit<Trace, 'ref'>

/** How the figure of a note comes about; undefined where the note has none. */
export function noteRef(note: Note, index: number): string | undefined {
  return figureOf(note) && toRef('note', String(index))
}

function figureOf(note: Note): ((c: TraceContext) => Made) | undefined {
  if (typeof note === 'string') return undefined
  switch (note.code) {
    case 'cooling-chosen':
      return (c) => chosenBlocks(c, note)
    case 'pools-widened':
    case 'pools-short':
      return (c) => pools(c, note)
    case 'obstacle':
    case 'lease-obstacle':
      return note.reason === 'rack-power' ? (c) => rackPower(c, note) : undefined
    default:
      return undefined
  }
}

/** Blocks that the solve gave to each technology. */
function chosenBlocks(c: TraceContext, note: Extract<ResultNote, { code: 'cooling-chosen' }>): Made {
  const inputs = note.technologies.map(
    ({ technology, blocks }): TraceInput => ({ word: 'phases', of: technology, value: blocks, unit: '' }),
  )
  const value = note.technologies.reduce((sum, { blocks }) => sum + blocks, 0)
  const site = c.plan.sites.find(({ name }) => name === note.site)
  return {
    ...{ word: 'phases', of: note.site, value, unit: '', formula: 'cooling-cost' },
    ...{ isDecided: true, found: 'solve' },
    inputs: [
      ...inputs,
      { word: 'solves', value: note.rounds, unit: '' },
      ...(site
        ? [
            {
              ...{ word: 'moduleMw' as const, value: site.facility.moduleItMw, unit: 'MW' },
              path: `sites[${site.id}].facility.moduleItMw`,
            },
          ]
        : []),
    ],
    recomputed: value,
  }
}

/** Pools of servers whose calls would wait too long at their caps. */
function pools(
  { plan, result }: TraceContext,
  note: Extract<ResultNote, { code: 'pools-widened' | 'pools-short' }>,
): Made {
  const count = (word: TraceInput['word'], value: number): TraceInput => ({ word, value, unit: '' })
  const rounds = 'rounds' in note && note.rounds !== undefined ? [count('solves', note.rounds)] : []
  return {
    ...{ word: 'pools', value: note.pools, unit: '', formula: 'waiting-room', isDecided: true },
    found: 'solve',
    inputs: [
      { word: 'roomRule', value: plan.routing.headroom, unit: '', path: 'routing.headroom' },
      count('sites', plan.sites.length),
      count('modelsOfPlan', plan.models.length),
      { ...count('periods', result.periods.length), path: 'horizon.periods' },
      ...rounds,
    ],
    recomputed: note.pools,
  }
}

/** A rack that draws more than its place carries. */
function rackPower(
  c: TraceContext,
  note: Extract<ResultNote, { code: 'obstacle' | 'lease-obstacle' }>,
): Made {
  const [rackKw = 0, mostKw = 0] = note.values.map(Number)
  const id = note.code === 'obstacle' ? note.accelerator : ''
  const own = c.plan.accelerators.find((one) => one.id === id)
  const perUnit = own && own.unitsPerRack > 0 ? rackKw / own.unitsPerRack : rackKw
  return {
    ...{ word: 'rackPower', of: note.code === 'obstacle' ? `${id}, ${note.site}` : note.lease },
    ...{ value: rackKw, unit: 'kW', formula: 'it-load', isDecided: false },
    inputs: [
      ...(own
        ? [
            { word: 'unitPower' as const, of: id, value: perUnit, unit: 'kW' },
            {
              ...{ word: 'unitsPerRack' as const, of: id, value: own.unitsPerRack, unit: '' },
              path: `accelerators[${id}].unitsPerRack`,
            },
          ]
        : []),
      { word: 'maxRack', value: mostKw, unit: 'kW' },
    ],
    recomputed: own ? unitKw(own) * own.unitsPerRack : rackKw,
  }
}
