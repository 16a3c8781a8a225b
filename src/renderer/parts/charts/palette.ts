import type { LayerName } from '../../../plan/result/cake.ts'
import { HUES } from '../../../report/write/palette.ts'
import type { SystemColors } from '../../state/view/look.ts'

/** The first eight hues of the report: legible on both themes. */
const SERIES = HUES.slice(0, 8)

/** What charts write in: the page's own font. */
export const CHART_FONT = '"Inter Variable", system-ui, sans-serif'

/** The same hues, darker or brighter: at least 4.5 to 1 against white, and against black. */
const CONTRAST = {
  light: ['#004c7f', '#7a4f00', '#00563f', '#86245f', '#0a5f8f', '#923700', '#414b59', '#54399f'],
  dark: ['#7cc4ff', '#ffc94d', '#4be3b0', '#ffa3d1', '#b3e3ff', '#ff9a57', '#d5dce6', '#cdbbff'],
} as const

/** Lines that mean the same on every chart. */
export type Role = 'need' | 'capacity' | 'limit'

/** At least 3 to 1 against the surface they are drawn on, in high contrast 4.5 to 1. */
const ROLES: Readonly<Record<'light' | 'dark', Readonly<Record<Role, readonly [string, string]>>>> = {
  light: {
    need: ['#3b6fb5', '#0b2e5f'],
    capacity: ['#7188aa', '#4d6a90'],
    limit: ['#7b8594', '#414b59'],
  },
  dark: {
    need: ['#5b93dd', '#bcd8ff'],
    capacity: ['#8fa7c7', '#8fa7c7'],
    limit: ['#9aa4b3', '#d5dce6'],
  },
}

export const colorOfRole = (role: Role, scheme: 'light' | 'dark', isContrast: boolean): string =>
  ROLES[scheme][role][isContrast ? 1 : 0]

/** Steps of lightness for series beyond the hues: towards the text of the theme first, then towards its surface. */
const STEPS = [0, 0.45, -0.45] as const

/**
 * The nth colour of the theme in view. Beyond the hues the same ones come again darker, then lighter: lightness is seen
 * by every reader, where more hues would be told apart by few. Beyond the last step they begin anew.
 */
export const seriesColor = (index: number): string => colorOf(index, ...themeInView())

/** A layer has one hue, wherever its cost or share is drawn; those that cost most are easiest to tell apart. */
export const LAYER_HUE: Readonly<Record<LayerName, number>> = {
  ...{ accelerators: 0, distribution: 1, facility: 2, power: 3, models: 4, scheduling: 5, agents: 6 },
}

/** The colour of a role in the theme in view. */
export const roleColor = (role: Role): string => colorOfRole(role, ...themeInView())

function themeInView(): ['light' | 'dark', boolean] {
  const { contrast, mantineColorScheme } = globalThis.document?.documentElement.dataset ?? {}
  return [mantineColorScheme === 'dark' ? 'dark' : 'light', contrast === 'more']
}

export function colorOf(index: number, scheme: 'light' | 'dark', isContrast: boolean): string {
  const hues = isContrast ? CONTRAST[scheme] : SERIES
  const step = STEPS[Math.floor(index / hues.length) % STEPS.length]!
  const isDarker = step > 0 === (scheme === 'light')
  return mixed(hues[index % hues.length]!, isDarker ? 0 : 255, Math.abs(step))
}

/** A hue with a share of black (0) or white (255) in it. */
function mixed(hue: string, into: 0 | 255, share: number): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hue.slice(at, at + 2), 16))
  const hex = parts.map((part) => Math.round(part + (into - part) * share).toString(16))
  return `#${hex.map((part) => part.padStart(2, '0')).join('')}`
}

/** Text and lines of a chart's axes; a canvas does not see the page's own variables. */
export function axisColors(
  scheme: 'light' | 'dark',
  isContrast: boolean,
  system: SystemColors | null = null,
): AxisColors {
  if (system) return { text: system.text, soft: system.text, line: system.soft, surface: system.ground }
  if (isContrast)
    return scheme === 'dark'
      ? { text: '#ffffff', soft: '#ffffff', line: '#9ca3af', surface: '#000000' }
      : { text: '#000000', soft: '#000000', line: '#6b7280', surface: '#ffffff' }
  return scheme === 'dark'
    ? { text: '#e6e9ee', soft: '#9ea9b8', line: '#2a303a', surface: '#171b21' }
    : { text: '#14181f', soft: '#5b6573', line: '#e3e7ec', surface: '#ffffff' }
}

export interface AxisColors {
  /** What is read first: names and figures in the picture. */
  readonly text: string
  readonly soft: string
  readonly line: string
  readonly surface: string
}
