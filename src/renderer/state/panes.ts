import { create } from 'zustand'

const KEY = 'tokenworks-panes'

interface Panes {
  readonly navPx: number
  readonly sidePx: number
  /** What stands at the right of the screen, if anything. */
  readonly side: 'problems' | 'help' | 'trace' | null
}

const FIRST: Panes = { navPx: 196, sidePx: 340, side: null }
export const LIMITS_PX = { navPx: [150, 320], sidePx: [260, 620] } as const

/** Widths of the window's panes and what is open at the side; kept from one start to the next. */
export const usePanes = create<Panes>(() => ({ ...FIRST, ...readKept() }))

usePanes.subscribe((panes) => globalThis.localStorage?.setItem(KEY, JSON.stringify(panes)))

export function resizePane(pane: 'navPx' | 'sidePx', px: number): void {
  const [least, most] = LIMITS_PX[pane]
  usePanes.setState({ [pane]: Math.round(Math.min(most, Math.max(least, px))) })
}

export function toggleSide(side: 'problems' | 'help'): void {
  usePanes.setState((now) => ({ side: now.side === side ? null : side }))
}

function readKept(): Partial<Panes> {
  try {
    const kept: unknown = JSON.parse(globalThis.localStorage?.getItem(KEY) ?? '{}')
    return typeof kept === 'object' && kept !== null ? { ...kept, side: null } : {}
  } catch {
    return {}
  }
}
