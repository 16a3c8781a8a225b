import { useMemo } from 'react'
import { moneyScale } from '../../plan/currency.ts'
import { type InputValue, isSameInput, plainInput } from '../../plan/differences.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { wanAxis } from '../../report/inWan.ts'
import { inputNames, inputWord, unitOfInput } from '../../report/ledger/inputText.ts'
import type { Named } from '../../report/ledger/referenceName.ts'
import { thingNames } from '../../report/words/thingNames.ts'
import { formatPeriod } from '../format/numbers.ts'
import { aside } from '../format/punctuation.ts'
import { type Field, showShort, showValue, withMoney } from '../grid/field.ts'
import { useMoney } from '../state/plan/money.ts'
import { useSession } from '../state/plan/session.ts'
import { seenBy, usePlan } from '../state/plan/usePlan.ts'
import { useInputWords } from './useInputWords.ts'
import { useIsWan, useLanguage, useUnitName } from './useWords.ts'

type Value = InputValue | null | undefined

/** How inputs are named and told beside each other, of several plans or of one before and after. */
export interface InputText {
  /** With the unit in which `text` writes the same values: "grid limit (MW) · power · Ashburn · sites". */
  readonly name: (path: string, values: readonly Value[]) => string
  /** The value at `index` as the field's own cell shows it: 8 %, S-curve, the name of a row of the catalog; "—" for none. */
  readonly text: (path: string, values: readonly Value[], index: number) => string
}

/** Of plans whose values stand in the same order; of one plan alone all values are its. */
export function useInputText(plans: readonly Plan[]): InputText {
  const language = useLanguage()
  const { catalog } = usePlan()
  const shipped = useSession((state) => state.catalog)
  const words = useInputWords()
  const money = useMoney()
  const isByWan = useIsWan()
  const unitName = useUnitName()
  const named = useMemo(
    () =>
      plans.map((plan): Named => {
        const own = shipped ? seenBy(plan, shipped) : catalog
        return { plan, catalog: own, names: thingNames(plan, own, language) }
      }),
    [plans, shipped, catalog, language],
  )
  /** Values that stand beside each other have one unit, by 万 or 亿 as the largest of them has it. */
  const fieldOf = (path: string, values: readonly Value[]): Field => {
    const unit = unitOfInput(path)
    if (unit.split(' ')[0] === 'share')
      return { path, head: '', kind: 'share', unit: unit.slice('share'.length) }
    const sizes = values.flat().map((own) => (typeof own === 'number' ? Math.abs(own) : 0))
    const step = isByWan ? wanAxis(unit, Math.max(0, ...sizes) * moneyScale(unit, money)) : undefined
    const field: Field = { path, head: '', kind: 'number', unit }
    return withMoney(step && step.scale !== 1 ? { ...field, step } : field, money)
  }
  return {
    name: (path, values) => {
      const [last = '', ...above] = inputNames(named, path, words)
      const { step, unit = '' } = fieldOf(path, values)
      const shown = unitName(step?.unit ?? unit.trim())
      return [shown === '' ? last : aside(last, shown), ...above].join(' · ')
    },
    text: (path, values, index) => {
      const value = values[index]
      if (!isKnown(value) || value === '') return '—'
      if (isNumeric(value)) return numberText(fieldOf(path, values), value, values)
      if (typeof value === 'string' && /^\d{4}Q[1-4]$/.test(value)) return formatPeriod(value)
      const own = named[index] ?? named[0]
      return own ? inputWord(own, path, value, words) : plainInput(value)
    },
  }
}

const isNumeric = (value: InputValue): value is number | readonly number[] =>
  typeof value === 'object' ? value.every((own) => typeof own === 'number') : typeof value === 'number'

/** As its cell shows it, and whole where another value would else look the same. */
function numberText(field: Field, value: number | readonly number[], values: readonly Value[]): string {
  const short = showShort(field, value)
  const isLike = values.some(
    (own) => isKnown(own) && isNumeric(own) && !isSameInput(own, value) && showShort(field, own) === short,
  )
  const text = isLike ? showValue(field, value) : short
  return field.kind === 'share' ? text.replaceAll(/[^,\s]+(?=, |$)/g, '$& %') : text
}

const isKnown = (value: Value): value is InputValue => value !== undefined && value !== null
