/** Tokens in the Mtok in which the problem counts them. */
export const TOKENS_PER_MTOK = 1e6
/** US dollars in the million in which the problem and its results count them. */
export const USD_PER_MUSD = 1e6
export const W_PER_KW = 1000
export const KW_PER_MW = 1000
/** US dollars per kW in a million per MW. */
export const USD_PER_KW_OF_MUSD_PER_MW = 1000
export const MWH_PER_GWH = 1000
export const BYTES_PER_GB = 1e9
export const MB_PER_GB = 1000
/** Grams per kWh are kilograms per MWh. */
export const KG_PER_TONNE = 1000
export const LITRES_PER_M3 = 1000
export const MS_PER_SECOND = 1000

export const MINUTES_PER_HOUR = 60
export const SECONDS_PER_HOUR = 3600
export const SECONDS_PER_DAY = 86_400
export const HOURS_PER_DAY = 24
/** The product's year: 365 days of 24 hours, without leap days. */
export const DAYS_PER_YEAR = 365
export const HOURS_PER_YEAR = 8760
/** In the time of dates. */
export const MS_PER_DAY = 86_400_000
export const MS_PER_WEEK = 604_800_000
