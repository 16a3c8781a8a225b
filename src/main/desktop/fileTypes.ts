/** Endings of files that the system may hand over; the first is our own. */
export const OPENED_TYPES = [
  ...['tokenplan', 'tokenlibrary', 'json', 'jsonl', 'xlsx', 'csv', 'tsv', 'txt', 'epw', 'geojson', 'kml'],
] as const
