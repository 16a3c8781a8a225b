import { moneyScale } from '../../plan/currency.ts'
import { wanAxis } from '../../report/inWan.ts'
import { formatNumber } from '../format/numbers.ts'
import { useMoney } from '../state/plan/money.ts'
import { isWan, useUnitName } from '../words/useWords.ts'

interface FigureText {
  readonly number: string
  readonly unit: string
}

/**
 * How a figure is written that stands alone beside its unit: in the plan's currency and, by 万, with the step that suits it,
 * as in 15.07 亿美元. Numbers of a column keep the one step of its head.
 */
export function useFigureText(): (
  unit: string,
  value: number | null | undefined,
  digits?: number,
) => FigureText {
  const money = useMoney()
  const nameOfUnit = useUnitName()
  return (unit, value, digits = 3) => {
    if (value === null || value === undefined) return { number: formatNumber(value), unit: nameOfUnit(unit) }
    const shown = value * moneyScale(unit, money)
    const step = isWan() ? wanAxis(unit, Math.abs(shown)) : { unit, scale: 1 }
    return { number: formatNumber(shown * step.scale, digits), unit: nameOfUnit(step.unit) }
  }
}
