/** A year of hours as a mean and the factor of each hour of the day on it, as a plan takes prices. */
export function dayShape(values: readonly number[]): { readonly mean: number; readonly byHour: number[] } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const byHour = Array.from({ length: 24 }, (_, hour) => {
    const own = values.filter((_value, index) => index % 24 === hour)
    const hourly = own.reduce((sum, value) => sum + value, 0) / own.length
    return mean === 0 ? 1 : hourly / mean
  })
  return { mean, byHour }
}
