import type { PlanResult } from '../../../plan/result/result.ts'
import type { Inputs } from '../../derive/inputs.ts'
import { type AssetKind, listBought, type Spending, yearPaid } from '../../layers/allLayers/outlays.ts'
import { newFirmMw } from '../../layers/power/grid/gridLimit.ts'

type Builds = Pick<PlanResult, 'builds'>

/** Capital paid for one thing at a site that serves from a period on. */
export interface Outlay {
  readonly kind: AssetKind
  readonly siteIndex: number
  /** Of accelerators and plant. */
  readonly id: string
  /** From which it serves. */
  readonly period: number
  /** Year of the plan in which it is paid. */
  readonly year: number
  readonly amount: number
  /** For one, million USD, not discounted. */
  readonly musdEach: number
  readonly musd: number
}

/** Everything that a solved plan buys, at the prices of the orders: the sums that its budgets of capital limit. */
export function listOutlays(inputs: Inputs, result: Builds): Outlay[] {
  return listBought(inputs, spendingOf(inputs, result)).flatMap((own) => {
    const { kind, siteIndex, id, amounts, isToDate, musdEach, leadMonths } = own
    return amounts.flatMap((to, period): Outlay[] => {
      const amount = isToDate ? to - (amounts[period - 1] ?? 0) : to
      if (Math.abs(amount) < 1e-9 || musdEach[period] === 0) return []
      const each = musdEach[period]!
      const year = yearPaid(inputs, period, leadMonths[period]!)
      return [{ kind, siteIndex, id, period, year, amount, musdEach: each, musd: amount * each }]
    })
  })
}

/** Numbers to date of all that is bought, as a result has them. */
function spendingOf(inputs: Inputs, { builds }: Builds): Spending<number> {
  const { plan, periods, energy } = inputs
  const bySite = plan.sites.map(({ id }) =>
    periods.map(({ label }) => builds.find((own) => own.siteId === id && own.period === label)),
  )
  type Build = PlanResult['builds'][number]
  const toDate = (siteIndex: number, read: (build: Build) => number) =>
    bySite[siteIndex]!.map((build) => (build ? read(build) : 0))
  const sites = [...plan.sites.keys()]
  return {
    accelerators: {
      fleets: sites.flatMap((siteIndex) =>
        plan.accelerators.map(({ id }, acceleratorIndex) => {
          const bought = toDate(siteIndex, (build) => build.boughtByAccelerator[id] ?? 0)
          return { siteIndex, acceleratorIndex, bought }
        }),
      ),
    },
    facilities: {
      buildings: sites.map((siteIndex) => ({
        siteIndex,
        phases: toDate(siteIndex, ({ phases }) => phases),
      })),
    },
    power: {
      supplies: sites.map((siteIndex) => {
        const unitsOf = ({ id, unitMw }: { readonly id: string; readonly unitMw: number }) =>
          toDate(siteIndex, ({ onSiteMw }) => (onSiteMw[id] ?? 0) / unitMw)
        const has = toDate(siteIndex, ({ hasApplied }) => hasApplied)
        const contracted = toDate(siteIndex, (own) => newFirmMw(plan.sites[siteIndex]!.power, own))
        const flexible = toDate(siteIndex, ({ flexibleMw }) => flexibleMw)
        const isStudied = contracted.at(-1)! + flexible.at(-1)! > 1e-6
        return {
          siteIndex,
          plants: energy[siteIndex]!.sources.map((source) => ({ source, units: unitsOf(source) })),
          storages: energy[siteIndex]!.storages.map((own) => ({ own, units: unitsOf(own) })),
          service: {
            ...{ contracted, flexible },
            applied: has.map((own, t) => own - (has[t - 1] ?? 0)),
            studied: isStudied ? [1] : [],
          },
        }
      }),
    },
  }
}
