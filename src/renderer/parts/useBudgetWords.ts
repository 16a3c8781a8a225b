import type { BudgetUse } from '../../engine/results/money/budgetUse.ts'
import { formatAmount, formatNumber, formatPeriod, formatUsd } from '../format/numbers.ts'
import { useFigureUnit, useWords } from '../words/useWords.ts'
import { useFigureText } from './useFigureText.ts'

interface BudgetWords {
  readonly name: (use: BudgetUse) => string
  readonly span: (use: BudgetUse) => string
  readonly amount: (use: BudgetUse, value: number) => string
  /** What one more unit saves. */
  readonly worth: (use: BudgetUse) => string
}

/** Budgets and their amounts as screens say them. */
export function useBudgetWords(): BudgetWords {
  const words = useWords()
  const nameOfUnit = useFigureUnit()
  const figureText = useFigureText()
  const { budgets } = words.money
  return {
    name: ({ name }) => words.limits.families[name],
    span: ({ from, to }) =>
      from === to ? formatPeriod(from) : words.overview.span(formatPeriod(from), formatPeriod(to)),
    amount: ({ unit }, value) => {
      if (unit === 'Mtok') return budgets.tokens(formatAmount(value * 1e6))
      if (unit === 'M$') return formatUsd(value * 1e6, 4)
      const { number, unit: shown } = figureText(unit, value, 4)
      return `${number} ${shown}`
    },
    worth: ({ unit, worthUsdPerUnit: usd }) => {
      if (usd === null) return '—'
      // The same in any currency: what a million more saves, in millions.
      if (unit === 'M$') return budgets.ofMillion(formatNumber(usd / 1e6), nameOfUnit('M$'))
      return budgets.per(formatUsd(usd), unit === 'Mtok' ? budgets.million : nameOfUnit(unit))
    },
  }
}
