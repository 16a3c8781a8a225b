/** Catchers of the `block` scheme: one unit in six is spare. */
const UNITS_WITH_A_CATCHER = 6

/**
 * Units that may be out at once under a redundancy scheme without the load losing power or cooling, of those that
 * stand in so many blocks; undefined for a scheme that the auditor does not know.
 */
export function sparesOut(scheme: string, standing: number, blocks: number): number | undefined {
  if (scheme === 'N') return 0
  if (scheme === '2N') return standing / 2
  if (scheme === '2(N+1)') return standing / 2 + blocks
  if (scheme === 'block') return Math.ceil(standing / UNITS_WITH_A_CATCHER)
  const [, spares] = /^N\+(\d)$/.exec(scheme) ?? []
  if (spares !== undefined) return Number(spares) * blocks
  const [, together, carrying] = /^(\d)N(\d)R$/.exec(scheme) ?? []
  if (together === undefined || carrying === undefined) return undefined
  return standing * (1 - Number(carrying) / Number(together))
}
