export const catalog = {
  title: 'Catalog',
  table: 'Table',
  search: 'Find in this table',
  overrides: 'Overrides of this plan',
  overridesNote: 'they hold for this plan alone',
  pick: 'click a value to override it for this plan',
  value: 'Value for this plan',
  note: 'Note',
  noteWhy: 'Why it differs: the offer, the measurement, the date',
  override: 'Override',
  changed: (row: string, column: string, value: string) => `Override ${row} ${column} → ${value}`,
}
