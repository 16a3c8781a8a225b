/** What a picture on its own needs of the page's styles. */
const STYLES = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity', 'opacity'],
  ...['paint-order', 'stroke-linejoin', 'stroke-linecap'],
  ...['font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor', 'dominant-baseline'],
]
const PIXELS_PER_UNIT = 2
export const SVG = 'http://www.w3.org/2000/svg'

/** A diagram of the page as an SVG file: its styles written into it, on the page's own ground. */
export function toSvgFile(svg: SVGSVGElement): string {
  const copy = styledCopy(svg)
  const { x, y, width, height } = svg.viewBox.baseVal
  const ground = document.createElementNS(SVG, 'rect')
  Object.entries({ x, y, width, height, fill: groundOf(svg) }).forEach(([name, value]) => {
    ground.setAttribute(name, String(value))
  })
  copy.prepend(ground)
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  return toSvgText(copy)
}

export function toSvgText(svg: SVGSVGElement): string {
  svg.setAttribute('xmlns', SVG)
  return new XMLSerializer().serializeToString(svg)
}

/** A drawing of the page with its styles written into it. */
export function styledCopy(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const styled = [svg, ...svg.querySelectorAll('*')]
  const copies = [copy, ...copy.querySelectorAll('*')]
  styled.forEach((element, index) => {
    const own = getComputedStyle(element)
    // As attributes: the page's policy forbids styles in the text.
    for (const name of STYLES) copies[index]!.setAttribute(name, own.getPropertyValue(name))
    copies[index]!.removeAttribute('class')
    copies[index]!.removeAttribute('style')
  })
  return copy
}

/** An SVG file as PNG, two pixels a unit. */
export async function toPngFile(text: string, { width, height }: Size): Promise<Blob | null> {
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * PIXELS_PER_UNIT
    canvas.height = height * PIXELS_PER_UNIT
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((done) => canvas.toBlob(done))
  } finally {
    URL.revokeObjectURL(url)
  }
}

interface Size {
  readonly width: number
  readonly height: number
}

/** The colour behind an element: that of the nearest that has one. */
export function groundOf(element: Element | null): string {
  if (!element) return 'white'
  const color = getComputedStyle(element).backgroundColor
  return color === 'transparent' || color === 'rgba(0, 0, 0, 0)' ? groundOf(element.parentElement) : color
}
