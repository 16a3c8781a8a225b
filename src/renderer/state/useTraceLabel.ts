import type { TraceLabel } from '../../engine/trace/trace.ts'
import { costLineName } from '../../report/words/costLineName.ts'
import { getWords } from '../../report/words/words.ts'
import { usePathName } from '../words/usePathName.ts'
import { useLanguage, useWords } from '../words/useWords.ts'

/** What a traced figure or input is called, as in "Price · b300-node". */
export function useTraceLabel(): (label: TraceLabel) => string {
  const { trace: words, layers, compare } = useWords()
  const nameOfPath = usePathName()
  const ofLines = getWords(useLanguage()).economics
  const layerNames = Object.fromEntries(Object.entries(layers).map(([id, { name }]) => [id, name]))
  return ({ word, of }) => {
    if (of === undefined || of === '') return words.words[word]
    const isOfGroups = word === 'changedGroups' || word === 'groupPart'
    const names: Readonly<Record<string, string>> = isOfGroups ? compare.groups : layerNames
    const name = (part: string): string => (Object.hasOwn(names, part) ? names[part]! : part)
    // An input that was changed is named by its path.
    const parts = of.split(', ').map(name)
    const said =
      word === 'changed'
        ? nameOfPath(of)
        : word === 'costLine'
          ? [costLineName(parts[0]!, ofLines), ...parts.slice(1)].join(', ')
          : parts.join(', ')
    return `${words.words[word]} · ${said}`
  }
}
