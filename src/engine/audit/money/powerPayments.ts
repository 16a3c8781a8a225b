import { plantRow } from '../../../catalog/storageOfHours.ts'
import type { EnergySourceRow } from '../../../plan/catalog/siteRows.ts'
import type { Power } from '../../../plan/schema/power.ts'
import { KW_PER_MW } from '../../../plan/units.ts'
import { type Audited, sumOf } from '../audited.ts'
import { yearsIn } from '../calendar.ts'
import { energyMwh } from '../dispatch.ts'
import { powerBlocks } from '../powerBlocks.ts'
import { contractPayments } from './contractPayments.ts'
import { gridPayments } from './gridPayments.ts'
import { type Payment, paidAt, toPayments } from './ledger.ts'
import { listStanding } from './sitePayments.ts'

/** The power bill: grid, contracts, plant on site with its upkeep and fuel. Carbon is paid with the energy. */
export function powerPayments(audited: Audited): Payment[] {
  return [...gridPayments(audited), ...contractPayments(audited), ...plantPayments(audited)]
}

type OnSite = Power['onSite'][number]

/** What the plan says of a plant, else the catalog. */
function resolve(plant: OnSite, row: EnergySourceRow) {
  return {
    capexUsdPerKw: plant.capexUsdPerKw ?? row.capexUsdPerKw,
    fixedUsdPerKwYear: plant.fixedUsdPerKwYear ?? row.fixedOmUsdPerKwYr,
    variableUsdPerMwh: plant.variableUsdPerMwh ?? (row.vomUsdPerMwh ?? 0) + (row.fuelCostUsdPerMwh ?? 0),
    lifeYears: plant.lifeYears ?? row.lifetimeYr,
    leadMonths: plant.leadMonths ?? row.leadTimeMonths ?? 0,
    carbonKgPerMwh: plant.tco2PerMwh === undefined ? (row.gco2PerKwhDirect ?? 0) : plant.tco2PerMwh * 1000,
  }
}

function plantPayments(audited: Audited): Payment[] {
  const { plan, catalog, result } = audited
  return listStanding(audited).flatMap(({ site, build, t, added }) => {
    const at = { siteId: site.id, t, layer: 'power' as const }
    const now = { ...at, years: paidAt(plan, t) }
    return site.power.onSite.flatMap((plant): Payment[] => {
      const own = resolve(plant, plantRow(catalog, plant))
      const runningUsd = own.variableUsdPerMwh + (own.carbonKgPerMwh / 1000) * plan.finance.carbonUsdPerTonne
      const blocks = powerBlocks(audited, site, build, t)
      const spot = sumOf(blocks, (own) => own.hours * own.usdPerMwh)
      const hours = sumOf(blocks, (own) => own.hours)
      const stressMwh = (build.stressMw[plant.id] ?? 0) * (site.power.flexible?.hoursPerYear ?? 0)
      return [
        ...toPayments(
          { ...at, name: `Plant ${plant.id}` },
          {
            usd: added((one) => one.onSiteMw[plant.id] ?? 0) * KW_PER_MW * own.capexUsdPerKw,
            lifeYears: own.lifeYears,
            residualShare: 0,
            leadMonths: own.leadMonths,
          },
          plan,
        ),
        {
          ...now,
          name: `Fixed operation ${plant.id}`,
          usd: (build.onSiteMw[plant.id] ?? 0) * KW_PER_MW * own.fixedUsdPerKwYear * yearsIn(plan),
        },
        {
          ...now,
          name: `Fuel and variable ${plant.id}`,
          usd: energyMwh(result.slices, build.generatedMwBySlice[plant.id] ?? []) * runningUsd,
        },
        {
          ...now,
          name: `Hours of stress ${plant.id}`,
          usd: stressMwh * yearsIn(plan) * Math.max(0, runningUsd - spot / hours),
        },
      ]
    })
  })
}
