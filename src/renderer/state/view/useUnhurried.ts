import { useDeferredValue } from 'react'

/**
 * A value of which much is made on the screen, once that is made: a little with every frame, while the page goes on
 * answering. Null until then; never a value that is no longer true.
 */
export function useUnhurried<T>(value: T | null): T | null {
  return useDeferredValue(value) === value ? value : null
}
