/** The first of `stem-1`, `stem-2`, ... that no item has. */
export function newId(items: readonly { readonly id: string }[], stem: string): string {
  const taken = new Set(items.map((item) => item.id))
  let number = items.length + 1
  while (taken.has(`${stem}-${number}`)) number++
  return `${stem}-${number}`
}
