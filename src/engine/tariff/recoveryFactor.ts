/** Capital recovery: what one dollar costs a year over a life. */
export function recoveryFactor(ratePerYear: number, lifeYears: number): number {
  return ratePerYear === 0 ? 1 / lifeYears : ratePerYear / (1 - (1 + ratePerYear) ** -lifeYears)
}
