import type { TraceLabel } from '../../engine/trace/trace.ts'
import { usePathName } from '../words/usePathName.ts'
import { useThingNames } from '../words/useThingNames.ts'
import { useWords } from '../words/useWords.ts'

/** What a traced figure or input is called, as in "Price · b300-node". */
export function useTraceLabel(): (label: TraceLabel) => string {
  const { trace: words, layers, compare } = useWords()
  const nameOfPath = usePathName()
  const things = useThingNames()
  const layerNames = Object.fromEntries(Object.entries(layers).map(([id, { name }]) => [id, name]))
  return ({ word, of }) => {
    if (of === undefined || of === '') return words.words[word]
    const isOfGroups = word === 'changedGroups' || word === 'groupPart'
    const names: Readonly<Record<string, string>> = isOfGroups ? compare.groups : layerNames
    const name = (part: string): string =>
      Object.hasOwn(names, part) ? names[part]! : things.taskClass(things.model(things.accelerator(part)))
    // An input that was changed is named by its path.
    const parts = of.split(', ').map(name)
    const said =
      word === 'changed'
        ? nameOfPath(of)
        : word === 'costLine'
          ? [things.costLine(parts[0]!), ...parts.slice(1)].join(', ')
          : parts.join(', ')
    return `${words.words[word]} · ${said}`
  }
}
