export const fields = {
  changed: (table: string, row: string, field: string, value: string) =>
    `${table}: ${row} ${field} → ${value}`,
  added: (table: string) => `${table}: add row`,
  removed: (table: string, row: string) => `${table}: remove ${row}`,
  pasted: (table: string) => `${table}: paste`,
}
