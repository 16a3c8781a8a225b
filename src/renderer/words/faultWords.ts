import { describeFault, type InputFault, showFaultValue } from '../../plan/fault.ts'
import type { Language } from '../state/view/language.ts'
import { englishExpectations } from './en/faultExpectations.ts'
import { useLanguage } from './useWords.ts'
import { benchmarkExpectations } from './zh/benchmarkExpectations.ts'
import { boundExpectations } from './zh/boundExpectations.ts'
import { faultExpectations } from './zh/faultExpectations.ts'
import { faultMessages } from './zh/faultMessages.ts'
import { schemaExpectations } from './zh/schemaExpectations.ts'

type Phrases = readonly (readonly [English: RegExp, said: string])[]

export interface FaultWords {
  /** What failed. */
  readonly message: (text: string) => string
  /** What would have been right. */
  readonly expected: (text: string) => string
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

/** `"a"|"b"`, as a schema lists what it takes, as a, b. */
const unquoted = (text: string): string =>
  text.replace(/"[^"|]+"(?:\|"[^"|]+")+/g, (list) => list.slice(1, -1).split('"|"').join(', '))

const ENGLISH = sayIn(englishExpectations)

const CHINESE = {
  message: sayIn(faultMessages),
  expected: sayIn([
    ...faultExpectations,
    ...schemaExpectations,
    ...benchmarkExpectations,
    ...boundExpectations,
  ]),
}

export function faultWords(language: Language): FaultWords {
  if (language === 'en')
    return {
      ...{ message: same, expected: ENGLISH },
      describe: (fault) => describeFault({ ...fault, expected: ENGLISH(fault.expected) }),
    }
  const { expected } = CHINESE
  return {
    ...CHINESE,
    describe: (fault) =>
      `${fault.path}：${showFaultValue(fault.value) ?? '空'}；应为：${expected(fault.expected)}`,
  }
}

/** Words of faults in the language of the screen. */
export function useFaultWords(): FaultWords {
  return faultWords(useLanguage())
}
