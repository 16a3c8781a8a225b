/** Signs of a line that a fault shows of it. */
const SHOWN = 60

/** Where a text stops being JSON: its line and what stands there, from what the parser says of it. */
export function jsonPlace(text: string, error: unknown): { readonly path: string; readonly value: string } {
  const message = error instanceof Error ? error.message : ''
  const at = /position (\d+)/.exec(message)?.[1]
  const last = text.trimEnd().length
  // Without a position it ends too early, or is none from its first sign on.
  const end = at === undefined ? (/end of JSON/.test(message) ? last : 0) : Math.min(Number(at), last)
  const number = text.slice(0, end).split('\n').length
  const line = text.split('\n')[number - 1] ?? ''
  return { path: `file, line ${number}`, value: line.trim().slice(0, SHOWN) }
}
