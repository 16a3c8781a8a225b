const LONGEST = 80

/**
 * What files of a plan are called before their ending: its name, without what one of the systems allows in no file's
 * name; its id where nothing is left.
 */
export function fileStem({ id, name }: { readonly id: string; readonly name: string }): string {
  const stem = name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among what is taken out
    .replaceAll(/[\u0000-\u001f\u007f<>:"/\\|?*]+/g, ' ')
    .trim()
    .replaceAll(/\s+/g, '-')
  // Windows drops dots at an end, and a file that begins with one is hidden elsewhere.
  return (
    [...stem]
      .slice(0, LONGEST)
      .join('')
      .replaceAll(/^[.-]+|[.-]+$/g, '') || id
  )
}
