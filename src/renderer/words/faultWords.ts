import { type InputFault, showFaultValue } from '../../plan/fault.ts'
import { choices as englishChoices } from '../../report/words/en/choices.ts'
import { choices } from '../../report/words/zh/choices.ts'
import type { Language } from '../state/view/language.ts'
import { englishExpectations } from './en/faultExpectations.ts'
import type { Words } from './en.ts'
import { useLanguage } from './useWords.ts'
import { benchmarkExpectations } from './zh/benchmarkExpectations.ts'
import { boundExpectations } from './zh/boundExpectations.ts'
import { faultExpectations } from './zh/faultExpectations.ts'
import { faultMessages } from './zh/faultMessages.ts'
import { faultPlaces } from './zh/faultPlaces.ts'
import { faultValues } from './zh/faultValues.ts'
import { schemaExpectations } from './zh/schemaExpectations.ts'

type Phrases = readonly (readonly [English: RegExp, said: string])[]

export interface FaultWords {
  /** What failed. */
  readonly message: (text: string) => string
  /** What would have been right. */
  readonly expected: (text: string) => string
  /** Where in a file it is; paths of a plan stand. */
  readonly place: (text: string) => string
  /** What was given, as it stands in a file or was typed; what is said of a file itself, in words. */
  readonly value: (value: unknown) => string
  /** One line for one fault: path, value, expectation. */
  readonly describe: (fault: InputFault) => string
}

const same = (text: string): string => text

/** Faults come in English from wherever they are found; what no phrase fits stays as it is. */
function sayIn(phrases: Phrases): (text: string) => string {
  return (text) => {
    const found = phrases.find(([english]) => english.test(text))
    return unquoted(found ? text.replace(found[0], found[1]) : text)
  }
}

const ONE_OF = /^(one of )(.+)$/

/** Choices as the lists of the screen name them, where all that are named are such: one of compound, S-curve, straight line. */
const inChoices =
  (choices: Words['choices'], say: (text: string) => string) =>
  (text: string): string => {
    const [, start, list = ''] = ONE_OF.exec(unquoted(text)) ?? []
    const words = list.split(', ')
    if (start === undefined || !words.every((word) => Object.hasOwn(choices, word))) return say(text)
    return say(`${start}${words.map((word) => choices[word as keyof Words['choices']]).join(', ')}`)
  }

/** `"a"|"b"`, as a schema lists what it takes, as a, b. */
const unquoted = (text: string): string =>
  text.replace(/"[^"|]+"(?:\|"[^"|]+")+/g, (list) => list.slice(1, -1).split('"|"').join(', '))

/** Whether it is said of a file, and no quotation of it. */
export const isSaid = (value: unknown): value is string =>
  typeof value === 'string' && faultValues.some(([own]) => own.test(value))

const sayValue = (value: unknown, nothing: string, say: (text: string) => string): string =>
  isSaid(value) ? say(value) : (showFaultValue(value) ?? nothing)

const ENGLISH = {
  ...{ message: same, place: same, expected: inChoices(englishChoices, sayIn(englishExpectations)) },
  value: (value: unknown) => sayValue(value, 'nothing', same),
}

const CHINESE = {
  message: sayIn(faultMessages),
  place: sayIn(faultPlaces),
  value: (value: unknown) => sayValue(value, '空', sayIn(faultValues)),
  expected: inChoices(
    choices,
    sayIn([...faultExpectations, ...schemaExpectations, ...benchmarkExpectations, ...boundExpectations]),
  ),
}

export function faultWords(language: Language): FaultWords {
  const own = language === 'zh' ? CHINESE : ENGLISH
  const [colon, right] = language === 'zh' ? ['：', '；应为：'] : [': ', '; expected ']
  return {
    ...own,
    describe: ({ path, value, expected }) =>
      `${own.place(path)}${colon}${own.value(value)}${right}${own.expected(expected)}`,
  }
}

/** Words of faults in the language of the screen. */
export function useFaultWords(): FaultWords {
  return faultWords(useLanguage())
}
