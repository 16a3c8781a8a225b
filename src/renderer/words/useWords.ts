import { useEffect, useMemo } from 'react'
import { moneyScale, toCurrencyText } from '../../plan/currency.ts'
import { wanAxis, wanStep } from '../../report/inWan.ts'
import { unitIn } from '../../report/words/words.ts'
import { closeUp } from '../../report/words/zh/closeUp.ts'
import { units } from '../../report/words/zh/units.ts'
import { useMoney } from '../state/plan/money.ts'
import { currentLanguage, type Language, languageOf } from '../state/view/language.ts'
import { changeSettings, useSettings } from '../state/view/settings.ts'
import { en, type Words } from './en.ts'
import { convertWords, inCurrency } from './inCurrency.ts'
import { inWanWords } from './inWanWords.ts'
import { zh as zhWritten } from './zh.ts'
import { zhFields } from './zhFields.ts'

/** One of the settings that the plan file spells out. */
export type ChoiceWord = keyof Words['choices']

const zh = convertWords(zhWritten, closeUp)
const WORDS: Readonly<Record<Language, Words>> = { en, zh }
const ZH_WAN = inWanWords(zh)

/** The language of the screens: the one chosen, else the system's. */
export function useLanguage(): Language {
  return languageOf(useSettings((state) => state.language))
}

export function setLanguage(language: Language): void {
  changeSettings({ language })
}

/** Tells the browser, for its fonts, hyphens and voices. */
export function useDocumentLanguage(): void {
  const language = useLanguage()
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en'
  }, [language])
}

/** The words in the planner's language; they change while the screen stands. */
export function useWords(): Words {
  const language = useLanguage()
  const isByWan = useIsWan()
  const { currency } = useMoney()
  return inCurrency(isByWan ? ZH_WAN : WORDS[language], currency)
}

/** A field's or table's name in the planner's language, up to a dot in its middle; one without another keeps its own. */
export function useFieldName(): (english: string) => string {
  const language = useLanguage()
  return (english) => {
    const [name = '', ...rest] = english.split(' · ')
    return language === 'zh' ? [zhFields[name] ?? name, ...rest].join(' · ') : english
  }
}

/** A unit in the planner's language, money in the US dollars of the plan's file. */
export function useFileUnitName(): (unit: string) => string {
  const language = useLanguage()
  return (unit) => (language === 'zh' ? unitIn(units, unit) : unit)
}

/** A unit in the planner's language and the plan's currency. */
export function useUnitName(): (unit: string) => string {
  const nameOfUnit = useFileUnitName()
  const { currency } = useMoney()
  return (unit) => toCurrencyText(nameOfUnit(unit), currency)
}

/** A unit of figures in the planner's language and the plan's currency, by 万 where chosen; values by `shownScale`. */
export function useFigureUnit(): (unit: string) => string {
  const nameOfUnit = useUnitName()
  const isByWan = useIsWan()
  return (unit) => nameOfUnit(isByWan ? wanStep(unit).unit : unit)
}

/** Whether large numbers go by 万 and 亿. */
export function useIsWan(): boolean {
  const zhNumbers = useSettings((state) => state.zhNumbers)
  return useLanguage() === 'zh' && zhNumbers === 'wan'
}

/** The same outside the screen, as in a formatter. */
export function isWan(): boolean {
  return currentLanguage() === 'zh' && useSettings.getState().zhNumbers === 'wan'
}

/** Outside the screen, as of an edit that no screen makes. */
export function currentWords(): Words {
  return WORDS[currentLanguage()]
}

/**
 * A unit as an axis shows it that ends at `most`, and what its values are multiplied by: money is kept in US dollars;
 * where numbers go by 万 the axis does, too. Other units stand as they are.
 */
export function useShownUnit(unit: string, most: number): { readonly unit: string; readonly scale: number } {
  const money = useMoney()
  const rate = moneyScale(unit, money)
  const step = useIsWan() ? wanAxis(unit, most * rate) : { unit, scale: 1 }
  const name = useUnitName()(step.unit)
  const scale = rate * step.scale
  return useMemo(() => ({ unit: name, scale }), [name, scale])
}
