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
  filled: (table: string, what: string) => `${table}: fill down ${what}`,
  cleared: (table: string, what: string) => `${table}: clear ${what}`,
  pasted: (table: string, cells: number, what: string) =>
    `${table}: paste ${cells === 1 ? '' : `${cells} cells: `}${what}`,
}
