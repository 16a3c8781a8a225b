/** A specification while it is typed: what its form needs, whether or not it fits yet. */
export type Draft = Readonly<Record<string, unknown>>
export type Change = (next: Draft) => void

/** The specification in a text, as far as it is an object. */
export function readDraft(text: string): Draft | null {
  try {
    const found: unknown = JSON.parse(text)
    return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Draft) : null
  } catch {
    return null
  }
}

export function listAt(draft: Draft, key: string): readonly Draft[] {
  const found = draft[key]
  return Array.isArray(found) ? (found as Draft[]) : []
}

export function numberAt(draft: Draft, key: string): number | string {
  const found = draft[key]
  return typeof found === 'number' ? found : ''
}

export function textAt(draft: Draft, key: string): string {
  const found = draft[key]
  return typeof found === 'string' ? found : ''
}

/** A list with one item changed, or without it. */
export function withItem(list: readonly Draft[], place: number, item: Draft | null): Draft[] {
  return list.flatMap((own, index) => (index === place ? (item === null ? [] : [item]) : [own]))
}
