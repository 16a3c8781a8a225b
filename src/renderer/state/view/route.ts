import { create } from 'zustand'
import { SCREENS, type Screen } from './screens.ts'

/** The screen in view, kept in the address so that back and forward work. */
export const useRoute = create<{ screen: Screen }>(() => ({ screen: readAddress() }))

export function go(screen: Screen): void {
  location.hash = `#/${screen}`
}

window.addEventListener('hashchange', () => useRoute.setState({ screen: readAddress() }))

function readAddress(): Screen {
  const name = location.hash.slice(2)
  return SCREENS.find((screen) => screen === name) ?? 'overview'
}
