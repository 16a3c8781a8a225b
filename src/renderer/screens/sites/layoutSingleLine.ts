import * as dagre from '@dagrejs/dagre'
import type { LineNode, SingleLineGraph } from '../../../engine/facility/singleLine.ts'

export const NODE = { width: 212, height: 58 } as const

/** Height of a wire's last bend above the box that it leads to, px. */
export const BEND = 17

export interface PlacedNode extends LineNode {
  /** Left and top edge, px. */
  readonly x: number
  readonly y: number
}

export interface Placed {
  readonly nodes: readonly PlacedNode[]
  /** Wires at right angles as SVG paths, from the foot of a box to the head of another. */
  readonly wires: readonly string[]
  readonly width: number
  readonly height: number
}

/** Places a diagram in ranks from the feeds at the top to racks and cooling at the bottom. */
export function layoutSingleLine({ nodes, edges }: SingleLineGraph): Placed {
  const graph = new dagre.graphlib.Graph()
  graph.setGraph({ rankdir: 'TB', nodesep: 18, ranksep: 34, marginx: 8, marginy: 8 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { id } of nodes) graph.setNode(id, { ...NODE })
  for (const { from, to } of edges) graph.setEdge(from, to)
  dagre.layout(graph)
  const placed = nodes.map((node) => {
    const { x, y } = graph.node(node.id)
    return { ...node, x: (x ?? 0) - NODE.width / 2, y: (y ?? 0) - NODE.height / 2 }
  })
  const byId = new Map(placed.map((node) => [node.id, node]))
  const wires = edges.map(({ from, to }) => {
    const [upper, lower] = [byId.get(from)!, byId.get(to)!]
    const [top, foot] = [lower.y, upper.y + NODE.height]
    const x = (node: PlacedNode): number => node.x + NODE.width / 2
    return `M${x(upper)} ${foot}V${top - BEND}H${x(lower)}V${top}`
  })
  const { width = 0, height = 0 } = graph.graph()
  return { nodes: placed, wires, width, height }
}
