/** A surface to be hatched, in units of the drawing. */
export interface Surface {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Between two lines of a hatching. */
export const HATCH_PX = 8

/** Of the white lines over the colour: seen in print without colour, and no louder than the colour on a screen. */
export const HATCH_WIDTH_PX = 1.1

type Lines = (surface: Surface, gap: number) => string[]

/** The multiples of a gap that lie between two values. */
function between(low: number, high: number, gap: number): number[] {
  const first = Math.floor(low / gap) + 1
  return Array.from({ length: Math.max(0, Math.ceil(high / gap) - first) }, (_, i) => (first + i) * gap)
}

const round = (value: number): number => Math.round(value * 10) / 10
const line = (x1: number, y1: number, x2: number, y2: number): string =>
  `M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`

const level: Lines = ({ x, y, width, height }, gap) =>
  between(y, y + height, gap).map((at) => line(x, at, x + width, at))

const upright: Lines = ({ x, y, width, height }, gap) =>
  between(x, x + width, gap).map((at) => line(at, y, at, y + height))

/** Where x + y is the same: from the lower left to the upper right. */
const rising: Lines = ({ x, y, width, height }, gap) =>
  between(x + y, x + width + y + height, gap).map((sum) => {
    const [left, right] = [Math.max(x, sum - y - height), Math.min(x + width, sum - y)]
    return line(left, sum - left, right, sum - right)
  })

/** Where x - y is the same. */
const falling: Lines = ({ x, y, width, height }, gap) =>
  between(x - y - height, x + width - y, gap).map((difference) => {
    const [left, right] = [Math.max(x, difference + y), Math.min(x + width, difference + y + height)]
    return line(left, left - difference, right, right - difference)
  })

/** Seven, as there are layers: none, /, \, -, |, crossed, a grid. */
const HATCHINGS: readonly (readonly Lines[])[] = [
  ...[[], [rising], [falling], [level], [upright]],
  ...[
    [rising, falling],
    [level, upright],
  ],
]

/**
 * Lines over a surface of the nth series as the data of a path, so that print without colours tells series apart. They
 * are cut to the surface: tiles of a pattern become pictures in a PDF, ten times its size.
 */
export function hatch(index: number, surface: Surface, gap = HATCH_PX): string {
  return HATCHINGS[index % HATCHINGS.length]!.flatMap((lines) => lines(surface, gap)).join('')
}
