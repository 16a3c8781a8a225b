/** What two spellings of a name have in common: letters, digits and dots, without case, blanks and dashes. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]/gu, '')
}
