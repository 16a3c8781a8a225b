import type { TraceInput } from '../../../engine/trace/trace.ts'
import { formatNumber } from '../../format/numbers.ts'
import { useMoney } from '../../state/plan/money.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useWords } from '../../words/useWords.ts'
import { TraceSource } from './TraceSource.tsx'

const DIGITS = 6

/** The exchange rate at which a trace shows money, with its day and source; nothing for US dollars. */
export function TraceRate() {
  const words = useWords().trace
  const { plan } = usePlan()
  const { currency, rates } = useMoney()
  if (currency === 'USD') return null
  const isOwn = plan.currency.perUsd[currency] !== undefined
  const input: TraceInput = {
    ...{ word: 'exchangeRate', value: rates[currency], unit: '' },
    ...(isOwn
      ? { path: `currency.perUsd.${currency}` }
      : { cell: { table: 'exchange_rates', rowId: currency.toLowerCase(), column: 'per_usd' } }),
  }
  return (
    <li>
      <span>{words.words.exchangeRate}</span>
      <b>{words.rate(`${formatNumber(rates[currency], DIGITS)} ${currency}`)}</b>
      <TraceSource input={input} />
    </li>
  )
}
