import type { EquipmentRow } from '../../plan/catalog/siteRows.ts'

type Curve = Pick<EquipmentRow, 'eff25pct' | 'eff50pct' | 'eff75pct' | 'eff100pct'>

/**
 * Efficiency at a share of full load: straight between the catalog's points at a quarter, half, three quarters and
 * full. Below a quarter the losses of a quarter stay (no-load losses). Null where the catalog has no curve.
 */
export function efficiencyAt(row: Curve, loadShare: number): number | null {
  const points = [row.eff25pct, row.eff50pct, row.eff75pct, row.eff100pct]
  const known = points.flatMap((value, i) => (value === null ? [] : [{ share: (i + 1) / 4, value }]))
  const [first] = known
  if (!first || loadShare <= 0) return null
  if (loadShare < first.share) {
    const lossesOfFull = first.share * (1 / first.value - 1)
    return loadShare / (loadShare + lossesOfFull)
  }
  const after = known.findIndex((point) => point.share >= loadShare)
  if (after < 0) return known.at(-1)!.value
  const upper = known[after]!
  const lower = known[after - 1] ?? upper
  if (upper === lower) return upper.value
  const part = (loadShare - lower.share) / (upper.share - lower.share)
  return lower.value + part * (upper.value - lower.value)
}
