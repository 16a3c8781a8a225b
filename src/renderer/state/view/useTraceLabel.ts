import type { TraceInput, TraceLabel } from '../../../engine/trace/trace.ts'
import { nameOfField } from '../../../report/ledger/fieldUnits.ts'
import { getWords } from '../../../report/words/words.ts'
import { listed } from '../../format/punctuation.ts'
import { usePathName, usePathSetting } from '../../words/usePathName.ts'
import { useThingNames } from '../../words/useThingNames.ts'
import { useLanguage, useWords } from '../../words/useWords.ts'
import { usePlan } from '../plan/usePlan.ts'

/** What a traced figure or input is called, as in "Price · b300-node". */
export function useTraceLabel(): (label: TraceLabel) => string {
  const { trace: words, layers, compare, demand } = useWords()
  const isDay = (text: string): text is keyof typeof words.days => Object.hasOwn(words.days, text)
  const nameOfPath = usePathName()
  const variant = useVariantLabel()
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
      const ofVariant = variant(part)
      if (ofVariant !== undefined) return ofVariant
      const [day = '', ...rest] = part.split(' ')
      if (isDay(day)) return [words.days[day], ...rest].join(' ')
      return things.taskClass(things.model(things.accelerator(part)))
    }
    // An input that was changed is named by its path.
    const parts = of.split(', ').map(name)
    const told =
      word === 'changed'
        ? nameOfPath(of)
        : word === 'costLine'
          ? listed([things.costLine(parts[0]!), ...parts.slice(1)])
          : listed(parts)
    return `${words.words[word]} · ${told}`
  }
}

/** A variant's path and what it is set to, as in `sites[ash].power.gridLimitMw × 0.8`. */
const PATH_SET = /^((\w+)[.[][^ ]*) (.+)$/

/** What a variant of a sweep is called, by its input or as a draw; undefined: it is something else. */
function useVariantLabel(): (part: string) => string | undefined {
  const { vary: words } = useWords()
  const { plan } = usePlan()
  const saySetting = usePathSetting()
  return (part) => {
    const draw = /^(\d+) \d+$/.exec(part)?.[1]
    if (draw !== undefined) return words.draw(String(Number(draw) + 1))
    const [, path = '', first = '', set = ''] = PATH_SET.exec(part) ?? []
    if (!Object.hasOwn(plan, first)) return undefined
    return saySetting(path, /^-?[\d.]/.test(set) ? Number(set) : set)
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
