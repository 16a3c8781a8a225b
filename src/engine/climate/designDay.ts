import type { RegionRow } from '../../plan/catalog/siteRows.ts'
import type { SiteProfiles } from '../../plan/schema/profiles.ts'

/** The day that plant is sized for: each temperature is exceeded in 35 hours of a year (0.4 %). */
export interface DesignDay {
  readonly dryC: number
  /** Never above the dry bulb. */
  readonly wetC: number
}

/** Of the weather that was imported for a site; where none was, the ASHRAE 0.4 % temperatures of its region. */
export function designDay(
  weather: SiteProfiles['weather'],
  region: Pick<RegionRow, 'ashrae04DbC' | 'ashrae04WbC'>,
): DesignDay {
  const dryC = weather?.designDryBulbC ?? region.ashrae04DbC
  return { dryC, wetC: Math.min(dryC, weather?.designWetBulbC ?? region.ashrae04WbC) }
}
