import { SECONDS_PER_HOUR } from '../../../plan/units.ts'
import type { Audited } from '../audited.ts'
import { type Payment, paidAt } from './ledger.ts'
import { marketUsd } from './marketPrices.ts'
import { royaltyOf } from './royaltyOf.ts'

/** What markets pay for the units that work for them: by the hour of an accelerator, or by the token less royalties. */
export function salePayments({ plan, result, quarters, speeds }: Audited): Payment[] {
  return result.sales.flatMap((item): Payment[] => {
    const sale = plan.distribution.sales.find((own) => own.id === item.saleId)
    const accelerator = plan.accelerators.find((own) => own.id === item.acceleratorId)
    if (!sale || !accelerator) return []
    const t = quarters.indexOf(item.period)
    const priceUsd = marketUsd(plan, sale, t) * (1 - sale.takeShare)
    const unitHours = result.slices.reduce(
      (sum, slice, h) => sum + slice.hoursPerPeriod * (item.unitsBySlice[h] ?? 0),
      0,
    )
    const accelHours = unitHours * accelerator.accelPerUnit
    const classId = sale.classId ?? ''
    const mTok = (unitHours * SECONDS_PER_HOUR * speeds.ownTokS(classId, accelerator.id)) / 1e6
    const royaltyUsd = royaltyOf(plan, speeds.ownModelId(classId, accelerator.id))
    const usd = sale.kind === 'tokens' ? mTok * (priceUsd - royaltyUsd) : accelHours * priceUsd
    return [
      {
        ...{ layer: 'distribution', name: `Sold: ${sale.name}`, siteId: item.siteId, t },
        years: paidAt(plan, t),
        usd: -usd,
      },
    ]
  })
}
