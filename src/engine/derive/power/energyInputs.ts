import type { PowerContract } from '../../../plan/schema/contracts.ts'
import type { RepresentativeDay } from '../../../plan/schema/profiles.ts'
import type { PowerSlice } from './powerSlices.ts'

/**
 * How a source meets the peak: `unit` plant runs or is out, whole units at a time; `weather` follows sun, wind or
 * river; `standby` runs in hours of stress only, as permits allow.
 */
export type SourceKind = 'unit' | 'weather' | 'standby'

/** What every on-site plant has, storage too. */
export interface OnSiteUnits {
  readonly id: string
  readonly unitMw: number
  readonly maxUnits: number
  readonly capexMusdPerMw: number
  readonly fixedMusdPerMwYear: number
  readonly leadMonths: number
  readonly lifeYears: number
  /** Share of the MW that counts against the peak. */
  readonly firmShare: number
}

/** On-site generation as constants. */
export interface OnSiteSource extends OnSiteUnits {
  readonly kind: SourceKind
  readonly variableUsdPerMwh: number
  /** [slice] output per MW installed at most. */
  readonly availability: readonly number[]
  readonly tco2PerMwh: number
  /** Hours at full load a year; null: no limit. */
  readonly maxHoursPerYear: number | null
  /** MWh a day that fuel allows; null: no limit. */
  readonly fuelLimitMwhPerDay: number | null
}

export interface OnSiteStorage extends OnSiteUnits {
  /** Hours at full power. */
  readonly durationH: number
  /** Energy out over energy in. */
  readonly roundTripShare: number
}

/** Locked electricity as constants. */
export interface ContractTerms {
  readonly id: string
  readonly kind: PowerContract['kind']
  readonly maxMw: number
  /** At the start of the horizon. */
  readonly usdPerMwh: number
  readonly escalatorPerYear: number
  /** [slice] MW delivered per MW contracted. */
  readonly profile: readonly number[]
  /** First quarter or month of delivery. */
  readonly start: string
  readonly termPeriods: number
  readonly takeOrPayShare: number
  readonly isDirect: boolean
  readonly firmShare: number
  readonly tco2PerMwh: number
}

export interface SiteEnergy {
  /** Blocks in which power is balanced, all lists by slice following them; absent: the plan's own slices. */
  readonly times?: readonly PowerSlice[]
  /** The representative days that those blocks are cut of. */
  readonly days?: readonly RepresentativeDay[]
  /** [period][slice] share of the fixed IT load: mean of the slice, and its highest hour. */
  readonly fixedShare: {
    readonly mean: readonly (readonly number[])[]
    readonly peak: readonly (readonly number[])[]
  }
  /** At the start of the horizon, mean of the day. */
  readonly usdPerMwh: number
  /** [slice] price over the mean. */
  readonly priceShape: readonly number[]
  readonly tco2PerMwh: number
  /** [period][slice] imported: USD per MWh and tonnes per MWh at the start of the horizon, in place of the above. */
  readonly importedUsdPerMwh?: readonly (readonly number[])[]
  readonly importedTco2PerMwh?: readonly (readonly number[])[]
  readonly sources: readonly OnSiteSource[]
  readonly storages: readonly OnSiteStorage[]
  readonly contracts: readonly ContractTerms[]
}
