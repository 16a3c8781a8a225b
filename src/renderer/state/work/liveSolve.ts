import { changeSettings, useSettings } from '../view/settings.ts'

/** Whether every edit is solved at once. Off at first: a large plan takes its time. */
export const useLiveSolve = (): boolean => useSettings((state) => state.isLiveSolve)
export const isLiveSolve = (): boolean => useSettings.getState().isLiveSolve

export function toggleLiveSolve(): void {
  changeSettings({ isLiveSolve: !isLiveSolve() })
}
