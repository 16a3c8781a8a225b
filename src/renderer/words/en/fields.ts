export const fields = {
  changed: (table: string, row: string, field: string, value: string) =>
    `${table}: ${row} ${field} → ${value}`,
  added: (table: string) => `${table}: add row`,
  removed: (table: string, row: string) => `${table}: remove ${row}`,
  filled: (table: string) => `${table}: fill down`,
  cleared: (table: string) => `${table}: clear`,
  pasted: (table: string) => `${table}: paste`,
}
