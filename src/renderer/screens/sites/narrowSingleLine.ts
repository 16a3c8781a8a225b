import type { SingleLineGraph } from '../../../engine/facility/singleLine.ts'
import { BEND, layoutSingleLine, NODE, type Placed, type PlacedNode } from './layoutSingleLine.ts'

const GAP = 18
const ROW = NODE.height + 34
const MARGIN = 8
/** Room at the right for the wire that passes rows. */
const LANE = 20

/**
 * The diagram as it fits a width: in ranks as on a wide page, or else the chain from grid to racks down the first column,
 * feeds beside and above the node that they feed, machines beside and below the one that feeds them, in as many columns as
 * fit (two at least). A wire that passes a row goes down a lane at the right.
 */
export function fitSingleLine(graph: SingleLineGraph, mostWidth: number): Placed {
  const wide = layoutSingleLine(graph)
  if (wide.width <= mostWidth) return wide
  const beside = Math.max(1, Math.floor((mostWidth - 2 * MARGIN - LANE + GAP) / (NODE.width + GAP)) - 1)
  const chain = spineOf(graph)
  const cells = new Map(chain.map((id, row) => [id, { row, column: 0 }]))
  const seen = new Map<string, number>()
  for (const { id } of graph.nodes) {
    if (cells.has(id)) continue
    const into = graph.edges.find(({ from, to }) => from === id && chain.includes(to))?.to
    const outOf = graph.edges.find(({ from, to }) => to === id && chain.includes(from))?.from
    const key = into === undefined ? `below ${outOf}` : `above ${into}`
    const count = seen.get(key) ?? 0
    seen.set(key, count + 1)
    const rows = 1 + Math.floor(count / beside)
    const row = chain.indexOf(into ?? outOf ?? chain[0]!) + (into === undefined ? rows : -rows)
    cells.set(id, { row, column: 1 + (count % beside) })
  }
  const first = Math.min(...[...cells.values()].map(({ row }) => row))
  const nodes = graph.nodes.map((node): PlacedNode => {
    const { row, column } = cells.get(node.id)!
    return { ...node, x: MARGIN + column * (NODE.width + GAP), y: MARGIN + (row - first) * ROW }
  })
  const right = Math.max(...nodes.map(({ x }) => x)) + NODE.width
  const byId = new Map(nodes.map((node) => [node.id, node]))
  return {
    nodes,
    wires: graph.edges.map(({ from, to }) => wire(byId.get(from)!, byId.get(to)!, right + LANE / 2)),
    width: right + LANE + MARGIN,
    height: Math.max(...nodes.map(({ y }) => y)) + NODE.height + MARGIN,
  }
}

/** The longest chain of the graph, from a feed down. */
function spineOf({ nodes, edges }: SingleLineGraph): string[] {
  const known = new Map<string, string[]>()
  const longest = (id: string): string[] => {
    const before = known.get(id)
    if (before) return before
    const heads = edges.filter(({ to }) => to === id).map(({ from }) => longest(from))
    const head = heads.reduce((best, own) => (own.length > best.length ? own : best), [] as string[])
    const own = [...head, id]
    known.set(id, own)
    return own
  }
  return nodes.map(({ id }) => longest(id)).reduce((best, own) => (own.length > best.length ? own : best), [])
}

function wire(upper: PlacedNode, lower: PlacedNode, lane: number): string {
  const center = (node: PlacedNode): number => node.x + NODE.width / 2
  const foot = upper.y + NODE.height
  const isNext = lower.y - upper.y === ROW
  const passing = isNext ? '' : `V${upper.y + ROW - BEND}H${lane}`
  return `M${center(upper)} ${foot}${passing}V${lower.y - BEND}H${center(lower)}V${lower.y}`
}
