export const fields = {
  changed: (table: string, what: string, before: string, after: string) =>
    `${table}: ${what}: ${before} → ${after}`,
  /** What a new row is called until it has a name of its own. */
  newThings: {
    ...{ region: 'New region', site: 'New site', lease: 'New lease', api: 'New API', market: 'New market' },
  },
  firstModelNote: 'Quality as high as the plan asks for: an estimate, to be replaced by your own (C)',
  added: (table: string) => `${table}: add row`,
  duplicated: (table: string, row: string) => `${table}: duplicate ${row}`,
  removed: (table: string, row: string) => `${table}: remove ${row}`,
  filled: (table: string) => `${table}: fill down`,
  cleared: (table: string) => `${table}: clear`,
  pasted: (table: string) => `${table}: paste`,
}
