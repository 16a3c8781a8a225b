/** Numbers in 0..1 that are the same on every machine (mulberry32). */
export function uniform(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Normal by the sum of twelve. */
export function normal(random: () => number): number {
  let sum = -6
  for (let i = 0; i < 12; i++) sum += random()
  return sum
}

/** Poisson with a small mean, by counting. */
export function poisson(random: () => number, mean: number): number {
  const floor = Math.exp(-mean)
  let count = 0
  for (let left = random(); left > floor; left *= random()) count++
  return count
}
