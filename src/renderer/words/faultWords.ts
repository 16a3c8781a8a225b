import { describeFault, type InputFault, showFaultValue } from '../../plan/fault.ts'
import type { Language } from '../state/view/language.ts'
import { useLanguage } from './useWords.ts'
import { benchmarkExpectations } from './zh/benchmarkExpectations.ts'
import { faultExpectations } from './zh/faultExpectations.ts'
import { faultMessages } from './zh/faultMessages.ts'
import { schemaExpectations } from './zh/schemaExpectations.ts'

type Phrases = typeof faultMessages

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
    return found ? text.replace(found[0], found[1]) : text
  }
}

const CHINESE = {
  message: sayIn(faultMessages),
  expected: sayIn([...faultExpectations, ...schemaExpectations, ...benchmarkExpectations]),
}

export function faultWords(language: Language): FaultWords {
  if (language === 'en') return { message: same, expected: same, describe: describeFault }
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
