import { flushSync } from 'react-dom'
import { create } from 'zustand'

const usePrintingState = create(() => ({ isPrinting: false }))

/** Whether the page is being put on paper: light, with what only a screen can do left out. */
export function usePrinting(): boolean {
  return usePrintingState((state) => state.isPrinting)
}

/** Follows the browser's word that it prints; all is drawn anew before it goes on. Returns how to stop. */
export function followPrinting(): () => void {
  const { dataset } = document.documentElement
  const begin = (): void => {
    dataset.printing = ''
    flushSync(() => usePrintingState.setState({ isPrinting: true }))
  }
  const end = (): void => {
    delete dataset.printing
    usePrintingState.setState({ isPrinting: false })
  }
  addEventListener('beforeprint', begin)
  addEventListener('afterprint', end)
  return () => {
    removeEventListener('beforeprint', begin)
    removeEventListener('afterprint', end)
  }
}
