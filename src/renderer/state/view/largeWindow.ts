import { useSyncExternalStore } from 'react'

/** Room below what a laptop shows of the first screen for as much again. */
const LARGE = matchMedia('(min-width: 2400px) and (min-height: 1300px)')

function listen(onChange: () => void): () => void {
  LARGE.addEventListener('change', onChange)
  return () => LARGE.removeEventListener('change', onChange)
}

/** Whether the window is so large that what others choose between is seen at once. */
export function useLargeWindow(): boolean {
  return useSyncExternalStore(listen, () => LARGE.matches)
}
