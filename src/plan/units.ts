/** Tokens in the Mtok in which the problem counts them. */
export const TOKENS_PER_MTOK = 1e6
/** US dollars in the million in which the problem and its results count them. */
export const USD_PER_MUSD = 1e6
export const KW_PER_MW = 1000

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
