import type { PurchaseLine } from '../../../../plan/purchaseLine.ts'
import {
  earlyAges,
  leadMonthsAt,
  unitCapexMusd,
  unitNetworkMusd,
} from '../../../layers/accelerators/purchase.ts'
import { retirementRef } from '../../accelerators/retirementTraces.ts'
import { type TraceInput, toRef } from '../../trace.ts'
import type { At, Made } from './costPart.ts'

/** What was bought of an accelerator in a period, or the part of it that is sold at an early age. */
export function purchaseCost(
  { c, period, site, build, before }: At,
  { kind, acceleratorId: id, soldAtYears }: PurchaseLine,
): Made | undefined {
  const isUnit = kind === 'Purchase'
  const index = c.plan.accelerators.findIndex((own) => own.id === id)
  const own = c.plan.accelerators[index]
  if (!own) return undefined
  const path = (field: string) => `accelerators[${id}].${field}`
  const added = (build.boughtByAccelerator[id] ?? 0) - (before?.boughtByAccelerator[id] ?? 0)
  const sold = c.result.retirements.filter(
    (row) =>
      row.isEarly &&
      row.siteId === site.id &&
      row.acceleratorId === id &&
      row.boughtPeriod === period.label &&
      (soldAtYears === undefined || row.ageYears === soldAtYears),
  )
  const early = sold.reduce((units, row) => units + row.units, 0)
  const units = soldAtYears === undefined ? added - early : early
  const age = earlyAges(own).find(({ years }) => years === soldAtYears)
  const musd = (isUnit ? unitCapexMusd : unitNetworkMusd)(c.inputs, index, age)[period.index]!
  const { finance } = c.plan
  return {
    formula: finance.capital === 'annuity' ? 'capital-annuity' : 'capital-lump-sum',
    inputs: [
      {
        word: 'added',
        of: `${id}, ${site.name}`,
        value: added,
        unit: 'units',
        ref: toRef('bought', id, site.id, period.label),
      },
      ...sold.map((row): TraceInput => {
        const ref = retirementRef('retired', row)
        return { word: 'retired', of: row.period, value: row.units, unit: 'units', ref }
      }),
      isUnit
        ? { word: 'price', value: own.priceUsdPerUnit, unit: '$', path: path('priceUsdPerUnit') }
        : { word: 'network', value: own.networkUsdPerAccel, unit: '$', path: path('networkUsdPerAccel') },
      { word: 'priceChange', value: own.priceChangePerYear, unit: 'share', path: path('priceChangePerYear') },
      {
        word: 'leadMonths',
        value: leadMonthsAt(own, period.index),
        unit: 'months',
        path: path('leadMonths'),
      },
      { word: 'life', value: own.lifeYears, unit: 'years', path: path('lifeYears') },
      { word: 'residual', value: own.residualShare, unit: 'share', path: path('residualShare') },
      {
        ...{ word: 'discountRate', value: finance.discountRatePerYear, unit: 'share' },
        path: 'finance.discountRatePerYear',
      },
      { word: 'capitalFactor', of: 'M$', value: musd, unit: 'M$' },
    ],
    recomputed: units * musd,
  }
}
