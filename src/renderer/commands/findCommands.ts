/** Commands whose names hold every word that was typed; the shortest first, for it says the least else. */
export function findCommands<C extends { readonly name: string }>(commands: readonly C[], text: string): C[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const found = commands.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
  return words.length === 0 ? found : found.sort((a, b) => a.name.length - b.name.length)
}
