import type { Field } from '../../grid/field.ts'
import { choice, NAME, NOTE } from '../layers/fields/commonFields.ts'

const DATE_HELP = 'A day, month or quarter, as in 2028-01-15, 2028-01 or 2028Q1'
const FROM: Field = { path: 'from', head: 'Holds from', kind: 'date', widthPx: 110, help: DATE_HELP }

const TOKEN_PRICES: readonly Field[] = (
  [
    ['usdPerMInput', 'Input tokens'],
    ['usdPerMCachedInput', 'Cached input tokens'],
    ['usdPerMOutput', 'Output tokens'],
  ] as const
).map(([path, head]) => ({
  ...{ path, head, unit: '$/Mtok', kind: 'number' as const },
  ...(path === 'usdPerMCachedInput' ? { isOptional: true } : {}),
}))

export const ACCEL_PRICE_FIELDS: readonly Field[] = [
  FROM,
  { path: 'usdPerAccelH', head: 'Price', unit: '$/accelerator-h', kind: 'number' },
  NOTE,
]

export const API_PRICE_FIELDS: readonly Field[] = [FROM, ...TOKEN_PRICES, NOTE]

export const SELL_PRICE_FIELDS: readonly Field[] = [
  FROM,
  {
    ...{ path: 'classId', head: 'Class', kind: 'text', isOptional: true, widthPx: 150 },
    help: 'Of this class alone, as in batch-simple; empty: of all that have none of their own',
  },
  ...TOKEN_PRICES,
  NOTE,
]

/** Of a market for what is left over: tokens, or hours of accelerators. */
export function salePriceFields(kind: 'tokens' | 'accelerator-hours'): readonly Field[] {
  const unit = kind === 'tokens' ? '$/Mtok' : '$/accelerator-h'
  return [FROM, { path: 'usd', head: 'Price', unit, kind: 'number' }, NOTE]
}

export const MOVE_FIELDS: readonly Field[] = [
  { ...NAME, widthPx: 200 },
  {
    ...{ path: 'side', head: 'Side', kind: 'choice', options: choice('buy', 'sell'), widthPx: 90 },
    help: 'buy: leases and tokens of APIs; sell: tokens and accelerator-hours sold',
  },
  {
    ...{ path: 'goods', head: 'Prices of', kind: 'choice', widthPx: 120 },
    options: choice('all', 'accelerators', 'tokens'),
    help: 'accelerators: leases, or hours sold; tokens: of APIs, or tokens sold',
  },
  FROM,
  { path: 'stepShare', head: 'Step', kind: 'share', help: 'On that day, at once: -30 is 30 % cheaper' },
  {
    path: 'changePerYear',
    head: 'Change a year',
    kind: 'share',
    help: 'From that day on, on top of the step',
  },
  {
    ...{ path: 'until', head: 'Change ends', kind: 'date', isOptional: true, widthPx: 110 },
    help: 'Prices then stay; empty: the change goes on',
  },
  NOTE,
]
