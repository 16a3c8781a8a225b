/** Words around the sections: cover, heads and feet of pages, tables. */
export const frame = {
  layer: (name: string, what: string) => `${name} (${what})`,
  kinds: {
    'build-out': 'Build-out report',
    comparison: 'Comparison report',
    change: 'Change report',
  },
  contents: 'Contents',
  plan: 'Plan',
  revision: 'Revision',
  asItStands: 'as it stands',
  madeOn: 'Made on',
  hash: "Inputs' hash (SHA-256)",
  inputs: 'inputs',
  page: 'Page',
  ofPages: 'of',
  none: 'None',
  noLimit: 'no limit',
  total: 'Total',
  allSites: 'All sites',
  notOfOneSite: 'Not of one site',
  leased: 'Leased',
  unit: (title: string) => `${title}, unit`,
  failed: (failed: number, all: number) =>
    `THE AUDIT OF THIS RESULT FAILED: ${failed} of ${all} figures do not agree with a second computation. Do not act on this report.`,
  about: 'About',
}
