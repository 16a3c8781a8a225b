import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { siteClimate } from '../aidc/siteClimate.ts'
import type { Inputs } from '../inputs.ts'
import type { Period } from '../periods.ts'
import type { Slice } from '../slices.ts'
import { climateOnDays, energyOnDays } from './onDays.ts'
import { dayPowerSlices } from './powerSlices.ts'
import { siteDays } from './siteDays.ts'
import { siteEnergy } from './siteEnergy.ts'

/** Overheads and energy of every site: on the plan's slices, or on the representative days of each. */
export function sitePower(
  plan: Plan,
  catalog: Catalog,
  periods: readonly Period[],
  slices: readonly Slice[],
): Pick<Inputs, 'climate' | 'energy'> {
  const sites = plan.sites.map((site) => {
    if (plan.horizon.powerDays === 'mean') {
      return {
        climate: siteClimate(site, catalog, periods, slices),
        energy: siteEnergy(site, catalog, slices, periods),
      }
    }
    const days = siteDays(site, catalog)
    const own = { site, catalog, days, periods, slices: dayPowerSlices(days, slices, periods) }
    return {
      climate: climateOnDays(own, siteClimate(site, catalog, periods, own.slices)),
      energy: energyOnDays(own, siteEnergy(site, catalog, own.slices, periods)),
    }
  })
  return { climate: sites.map((own) => own.climate), energy: sites.map((own) => own.energy) }
}
