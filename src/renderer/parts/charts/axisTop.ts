/** Tops of an axis with a middle as round as they are. */
const ROUND = [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10] as const

/** The least round number that is not below a value: 1.47 becomes 1.6, whose half, 0.8, is round, too. */
export function axisTop(value: number): number {
  if (!(value > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  const share = value / power
  return (ROUND.find((own) => own >= share - 1e-9) ?? 10) * power
}
