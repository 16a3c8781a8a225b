/** From here on signs are Chinese: characters, and the signs of full width that stand between them. */
const FIRST_WIDE = '\u2e80'
/** A character of 12 px beside a letter, which is 6.5 px on average. */
const LETTERS_OF_WIDE = 1.85

/** How wide a text is, in letters of its own font. */
export function lettersOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign >= FIRST_WIDE ? LETTERS_OF_WIDE : 1), 0)
}
