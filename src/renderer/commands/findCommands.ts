import { nameKey } from '../../catalog/nameKey.ts'

interface Named {
  readonly name: string
  /** Other names of the same. */
  readonly also?: readonly string[]
}

/** Commands whose names hold every word that was typed, however it is spelt; the shortest first, for it says the least else. */
export function findCommands<C extends Named>(commands: readonly C[], text: string): C[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...commands]
  return commands.filter((own) => isCalled(own, words)).sort((a, b) => a.name.length - b.name.length)
}

/** By one of its names together with what it is called first: "site 达拉斯". */
function isCalled({ name, also = [] }: Named, words: readonly string[]): boolean {
  return ['', ...also].some((other) => {
    const called = `${name} ${other}`.toLowerCase()
    const key = nameKey(called)
    return words.every(
      (word) => called.includes(word) || (nameKey(word) !== '' && key.includes(nameKey(word))),
    )
  })
}
