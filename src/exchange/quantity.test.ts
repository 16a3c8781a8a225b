import { expect, test } from 'vitest'
import type { Money } from '../plan/currency.ts'
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
  ['1 250 000', '', 1250000],
  ["1'250.5 kW", 'MW', 1.2505],
  ['-1,250', '', -1250],
  ['3万', '', 3e4],
  ['1.5 亿', '', 1.5e8],
  ['36 万亿', '', 3.6e13],
  ['１，２００．５', '', 1200.5],
  ['(1,200)', '', -1200],
  ['（2 %）', 'share', -0.02],
  ['12 万千瓦', 'MW', 120],
  ['1.2 吉瓦', 'MW', 1200],
  ['500 兆瓦', 'MW', 500],
  ['6 个月', 'months', 6],
  ['2 年', 'months', 24],
  ['1.2 秒', 'ms', 1200],
])('%s in %s is %s', (text, unit, value) => expect(parseQuantity(text, unit)).toBe(value))

test.each([
  '',
  'abc',
  '12 MWh',
  '1.2.3',
  '--4',
  '5 apples',
  '4,2',
  '0,5 GW',
  '1,25,000',
  '1 2',
  "1,250'000",
  '(-4)',
  '3 万吨',
])('%s is no quantity of MW', (text) => expect(parseQuantity(text, 'MW')).toBeUndefined())

const rates = { USD: 1, EUR: 0.8, CNY: 7, JPY: 150 }
const euros: Money = { currency: 'EUR', rates }
const dollars: Money = { currency: 'USD', rates }
const yen: Money = { currency: 'JPY', rates }

test.each([
  ['1.2 M€', 'M$', dollars, 1.5],
  ['€1.2M', 'M$', dollars, 1.5],
  ['1.2 million', 'M$', dollars, undefined],
  ['0.35 CNY/kWh', '$/MWh', dollars, 50],
  ['0.35 元/kWh', '$/MWh', dollars, 50],
  ['0.35 元/度', '$/MWh', dollars, 50],
  ['350 元/兆瓦时', '$/MWh', dollars, 50],
  ['1.2 B', 'M$', dollars, 1200],
  ['10M', 'M$/MW', dollars, 10],
  ['3亿', 'M$', dollars, 300],
  ['700万元', '$', dollars, 1e6],
  ['14 百万元', 'M$', dollars, 2],
  ['30 c/kWh', '$/MWh', dollars, 300],
  ['30 c/kWh', '$/MWh', euros, 375],
  ['30 c/kWh', '$/MWh', yen, 300],
  ['40', '$/MWh', euros, 50],
  ['40 $/MWh', '$/MWh', euros, 40],
  ['$40/MWh', '$/MWh', euros, 40],
  ['€40', '$/MWh', dollars, 50],
  ['40 EUR/MWh', '$/MWh', dollars, 50],
  ['¥1500', '$', yen, 10],
  ['¥1,400', '$', dollars, 200],
  ['8 M€/MW', 'M$/MW', dollars, 10],
  ['8 €/W', 'M$/MW', dollars, 10],
  ['−8 €', '$', dollars, -10],
  ['2.4 €/accelerator-h', '$/accelerator-h', dollars, 3],
  ['5 €', 'MW', dollars, undefined],
  ['5 €', '$', undefined, undefined],
  ['5 USD', '$', undefined, 5],
  ['5 £', '$', dollars, undefined],
])('%s in %s is so many US dollars', (text, unit, money, value) =>
  expect(parseQuantity(text, unit, money)).toBe(value),
)
