import { useSyncExternalStore } from 'react'

/** A screen this wide in these pixels is read from as far as a smaller one: everything grows alike. */
const VERY_WIDE = matchMedia('(min-width: 3400px)')
const VERY_WIDE_SCALE = 1.5

function listen(onChange: () => void): () => void {
  VERY_WIDE.addEventListener('change', onChange)
  return () => VERY_WIDE.removeEventListener('change', onChange)
}

/** How many pixels a length of 1 px of the design takes: the theme's scale, which every length of a style follows. */
export function textScale(): number {
  return VERY_WIDE.matches ? VERY_WIDE_SCALE : 1
}

/** The same, followed while the window changes. */
export function useTextScale(): number {
  return useSyncExternalStore(listen, textScale)
}
