/** Which year of the plan money belongs to. */
export interface TaxCalendar {
  readonly horizonYears: number
  /** Bills are paid when their period ends, so that what falls on the end of a year is still of that year. */
  readonly isPaidAtEnd: boolean
}

const ROUNDING = 1e-9

/** Years of the plan, the last perhaps a part of one. */
export function countYears({ horizonYears }: TaxCalendar): number {
  return Math.ceil(horizonYears - ROUNDING)
}

/** The year of the plan that a date falls in, 0 the first; orders before it count in the first, its very end in the last. */
export function yearAt(years: number, calendar: TaxCalendar): number {
  const own = calendar.isPaidAtEnd ? Math.ceil(years - ROUNDING) - 1 : Math.floor(years + ROUNDING)
  return Math.min(countYears(calendar) - 1, Math.max(0, own))
}
