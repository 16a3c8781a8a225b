import { type LineNode, singleLine } from '../../engine/facility/singleLine.ts'
import { figure, type OneLine, type Paragraph, say } from '../document.ts'
import { lastBuilds, type Source, siteName } from '../source.ts'

/** A diagram of each site that has rooms in the last period: the same symbols and wires as on the screen. */
export function oneLines(source: Source): OneLine[] {
  return lastBuilds(source).flatMap(({ siteId }) => {
    const { nodes, edges } = singleLine(source.plan, source.shipped, source.result, siteId, source.end)
    if (nodes.length === 0) return []
    return [
      {
        title: source.words.power.oneLine(siteName(source, siteId), source.end),
        kind: 'one-line' as const,
        boxes: toBoxes(source, nodes),
        lines: edges.map(({ from, to }) => [from, to] as const),
      },
    ]
  })
}

/** Rows from the top: what feeds the bus beside the grid, the way of the current to the racks, cooling. */
const ROWS: Readonly<Partial<Record<LineNode['kind'], number>>> = {
  plant: -1,
  storage: -1,
  contract: -1,
  generator: -1,
  cooling: 1,
}

function toBoxes(source: Source, nodes: readonly LineNode[]): OneLine['boxes'] {
  const filled = new Map<number, number>()
  return nodes.map((node) => {
    const row = ROWS[node.kind] ?? 0
    const column = filled.get(row) ?? 0
    filled.set(row, column + 1)
    return { id: node.id, column, row, name: nameOf(source, node), detail: detailOf(node) }
  })
}

function nameOf({ words: { power, bill } }: Source, { kind, name }: LineNode): string {
  if (kind === 'grid') return power.grid
  return kind === 'racks' ? power.it : (bill.purposes[name] ?? name)
}

function detailOf({ units, size, unit, scheme }: LineNode): Paragraph {
  const each = figure(size, unit)
  if (units === null) return [each]
  return scheme === null ? say`${figure(units)} × ${each}` : say`${figure(units)} × ${each}, ${scheme}`
}
