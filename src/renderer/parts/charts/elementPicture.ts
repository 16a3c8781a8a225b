import { groundOf, SVG, styledCopy } from './svgPicture.ts'

const CLEAR = /^transparent$|^rgba\(0, 0, 0, 0\)$|\/ 0\)$/

/**
 * What stands in an element of the page as an SVG: its texts line by line, its coloured parts, lines between rows, and
 * pictures within it, so that a table with marks in its cells can be saved as a chart is.
 */
export function elementPicture(root: HTMLElement, title: string): SVGSVGElement {
  const frame = root.getBoundingClientRect()
  // What a narrow window scrolls is in the picture too.
  const size = { width: Math.max(root.scrollWidth, 1), height: Math.max(root.scrollHeight, 1) }
  const svg = make('svg', { viewBox: `0 0 ${size.width} ${size.height}`, ...size })
  const name = make('title', {})
  name.textContent = title
  svg.append(name, make('rect', { ...size, fill: groundOf(root) }))
  const at = (box: DOMRect) => ({
    x: box.x - frame.x + root.scrollLeft,
    y: box.y - frame.y + root.scrollTop,
  })
  draw(root, svg, at)
  return svg
}

type Place = (box: DOMRect) => { readonly x: number; readonly y: number }

function draw(element: Element, into: SVGElement, at: Place): void {
  const style = getComputedStyle(element)
  if (style.display === 'none' || style.visibility === 'hidden' || isOffScreen(style)) return
  if (element instanceof SVGSVGElement) {
    const box = element.getBoundingClientRect()
    const picture = styledCopy(element)
    const place = { ...at(box), width: box.width, height: box.height }
    for (const [key, value] of Object.entries(place)) picture.setAttribute(key, String(value))
    into.append(picture)
    return
  }
  drawGround(element, style, into, at)
  for (const node of element.childNodes) {
    if (node instanceof Element) draw(node, into, at)
    else if (node instanceof Text) drawText(node, style, into, at)
  }
}

/** What only a screen reader finds takes no room in the picture. */
const isOffScreen = ({ position, width, height }: CSSStyleDeclaration): boolean =>
  position === 'absolute' && width === '1px' && height === '1px'

/** Its colour, and the line below it. */
function drawGround(element: Element, style: CSSStyleDeclaration, into: SVGElement, at: Place): void {
  const box = element.getBoundingClientRect()
  const { x, y } = at(box)
  const { backgroundColor: fill, borderBottomColor, borderBottomStyle } = style
  if (!CLEAR.test(fill) && box.width > 0)
    into.append(make('rect', { x, y, width: box.width, height: box.height, fill: plainColor(fill) }))
  const thick = Number.parseFloat(style.borderBottomWidth)
  if (thick > 0 && borderBottomStyle !== 'none' && !CLEAR.test(borderBottomColor)) {
    const below = y + box.height - thick
    into.append(
      make('rect', { x, y: below, width: box.width, height: thick, fill: plainColor(borderBottomColor) }),
    )
  }
}

/** A text a line, where it stands. */
function drawText(node: Text, style: CSSStyleDeclaration, into: SVGElement, at: Place): void {
  for (const { text, box } of linesOf(node)) {
    const { x, y } = at(box)
    const line = make('text', {
      ...{ x, y: y + box.height / 2, 'dominant-baseline': 'central', fill: plainColor(style.color) },
      ...{ 'font-family': style.fontFamily, 'font-size': style.fontSize, 'font-weight': style.fontWeight },
      ...{ 'font-style': style.fontStyle, textLength: box.width, lengthAdjust: 'spacingAndGlyphs' },
    })
    line.textContent = text
    into.append(line)
  }
}

/** The lines into which a text breaks, each with the box that it fills. */
function linesOf(node: Text): { text: string; box: DOMRect }[] {
  const range = document.createRange()
  const lines: { from: number; to: number; y: number }[] = []
  for (let at = 0; at < node.length; at += 1) {
    range.setStart(node, at)
    range.setEnd(node, at + 1)
    const [box] = range.getClientRects()
    if (!box || box.width === 0) continue
    const last = lines.at(-1)
    if (last && Math.abs(last.y - box.y) < box.height / 2) last.to = at + 1
    else lines.push({ from: at, to: at + 1, y: box.y })
  }
  return lines.flatMap(({ from, to }) => {
    range.setStart(node, from)
    range.setEnd(node, to)
    const text = node.data.slice(from, to)
    return text.trim() === '' ? [] : [{ text, box: range.getBoundingClientRect() }]
  })
}

/** A colour as every program reads it: mixed ones are spelled in ways that only browsers know. */
function plainColor(color: string): string {
  if (/^rgba?\(/.test(color)) return color
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  const context = canvas.getContext('2d')!
  context.fillStyle = color
  context.fillRect(0, 0, 1, 1)
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data
  return `rgba(${red}, ${green}, ${blue}, ${(alpha! / 255).toFixed(3)})`
}

function make<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  return element
}
