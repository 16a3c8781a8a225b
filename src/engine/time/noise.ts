const MODULUS = 2_147_483_647
const MULTIPLIER = 48_271
const LONGEST = 997

/** Numbers in 0..1 that a text seeds (Lehmer's generator): the same text gives the same numbers everywhere. */
export function seeded(text: string): () => number {
  let state = [...text].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % MODULUS, LONGEST)
  return () => {
    state = (state * MULTIPLIER) % MODULUS
    return state / MODULUS
  }
}

/** Disorder of deviation 1 that lasts: x' = persistence x + sqrt(1 - persistence^2) e, e normal. */
export function persistent(random: () => number, persistence: number): () => number {
  let state = 0
  return () => {
    let sum = -6
    for (let i = 0; i < 12; i++) sum += random()
    state = persistence * state + Math.sqrt(1 - persistence ** 2) * sum
    return state
  }
}
