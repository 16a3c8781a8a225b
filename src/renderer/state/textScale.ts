import { useSyncExternalStore } from 'react'

/** As in `global.css`, which sets the scale that this reads. */
const VERY_WIDE = matchMedia('(min-width: 3400px)')

function listen(onChange: () => void): () => void {
  VERY_WIDE.addEventListener('change', onChange)
  return () => VERY_WIDE.removeEventListener('change', onChange)
}

/** How many pixels a length of 1 px of the design takes: more on a screen that is read from afar. */
export function textScale(): number {
  const own = getComputedStyle(document.documentElement).getPropertyValue('--mantine-scale')
  return Number(own) || 1
}

/** The same, followed while the window changes. */
export function useTextScale(): number {
  return useSyncExternalStore(listen, textScale)
}
