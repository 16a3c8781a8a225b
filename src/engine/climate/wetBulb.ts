/**
 * Wet-bulb temperature (deg C) from dry bulb and relative humidity (%), Stull 2011: within 1 K between 5 and 99 %
 * and -20 and 50 deg C at sea level; at most the dry bulb. Humidity above 100 %, as some weather files have it, is 100.
 */
export function wetBulbC(dryBulbC: number, humidityPercent: number): number {
  const rh = Math.min(100, Math.max(0, humidityPercent))
  const wet =
    dryBulbC * Math.atan(0.151977 * Math.sqrt(rh + 8.313659)) +
    Math.atan(dryBulbC + rh) -
    Math.atan(rh - 1.676331) +
    0.00391838 * rh ** 1.5 * Math.atan(0.023101 * rh) -
    4.686035
  return Math.min(dryBulbC, wet)
}
