import type { SiteProfiles } from '../../plan/schema/profiles.ts'
import { coolingOverhead } from './coolingOverhead.ts'

/** Overhead by month (or quarter) of the year and local hour in imported weather: mean over the fifths of each hour's days. */
export function importedClimate(
  technologyId: string,
  { dryBulbC, wetBulbC, designDryBulbC, designWetBulbC }: NonNullable<SiteProfiles['weather']>,
  electricalLossShare: number,
): { readonly pue: number[][]; readonly wueLPerKwh: number[][]; readonly pueDesign: number } {
  const at = (dry: number, wet: number) => coolingOverhead(technologyId, dry, Math.min(dry, wet))
  const table = (pick: (own: ReturnType<typeof at>) => number) =>
    dryBulbC.map((byHour, season) =>
      byHour.map((fifths, hour) => {
        const values = fifths.map((dry, fifth) => pick(at(dry, wetBulbC[season]![hour]![fifth]!)))
        return values.reduce((sum, value) => sum + value, 0) / values.length
      }),
    )
  return {
    pue: table((own) => 1 + own.kwPerKwIt + electricalLossShare),
    wueLPerKwh: table((own) => own.litresPerKwhIt),
    pueDesign: 1 + at(designDryBulbC, designWetBulbC).kwPerKwIt + electricalLossShare,
  }
}
