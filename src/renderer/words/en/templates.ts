/** What a new plan may begin from, by file name. */
export const templates: Readonly<Record<string, string>> = {
  meridian: 'Meridian Tokens',
  empty: 'Empty plan',
  campus: 'Campus',
  'china-west-hub': 'China west hub',
  'colocation-suite': 'Colocation suite',
  'mine-conversion': 'Mine conversion',
  'mixed-portfolio': 'Mixed portfolio',
  'regional-rooms': 'Regional rooms',
}
