import { useMantineColorScheme } from '@mantine/core'
import { useEffect, useSyncExternalStore } from 'react'
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

/** Puts theme and contrast onto the page. */
export function useLook(): void {
  const theme = useSettings((state) => state.theme)
  const isContrast = useContrast()
  const { setColorScheme } = useMantineColorScheme()
  useEffect(() => setColorScheme(theme), [theme, setColorScheme])
  useEffect(() => {
    document.documentElement.dataset.contrast = isContrast ? 'more' : 'normal'
  }, [isContrast])
}
