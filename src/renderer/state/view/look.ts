import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useEffect, useSyncExternalStore } from 'react'
import { usePrinting } from '../../print/printing.ts'
import { changeSettings, useSettings } from './settings.ts'

const MORE_CONTRAST = matchMedia('(prefers-contrast: more)')

function listen(onChange: () => void): () => void {
  MORE_CONTRAST.addEventListener('change', onChange)
  return () => MORE_CONTRAST.removeEventListener('change', onChange)
}

/** Whether the high-contrast theme is on: by the planner's choice or the system's. */
export function useContrast(): boolean {
  const systems = useSyncExternalStore(listen, () => MORE_CONTRAST.matches)
  return useSettings((state) => state.contrast) === 'more' || systems
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
  useEffect(() => setColorScheme(isPrinting ? 'light' : theme), [theme, isPrinting, setColorScheme])
  useEffect(() => {
    document.documentElement.dataset.contrast = isContrast ? 'more' : 'normal'
  }, [isContrast])
}
