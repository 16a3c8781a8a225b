import type { Screen } from '../state/view/screens.ts'

interface TourStep {
  readonly id: string
  readonly screen: Screen
  /** What is pointed at. */
  readonly anchor: string
}

/** The tour of the sample: what is shown, on which screen. */
export const TOUR_STEPS = [
  { id: 'welcome', screen: 'overview', anchor: '[data-tour="plan"]' },
  { id: 'cake', screen: 'overview', anchor: '[data-tour="cake"]' },
  { id: 'binds', screen: 'overview', anchor: '[data-tour="binds"]' },
  { id: 'inputs', screen: 'power', anchor: '[data-tour="layers"]' },
  { id: 'solve', screen: 'power', anchor: '[data-tour="solve"]' },
  { id: 'decide', screen: 'overview', anchor: '[data-tour="decide"]' },
  { id: 'help', screen: 'overview', anchor: '[data-tour="help"]' },
] as const satisfies readonly TourStep[]

export type TourStepId = (typeof TOUR_STEPS)[number]['id']
