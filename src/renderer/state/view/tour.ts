import { create } from 'zustand'
import { changeSettings, useSettings } from './settings.ts'

/** Step of the tour in view; null: it does not run. */
export const useTour = create<{ readonly step: number | null }>(() => ({ step: null }))

export const startTour = (): void => useTour.setState({ step: 0 })
export const showTourStep = (step: number): void => useTour.setState({ step })

/** At its end or where it is skipped; it does not come by itself again. */
export function endTour(): void {
  useTour.setState({ step: null })
  changeSettings({ isTourSeen: true })
}

/** The first start begins with the tour. */
export function startFirstTour(): void {
  if (!useSettings.getState().isTourSeen) startTour()
}
