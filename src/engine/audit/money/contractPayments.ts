import { getEnergySource, getRegion } from '../../../catalog/find.ts'
import type { EnergySourceRow, RegionRow } from '../../../plan/catalog/siteRows.ts'
import type { PowerContract } from '../../../plan/schema/contracts.ts'
import { type Audited, sumOf } from '../audited.ts'
import { type PowerBlock, powerBlocks } from '../powerBlocks.ts'
import { middleOf, type Payment, paidAt } from './ledger.ts'
import { listStanding } from './sitePayments.ts'
import { localHours } from './spot.ts'

/** Locked energy: what is taken, at least what is promised; a virtual contract settles against the spot price. */
export function contractPayments(audited: Audited): Payment[] {
  const { plan, catalog } = audited
  return listStanding(audited).flatMap(({ site, build, t }) => {
    const region = getRegion(catalog, site.catalogRegionId)
    const blocks = powerBlocks(audited, site, build, t)
    return site.power.contracts.map((contract): Payment => {
      const row = getEnergySource(catalog, contract.energySourceId)
      const listUsd = contract.usdPerMwh ?? (row.vomUsdPerMwh ?? 0) + (row.fuelCostUsdPerMwh ?? 0)
      const usdPerMwh = listUsd * (1 + contract.escalatorPerYear) ** middleOf(plan, t)
      const mw = build.contractMw[contract.id] ?? 0
      const producedMwh = (own: PowerBlock) => own.hours * mw * outputShare(contract, row, region, own)
      const taken = sumOf(blocks, (own) => own.hours * own.contractMw(contract.id))
      const promised = contract.takeOrPayShare * sumOf(blocks, producedMwh)
      const carbonUsd = ((row.gco2PerKwhDirect ?? 0) / 1000) * plan.finance.carbonUsdPerTonne
      const settled = sumOf(blocks, (own) => producedMwh(own) * (usdPerMwh - own.usdPerMwh))
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
  { slice, outputOf }: PowerBlock,
): number {
  if (kind === 'baseload') return 1
  const ofDay = outputOf(row.id, row.capacityFactorMax)
  if (ofDay !== undefined) return ofDay
  if (!/solar|^pv/.test(row.id)) return row.capacityFactorMax
  const hours = localHours(slice, region)
  const sunny = hours.reduce((sum, hour) => sum + sun(hour), 0) / hours.length
  return Math.min(1, (row.capacityFactorMax * sunny) / MEAN_SUN)
}
