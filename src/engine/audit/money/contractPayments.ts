import { getEnergySource, getRegion } from '../../../catalog/find.ts'
import type { EnergySourceRow, RegionRow } from '../../../plan/catalog/rows.ts'
import type { ResultSlice } from '../../../plan/result/result.ts'
import type { PowerContract } from '../../../plan/schema/contracts.ts'
import type { Audited } from '../audited.ts'
import { energyMwh } from '../dispatch.ts'
import { middleOf, type Payment, paidAt } from './ledger.ts'
import { listStanding } from './sitePayments.ts'
import { localHours, spotUsdPerMwh } from './spot.ts'

/** Locked energy: what is taken, at least what is promised; a virtual contract settles against the spot price. */
export function contractPayments(audited: Audited): Payment[] {
  const { plan, catalog, result } = audited
  return listStanding(audited).flatMap(({ site, build, t }) => {
    const region = getRegion(catalog, site.catalogRegionId)
    return site.power.contracts.map((contract): Payment => {
      const row = getEnergySource(catalog, contract.energySourceId)
      const listUsd = contract.usdPerMwh ?? (row.vomUsdPerMwh ?? 0) + (row.fuelCostUsdPerMwh ?? 0)
      const usdPerMwh = listUsd * (1 + contract.escalatorPerYear) ** middleOf(plan, t)
      const mw = build.contractMw[contract.id] ?? 0
      const produced = result.slices.map((slice) => mw * outputShare(contract, row, region, slice))
      const taken = energyMwh(result.slices, build.contractMwBySlice[contract.id] ?? [])
      const promised = contract.takeOrPayShare * energyMwh(result.slices, produced)
      const carbonUsd = ((row.gco2PerKwhDirect ?? 0) / 1000) * plan.finance.carbonUsdPerTonne
      const settled = result.slices.reduce((sum, slice, h) => {
        const margin = usdPerMwh - spotUsdPerMwh(plan, site, region, slice, t)
        return sum + slice.hoursPerPeriod * produced[h]! * margin
      }, 0)
      return {
        layer: 'power',
        name: `Contract ${contract.id}`,
        siteId: site.id,
        t,
        years: paidAt(plan, t),
        usd:
          contract.kind === 'virtual' ? settled : usdPerMwh * Math.max(taken, promised) + carbonUsd * taken,
      }
    })
  })
}

/** Mean of the sine between 6 and 18 h and none at night, sampled at whole hours. */
const MEAN_SUN = Array.from({ length: 24 }, (_, hour) => sun(hour)).reduce((a, b) => a + b, 0) / 24

function sun(hour: number): number {
  return hour > 6 && hour < 18 ? Math.sin(((hour - 6) * Math.PI) / 12) : 0
}

function outputShare(
  { kind }: PowerContract,
  row: EnergySourceRow,
  region: RegionRow,
  slice: ResultSlice,
): number {
  if (kind === 'baseload') return 1
  if (!/solar|^pv/.test(row.id)) return row.capacityFactorMax
  const hours = localHours(slice, region)
  const sunny = hours.reduce((sum, hour) => sum + sun(hour), 0) / hours.length
  return Math.min(1, (row.capacityFactorMax * sunny) / MEAN_SUN)
}
