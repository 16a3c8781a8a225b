import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { usePrinting } from '../../print/printing.ts'
import { changeSettings, useSettings } from './settings.ts'

const MORE_CONTRAST = matchMedia('(prefers-contrast: more)')

/** The system's own few colours in place of every page's, as Windows' contrast themes ask for. */
const FORCED = matchMedia('(forced-colors: active)')
const DARK = matchMedia('(prefers-color-scheme: dark)')

function listen(onChange: () => void): () => void {
  const all = [MORE_CONTRAST, FORCED, DARK]
  for (const own of all) own.addEventListener('change', onChange)
  return () => {
    for (const own of all) own.removeEventListener('change', onChange)
  }
}

/** Whether the high-contrast theme is on: by the planner's choice or the system's. */
export function useContrast(): boolean {
  const systems = useSyncExternalStore(listen, () => MORE_CONTRAST.matches || FORCED.matches)
  return useSettings((state) => state.contrast) === 'more' || systems
}

export interface SystemColors {
  readonly ground: string
  readonly text: string
  readonly soft: string
}

/** What a canvas is to be drawn in, which the system does not recolour itself; null where it asks for no colours of its own. */
export function useSystemColors(): SystemColors | null {
  const isForced = useSyncExternalStore(listen, () => FORCED.matches)
  const isPrinting = usePrinting()
  // Read anew when the system goes from light to dark.
  const isDark = useSyncExternalStore(listen, () => DARK.matches)
  return useMemo(
    () => (isForced && !isPrinting ? readSystemColors(isDark) : null),
    [isForced, isPrinting, isDark],
  )
}

/** As numbers: a chart mixes colours, which it cannot do of names. */
function readSystemColors(isDark: boolean): SystemColors {
  const probe = document.body.appendChild(document.createElement('i'))
  probe.style.setProperty('forced-color-adjust', 'none')
  probe.style.colorScheme = isDark ? 'dark' : 'light'
  const read = (name: string): string => {
    probe.style.color = name
    return getComputedStyle(probe).color
  }
  const colors = { ground: read('Canvas'), text: read('CanvasText'), soft: read('GrayText') }
  probe.remove()
  return colors
}

export function toggleContrast(): void {
  changeSettings({ contrast: useSettings.getState().contrast === 'more' ? 'auto' : 'more' })
}

/** Whether drawings are to be light or dark, as the page around them is. */
export function useScheme(): 'light' | 'dark' {
  const scheme = useComputedColorScheme('light')
  return usePrinting() ? 'light' : scheme
}

/** Puts theme and contrast onto the page; paper is light. */
export function useLook(): void {
  const theme = useSettings((state) => state.theme)
  const isContrast = useContrast()
  const { setColorScheme } = useMantineColorScheme()
  const isPrinting = usePrinting()
  // A system that has colours of its own has chosen between light and dark too.
  const isForced = useSyncExternalStore(listen, () => FORCED.matches)
  const wanted = isForced ? 'auto' : theme
  useEffect(() => setColorScheme(isPrinting ? 'light' : wanted), [wanted, isPrinting, setColorScheme])
  useEffect(() => {
    document.documentElement.dataset.contrast = isContrast ? 'more' : 'normal'
  }, [isContrast])
}
