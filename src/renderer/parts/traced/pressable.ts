import type { KeyboardEvent } from 'react'

/** What makes a part of a drawing a button, by pointer and by keyboard: a drawing has none of its own. */
export function pressable(press: () => void) {
  return {
    role: 'button',
    tabIndex: 0,
    onClick: press,
    onKeyDown: (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      press()
    },
  }
}
