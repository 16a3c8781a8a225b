import { expect, test } from 'vitest'
import type { LineNode } from '../../../engine/facility/singleLine.ts'
import { layoutSingleLine, NODE } from './layoutSingleLine.ts'
import { fitSingleLine } from './narrowSingleLine.ts'

const node = (id: string): LineNode => {
  return { id, kind: 'cooling', name: id, units: 1, size: 1, unit: 'MW', scheme: null, loadShare: null }
}
const edge = (from: string, to: string) => ({ from, to })
const COOLING = ['cdu', 'handler', 'chiller', 'dry', 'tower']
const graph = {
  nodes: ['grid', 'plant', 'genset', 'swgr', 'xfmr', 'ups', 'racks', ...COOLING].map(node),
  edges: [
    ...['grid', 'plant', 'genset'].map((id) => edge(id, 'swgr')),
    ...[edge('swgr', 'xfmr'), edge('xfmr', 'ups'), edge('ups', 'racks')],
    ...COOLING.map((id) => edge('xfmr', id)),
  ],
}

test('on a wide page all of a kind stand side by side; on a narrow one they break into rows that fit', () => {
  const wide = layoutSingleLine(graph)
  expect(wide.width).toBeGreaterThan(1200)
  expect(fitSingleLine(graph, 1600)).toEqual(wide)
  for (const mostWidth of [900, 740, 500]) {
    const narrow = fitSingleLine(graph, mostWidth)
    expect(narrow.width).toBeLessThanOrEqual(mostWidth)
    expect(narrow.height).toBeGreaterThan(wide.height)
    expect(narrow.nodes).toHaveLength(graph.nodes.length)
  }
})

test('no wire runs through a box that it does not lead to', () => {
  const { nodes, wires } = fitSingleLine(graph, 740)
  const through = wires.flatMap((path, i) => {
    const ends = [graph.edges[i]!.from, graph.edges[i]!.to]
    return pieces(path).flatMap(([from, to]) =>
      nodes.filter(({ id, x, y }) => {
        const isBeside = Math.max(from.x, to.x) <= x || Math.min(from.x, to.x) >= x + NODE.width
        const isAbove = Math.max(from.y, to.y) <= y || Math.min(from.y, to.y) >= y + NODE.height
        return !ends.includes(id) && !isBeside && !isAbove
      }),
    )
  })
  expect(through.map(({ id }) => id)).toEqual([])
})

interface Point {
  readonly x: number
  readonly y: number
}

/** Straight pieces of a path of M, V and H. */
function pieces(path: string): [Point, Point][] {
  let at: Point = { x: 0, y: 0 }
  return [...path.matchAll(/([MVH])([\d.]+)(?: ([\d.]+))?/g)].flatMap(([, command, first, second]) => {
    const before = at
    if (command === 'M') at = { x: Number(first), y: Number(second) }
    else at = command === 'V' ? { ...at, y: Number(first) } : { ...at, x: Number(first) }
    return command === 'M' ? [] : [[before, at] as [Point, Point]]
  })
}
