import { escapeHtml } from '../../../report/write/escape.ts'

/** Width of a text in a font written as CSS writes it, px. */
export type MeasureText = (text: string, font: string) => number

interface Gradient {
  readonly url: string
  readonly addColorStop: (offset: number, color: string) => void
}

type Paint = string | Gradient
type Matrix = readonly [number, number, number, number, number, number]

const LOOK = {
  fillStyle: '#000000' as Paint,
  strokeStyle: '#000000' as Paint,
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  lineDashOffset: 0,
  font: '12px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  globalAlpha: 1,
}
const SAME: Matrix = [1, 0, 0, 1, 0, 0]
const round = (value: number): number => Math.round(value * 100) / 100
const points = (...values: readonly number[]): string => values.map(round).join(' ')

/** Lowers text so that its baseline is where a canvas would have it; many readers of SVG know no other baseline. */
const BASELINES: Readonly<Record<string, string>> = { middle: '0.35em', top: '0.8em', hanging: '0.8em' }
const ANCHORS: Readonly<Record<string, string>> = { center: 'middle', right: 'end', end: 'end' }

/** What Chart.js draws on, kept as SVG: as much of a canvas' context as charts use. */
export class SvgContext {
  readonly canvas: { readonly width: number; readonly height: number; readonly getContext: () => SvgContext }
  readonly #measure: MeasureText
  readonly #shapes: string[] = []
  readonly #defs: string[] = []
  readonly #kept: (typeof LOOK & { matrix: Matrix; clip: string; dash: readonly number[] })[] = []
  #path = ''
  #matrix = SAME
  #clip = ''
  #dash: readonly number[] = []
  fillStyle = LOOK.fillStyle
  strokeStyle = LOOK.strokeStyle
  lineWidth = LOOK.lineWidth
  lineCap = LOOK.lineCap
  lineJoin = LOOK.lineJoin
  lineDashOffset = LOOK.lineDashOffset
  font = LOOK.font
  textAlign = LOOK.textAlign
  textBaseline = LOOK.textBaseline
  globalAlpha = LOOK.globalAlpha

  constructor(width: number, height: number, measure: MeasureText) {
    this.canvas = { width, height, getContext: () => this }
    this.#measure = measure
  }

  /** The drawing as a file, with the words that a reader of the picture is told. */
  toSvg(title: string, summary: string): string {
    const { width, height } = this.canvas
    const defs = this.#defs.length === 0 ? '' : `<defs>${this.#defs.join('')}</defs>`
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"><title>${escapeHtml(title)}</title><desc>${escapeHtml(summary)}</desc>${defs}${this.#shapes.join('')}</svg>\n`
  }

  save(): void {
    const own = Object.fromEntries(Object.keys(LOOK).map((key) => [key, this[key as keyof typeof LOOK]]))
    this.#kept.push({
      ...LOOK,
      ...own,
      ...{ matrix: this.#matrix, clip: this.#clip, dash: this.#dash },
    })
  }

  restore(): void {
    const kept = this.#kept.pop()
    if (!kept) return
    const { matrix, clip, dash, ...look } = kept
    Object.assign(this, look)
    this.#matrix = matrix
    this.#clip = clip
    this.#dash = dash
  }

  translate(x: number, y: number): void {
    const [a, b, c, d, e, f] = this.#matrix
    this.#matrix = [a, b, c, d, a * x + c * y + e, b * x + d * y + f]
  }

  rotate(angle: number): void {
    const [a, b, c, d, e, f] = this.#matrix
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    this.#matrix = [a * cos + c * sin, b * cos + d * sin, c * cos - a * sin, d * cos - b * sin, e, f]
  }

  setTransform(...matrix: [number, number, number, number, number, number]): void {
    this.#matrix = matrix
  }

  resetTransform(): void {
    this.#matrix = SAME
  }

  setLineDash(dash: readonly number[]): void {
    this.#dash = dash
  }

  beginPath(): void {
    this.#path = ''
  }

  closePath(): void {
    this.#path += 'Z'
  }

  moveTo(x: number, y: number): void {
    this.#path += `M${points(x, y)}`
  }

  lineTo(x: number, y: number): void {
    this.#path += `${this.#path === '' ? 'M' : 'L'}${points(x, y)}`
  }

  bezierCurveTo(...all: readonly [number, number, number, number, number, number]): void {
    this.#path += `C${points(...all)}`
  }

  quadraticCurveTo(...all: readonly [number, number, number, number]): void {
    this.#path += `Q${points(...all)}`
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#path += rectangle(x, y, width, height)
  }

  /** In two halves: an arc of SVG cannot end where it begins. */
  arc(x: number, y: number, radius: number, from: number, to: number, isBack = false): void {
    const at = (angle: number) => points(x + radius * Math.cos(angle), y + radius * Math.sin(angle))
    const half = (from + to) / 2
    const turn = `A${points(radius, radius)} 0 0 ${isBack ? 0 : 1} `
    this.#path += `${this.#path === '' ? 'M' : 'L'}${at(from)}${turn}${at(half)}${turn}${at(to)}`
  }

  clip(): void {
    const id = `c${this.#defs.length}`
    const within = this.#clip === '' ? '' : ` clip-path="url(#${this.#clip})"`
    this.#defs.push(`<clipPath id="${id}"${within}><path d="${this.#path}"/></clipPath>`)
    this.#clip = id
  }

  fill(): void {
    this.#add(`<path d="${this.#path}"${paint('fill', this.fillStyle)}${this.#alpha()}`, '/>')
  }

  stroke(): void {
    this.#add(`<path d="${this.#path}" fill="none"${this.#strokes()}`, '/>')
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const d = rectangle(x, y, width, height)
    this.#add(`<path d="${d}"${paint('fill', this.fillStyle)}${this.#alpha()}`, '/>')
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    this.#add(`<path d="${rectangle(x, y, width, height)}" fill="none"${this.#strokes()}`, '/>')
  }

  clearRect(): void {
    // The page of a drawing is empty before it is drawn on.
  }

  measureText(text: string): { readonly width: number } {
    return { width: this.#measure(text, this.font) }
  }

  fillText(text: string, x: number, y: number): void {
    const [, , , , right, lower] = this.#matrix
    // Text that is moved alone, as labels of an axis are, stands at its own place.
    if (this.#isTurned()) this.#text(text, x, y)
    else this.#moved(SAME, () => this.#text(text, x + right, y + lower))
  }

  #text(text: string, x: number, y: number): void {
    const down = BASELINES[this.textBaseline]
    const anchor = ANCHORS[this.textAlign]
    const place = `x="${round(x)}" y="${round(y)}"${down ? ` dy="${down}"` : ''}${anchor ? ` text-anchor="${anchor}"` : ''}`
    this.#add(
      `<text ${place}${fontOf(this.font)}${paint('fill', this.fillStyle)}${this.#alpha()}`,
      `>${escapeHtml(text)}</text>`,
    )
  }

  createLinearGradient(x1: number, y1: number, x2: number, y2: number): Gradient {
    const id = `g${this.#defs.length}`
    const place = this.#defs.push('') - 1
    const stops: string[] = []
    const addColorStop = (offset: number, color: string): void => {
      stops.push(`<stop offset="${offset}" stop-color="${escapeHtml(color)}"/>`)
      const ends = `x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}"`
      this.#defs[place] =
        `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" ${ends}>${stops.join('')}</linearGradient>`
    }
    return { url: `url(#${id})`, addColorStop }
  }

  #isTurned(): boolean {
    return this.#matrix.some((value, place) => place < 4 && value !== SAME[place])
  }

  #moved(matrix: Matrix, draw: () => void): void {
    const own = this.#matrix
    this.#matrix = matrix
    draw()
    this.#matrix = own
  }

  #alpha(): string {
    return this.globalAlpha === 1 ? '' : ` opacity="${this.globalAlpha}"`
  }

  #strokes(): string {
    const dash = this.#dash.length === 0 ? '' : ` stroke-dasharray="${this.#dash.join(' ')}"`
    // Chart.js says nothing where it has no offset.
    const shift = !this.lineDashOffset ? '' : ` stroke-dashoffset="${this.lineDashOffset}"`
    const ends = ` stroke-linecap="${this.lineCap}" stroke-linejoin="${this.lineJoin}"`
    return `${paint('stroke', this.strokeStyle)} stroke-width="${this.lineWidth}"${dash}${shift}${ends}${this.#alpha()}`
  }

  /** A shape where the matrix puts it; what it is clipped to does not move with it. */
  #add(start: string, end: string): void {
    const isMoved = this.#matrix.some((value, place) => value !== SAME[place])
    const shape = `${start}${isMoved ? ` transform="matrix(${points(...this.#matrix)})"` : ''}${end}`
    this.#shapes.push(this.#clip === '' ? shape : `<g clip-path="url(#${this.#clip})">${shape}</g>`)
  }
}

function rectangle(x: number, y: number, width: number, height: number): string {
  return `M${points(x, y)}h${round(width)}v${round(height)}h${round(-width)}Z`
}

function paint(name: 'fill' | 'stroke', style: Paint): string {
  return ` ${name}="${escapeHtml(typeof style === 'string' ? style : style.url)}"`
}

/** `bold 12px Inter, sans-serif`, as attributes: a file should not lean on a style sheet. */
function fontOf(font: string): string {
  const [, before = '', size = '12', family = 'sans-serif'] =
    /^(.*?)([\d.]+)px(?:\/\S+)? (.*)$/.exec(font) ?? []
  const weight = /bold|\d00/.exec(before)?.[0]
  const bold = weight ? ` font-weight="${weight}"` : ''
  return ` font-family="${escapeHtml(family)}" font-size="${size}"${bold}`
}
