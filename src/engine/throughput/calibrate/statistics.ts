/** Value below which `share` of the weight lies; NaN where there is nothing. */
export function quantile(values: readonly number[], share: number, weights?: readonly number[]): number {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!)
  const weightOf = (i: number) => weights?.[i] ?? 1
  const total = order.reduce((sum, i) => sum + weightOf(i), 0)
  let passed = 0
  for (const i of order) {
    passed += weightOf(i)
    if (passed >= share * total) return values[i]!
  }
  return Number.NaN
}

/** Seeded and the same on every machine: a number from 0 to 2^32 - 1 for a text (FNV-1a, then mixed). */
export function hashText(text: string, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0
  return (hash ^ (hash >>> 13)) >>> 0
}
