import { useMemo, useRef } from 'react'
import { type Money, moneyScale } from '../../plan/currency.ts'
import { type Step, wanAxis } from '../../report/inWan.ts'
import { useMoney } from '../state/plan/money.ts'
import { useIsWan } from '../words/useWords.ts'
import { type Field, readAt, toPath, withMoney } from './field.ts'

/**
 * Fields as they are shown and typed: money in the currency of the plan; by 万 or 亿 where chosen, as the largest value of
 * a column has it. A column keeps its unit as long as it stands, so that it does not change under the hands of who types.
 */
export function useShownFields(fields: readonly Field[], rows: readonly unknown[]): readonly Field[] {
  const money = useMoney()
  const isByWan = useIsWan()
  const kept = useRef(new Map<string, Step>())
  const rowsThen = useRef(rows)
  rowsThen.current = rows
  return useMemo(() => {
    const stepOf = (field: Field, unit: string): Step => {
      const key = `${field.path} ${unit} ${money.currency}`
      const step = kept.current.get(key) ?? wanAxis(unit, mostOf(field, unit, rowsThen.current, money))
      kept.current.set(key, step)
      return step
    }
    return fields.map((given) => {
      const field = withMoney(given, money)
      const { unit } = field
      const step = isByWan && unit !== undefined ? stepOf(field, unit) : undefined
      return step !== undefined && step.scale !== 1 ? { ...field, step } : field
    })
  }, [fields, money, isByWan])
}

/** The largest number of a column, in the currency shown. */
function mostOf(field: Field, unit: string, rows: readonly unknown[], money: Money): number {
  const values = rows.flatMap((row) => readAt(row, toPath(field.path)))
  const sizes = values.map((value) => (typeof value === 'number' ? Math.abs(value) : 0))
  return Math.max(0, ...sizes) * moneyScale(unit, money)
}
