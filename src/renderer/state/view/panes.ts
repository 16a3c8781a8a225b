import { create } from 'zustand'
import { changeSettings } from './settings.ts'

export type Side = 'problems' | 'help' | 'trace'

export const LIMITS_PX = { navPx: [150, 320], sidePx: [260, 620] } as const

/** What stands at the right of the screen, if anything; widths are settings. */
export const usePanes = create<{ readonly side: Side | null }>(() => ({ side: null }))

export function resizePane(pane: 'navPx' | 'sidePx', px: number): void {
  const [least, most] = LIMITS_PX[pane]
  changeSettings({ [pane]: Math.round(Math.min(most, Math.max(least, px))) })
}

export function toggleSide(side: Side): void {
  usePanes.setState((now) => ({ side: now.side === side ? null : side }))
}
