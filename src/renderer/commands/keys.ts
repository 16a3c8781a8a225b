/** What is looked at of a key event. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

const MAC_SIGNS = { Mod: '⌘', Shift: '⇧', Alt: '⌥' } as const

export const IS_MAC = globalThis.navigator?.platform?.startsWith('Mac') ?? false

/** Whether a key press is the one that a command names. Alt changes what letters and digits type: then the key counts. */
export function isPressed(keys: string, event: KeyPress, isMac = IS_MAC): boolean {
  if (keys === '') return false
  const parts = keys.split('+')
  const key = parts.at(-1)!
  const wants = (modifier: string): boolean => parts.slice(0, -1).includes(modifier)
  const mod = isMac ? event.metaKey : event.ctrlKey
  const other = isMac ? event.ctrlKey : event.metaKey
  if (mod !== wants('Mod') || other || event.altKey !== wants('Alt')) return false
  // A sign such as ? may need Shift on one keyboard and none on another.
  if (/^[A-Z0-9]$|^..+$/.test(key) && event.shiftKey !== wants('Shift')) return false
  if (wants('Alt')) return event.code === (/\d/.test(key) ? `Digit${key}` : `Key${key}`)
  return event.key.toLowerCase() === key.toLowerCase()
}

/** As people read it: Ctrl+Shift+Z, or ⌘⇧Z. */
export function showKeys(keys: string, isMac = IS_MAC): string {
  if (!isMac) return keys.replace('Mod', 'Ctrl')
  return keys
    .split('+')
    .map((part) => MAC_SIGNS[part as keyof typeof MAC_SIGNS] ?? part)
    .join('')
}
