import { expect, test } from 'vitest'
import { parseQuantity } from './quantity.ts'

test.each([
  ['12', 'MW', 12],
  ['1.2 GW', 'MW', 1200],
  ['850 kW', 'MW', 0.85],
  ['40 c/kWh', '$/MWh', 400],
  ['12 %', 'share', 0.12],
  ['3.5M', '', 3.5e6],
  ['1,250,000', '', 1250000],
  ['2 years', 'months', 24],
  ['−0.5', '', -0.5],
  ['1e3', '', 1000],
  ['.5', '', 0.5],
])('%s in %s is %s', (text, unit, value) => expect(parseQuantity(text, unit)).toBe(value))

test.each(['', 'abc', '12 MWh', '1.2.3', '--4', '5 apples'])('%s is no quantity of MW', (text) =>
  expect(parseQuantity(text, 'MW')).toBeUndefined(),
)
