export const TIME_ZONE_EXPECTED = 'a time zone such as America/New_York'

/** The zone's own spelling, as in America/New_York; undefined where there is no such time zone. */
export function findTimeZone(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}
