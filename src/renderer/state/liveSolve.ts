import { create } from 'zustand'

const KEY = 'tokenworks-live-solve'

/** Whether every edit is solved at once; kept from one start to the next. Off at first: a large plan takes its time. */
export const useLiveSolve = create<{ readonly isOn: boolean }>(() => ({
  isOn: globalThis.localStorage?.getItem(KEY) === 'on',
}))

useLiveSolve.subscribe(({ isOn }) => globalThis.localStorage?.setItem(KEY, isOn ? 'on' : 'off'))

export function toggleLiveSolve(): void {
  useLiveSolve.setState(({ isOn }) => ({ isOn: !isOn }))
}
