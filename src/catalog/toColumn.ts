/** snake_case of the files to the camelCase of the program. */
export function toColumn(header: string): string {
  return header.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
