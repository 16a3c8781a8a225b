/** A count with its noun: "1 year", "2 years"; `more` where the plural is another word. */
export function counted(count: string | number, one: string, more = `${one}s`): string {
  return `${count} ${String(count) === '1' ? one : more}`
}
