import type { TraceInput, TraceLabel } from '../../../engine/trace/trace.ts'
import { nameOfField } from '../../../report/ledger/fieldUnits.ts'
import { getWords } from '../../../report/words/words.ts'
import { usePathName } from '../../words/usePathName.ts'
import { useThingNames } from '../../words/useThingNames.ts'
import { useLanguage, useWords } from '../../words/useWords.ts'

/** What a traced figure or input is called, as in "Price · b300-node". */
export function useTraceLabel(): (label: TraceLabel) => string {
  const { trace: words, layers, compare, demand } = useWords()
  const isDay = (text: string): text is keyof typeof words.days => Object.hasOwn(words.days, text)
  const nameOfPath = usePathName()
  const things = useThingNames()
  const layerNames = Object.fromEntries(Object.entries(layers).map(([id, { name }]) => [id, name]))
  return ({ word, of }) => {
    if (of === undefined || of === '') return words.words[word]
    const isOfGroups = word === 'changedGroups' || word === 'groupPart'
    const names: Readonly<Record<string, string>> = isOfGroups
      ? compare.groups
      : { ...layerNames, ...demand.variants }
    const name = (part: string): string => {
      if (Object.hasOwn(names, part)) return names[part]!
      const [day = '', ...rest] = part.split(' ')
      if (isDay(day)) return [words.days[day], ...rest].join(' ')
      return things.taskClass(things.model(things.accelerator(part)))
    }
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

/**
 * What an input is called that the cost leans on: a price by its own field, since a site has several, as in "Energy
 * price · Dallas".
 */
export function useLeaningLabel(): (input: TraceInput) => string {
  const label = useTraceLabel()
  const { catalogColumns } = useWords()
  const { fieldWords } = getWords(useLanguage()).assumptions
  return (input) => {
    const { word, of, path, cell } = input
    if (word !== 'price') return label(input)
    const field = /([A-Za-z]\w*)$/.exec(path ?? '')?.[1]
    const name = field ? nameOfField(field, fieldWords) : Reflect.get(catalogColumns, cell?.column ?? '')
    if (typeof name !== 'string' || name === '') return label(input)
    const whose = label({ word, ...(of === undefined ? {} : { of }) })
      .split(' · ')
      .slice(1)
    return [name.charAt(0).toUpperCase() + name.slice(1), ...whose].join(' · ')
  }
}
