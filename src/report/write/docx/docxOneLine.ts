import { Paragraph, TextRun } from 'docx'
import { type IShapeGroupChildOptions, ShapeGroupRun } from 'docx/shapes'
import type { OneLine } from '../../document.ts'
import type { Format } from '../numbers.ts'
import { wrapText } from '../svg/svgFrame.ts'

/** Pixels between the margins of either paper. */
const WIDTH = 660
const GAP = 16
const BOX_HEIGHT = 46
const ROW = 64
/** Half points. */
const SIZE = 14
const WIRE = { color: '16202C', width: 1 } as const

/** The diagram as shapes and connectors of the word processor: vectors that can be edited and show in any of them. */
export function docxOneLine({ title, boxes, lines }: OneLine, format: Format): Paragraph {
  const columns = Math.max(...boxes.map((box) => box.column)) + 1
  const firstRow = Math.min(...boxes.map((box) => box.row))
  const width = Math.min(150, (WIDTH - (columns - 1) * GAP) / columns)
  const known = new Map(boxes.map((box) => [box.id, box]))
  const shapes = boxes.map(
    ({ id, column, row, name, detail }): IShapeGroupChildOptions => ({
      id,
      type: 'roundedRectangle',
      transformation: {
        offset: { left: column * (width + GAP), top: (row - firstRow) * ROW },
        width,
        height: BOX_HEIGHT,
      },
      fill: 'EEF4F9',
      line: { color: '0072B2', width: 0.75 },
      textOptions: { verticalAlignment: 'top', margins: { left: 4, right: 4, top: 2, bottom: 2 } },
      children: [
        ...wrapText(name, width - 10).map((text) => line(text, '16202C')),
        line(format.paragraph(detail), '5B6573'),
      ],
    }),
  )
  const wires = lines.flatMap(([from, to]): IShapeGroupChildOptions[] => {
    const [a, b] = [known.get(from), known.get(to)]
    if (!a || !b) return []
    if (a.row === b.row) return [wire({ id: from, side: 'right' }, { id: to, side: 'left' })]
    const isDown = a.row < b.row
    return [wire({ id: from, side: isDown ? 'bottom' : 'top' }, { id: to, side: isDown ? 'top' : 'bottom' })]
  })
  return new Paragraph({
    children: [new ShapeGroupRun({ children: [...shapes, ...wires], altText: { name: title, title } })],
  })
}

type End = { readonly id: string; readonly side: 'left' | 'right' | 'top' | 'bottom' }

function wire(from: End, to: End): IShapeGroupChildOptions {
  const route = from.side === 'right' ? 'straight' : 'elbow'
  return { type: 'connector', from, to, route, line: WIRE }
}

function line(text: string, color: string): Paragraph {
  return new Paragraph({ spacing: { after: 0 }, children: [new TextRun({ text, size: SIZE, color })] })
}
