import { describe, expect, test } from 'vitest'
import { axisColors, colorOf, colorOfRole } from './palette.ts'

type Rgb = readonly [number, number, number]
const rgbOf = (hex: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Rgb
const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)

/** As a reader without green cones sees it: Viénot, Brettel and Mollon 1999, linear light. */
function deuteranope(hex: string): Rgb {
  const [r, g, b] = rgbOf(hex).map(linear) as unknown as Rgb
  const yellow = 0.29275 * r + 0.70725 * g
  return [yellow, yellow, -0.02234 * r + 0.02234 * g + b]
}

const luminance = (hex: string): number => {
  const [r, g, b] = rgbOf(hex).map(linear) as unknown as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string): number => {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (light! + 0.05) / (dark! + 0.05)
}
const colors = (many: number, scheme: 'light' | 'dark', isContrast = false): readonly string[] =>
  Array.from({ length: many }, (_, index) => colorOf(index, scheme, isContrast))

describe.each(['light', 'dark'] as const)('%s theme', (scheme) => {
  test('24 series have 24 colours, in high contrast, too', () => {
    expect(new Set(colors(24, scheme)).size).toBe(24)
    expect(new Set(colors(24, scheme, true)).size).toBe(24)
  })

  test('a hue that comes again is told from itself by lightness', () => {
    for (let hue = 0; hue < 8; hue++)
      for (const [a, b] of [
        [0, 8],
        [0, 16],
        [8, 16],
      ] as const)
        expect(contrast(colorOf(hue + a, scheme, false), colorOf(hue + b, scheme, false))).toBeGreaterThan(
          1.3,
        )
  })

  test.each(['need', 'capacity', 'limit'] as const)('the line of %s stands out from its surface', (role) => {
    for (const [isContrast, least] of [
      [false, 3],
      [true, 4.5],
    ] as const) {
      const { surface } = axisColors(scheme, isContrast)
      expect(contrast(colorOfRole(role, scheme, isContrast), surface)).toBeGreaterThan(least)
    }
  })

  test('16 series are 16 for a reader without green cones', () => {
    const seen = colors(16, scheme).map(deuteranope)
    const gaps = seen.flatMap((a, at) =>
      seen.slice(at + 1).map((b) => Math.hypot(...a.map((part, i) => part - b[i]!))),
    )
    expect(Math.min(...gaps)).toBeGreaterThan(0.02)
  })
})
