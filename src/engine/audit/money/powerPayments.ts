import { getEnergySource, getRegion } from '../../../catalog/find.ts'
import type { Audited } from '../audited.ts'
import { quartersOf } from '../calendar.ts'
import { energyMwh } from '../dispatch.ts'
import { middleOf, type Payment, toPayments } from './ledger.ts'
import { listStanding } from './sitePayments.ts'

const KW_PER_MW = 1000
const MONTHS_PER_QUARTER = 3
const QUARTER_YEARS = 0.25
/** A connection is paid a year before it is energised. */
const CONNECTION_QUARTERS_AHEAD = 4

/** Grid connection, demand charge and energy; plant on site, its upkeep and its fuel. Carbon is paid with the energy. */
export function powerPayments(audited: Audited): Payment[] {
  const { plan, catalog, result } = audited
  return listStanding(audited).flatMap(({ site, build, t, added }) => {
    const { power } = site
    const region = getRegion(catalog, site.catalogRegionId)
    const at = { siteId: site.id, t, layer: 'power' as const }
    const now = { ...at, years: middleOf(t) }
    const usdPerMwh =
      (power.energyUsdPerMwh ?? region.priceUsdMwh) * (1 + power.energyPriceChangePerYear) ** middleOf(t)
    const carbonUsd = (gco2PerKwh: number) => (gco2PerKwh / 1000) * plan.finance.carbonUsdPerTonne
    return [
      {
        ...now,
        name: 'Grid connection',
        years: middleOf(t) - CONNECTION_QUARTERS_AHEAD / 4,
        usd: added((own) => own.contractedMw) * power.connectionMusdPerMw * 1e6,
      },
      {
        ...now,
        name: 'Demand charge',
        usd: build.contractedMw * KW_PER_MW * power.demandChargeUsdPerKwMonth * MONTHS_PER_QUARTER,
      },
      {
        ...now,
        name: 'Grid energy',
        usd: energyMwh(result.slices, build.drawnMwBySlice) * (usdPerMwh + carbonUsd(region.gco2KwhDirect)),
      },
      ...power.onSite.flatMap((plant): Payment[] => {
        const row = getEnergySource(catalog, plant.energySourceId)
        const mw = build.onSiteMw[plant.id] ?? 0
        const variableUsd = (row.vomUsdPerMwh ?? 0) + (row.fuelCostUsdPerMwh ?? 0)
        const generated = energyMwh(result.slices, build.generatedMwBySlice[plant.id] ?? [])
        return [
          ...toPayments(
            { ...at, name: `Plant ${plant.id}` },
            {
              usd: added((own) => own.onSiteMw[plant.id] ?? 0) * KW_PER_MW * row.capexUsdPerKw,
              lifeYears: row.lifetimeYr,
              residualShare: 0,
              quartersAhead: quartersOf(row.leadTimeMonths ?? 0),
            },
            plan,
          ),
          {
            ...now,
            name: `Fixed operation ${plant.id}`,
            usd: mw * KW_PER_MW * row.fixedOmUsdPerKwYr * QUARTER_YEARS,
          },
          {
            ...now,
            name: `Fuel and variable ${plant.id}`,
            usd: generated * (variableUsd + carbonUsd(row.gco2PerKwhDirect ?? 0)),
          },
        ]
      }),
    ]
  })
}
