import { expect, test } from 'vitest'
import { headInStep, inWanWords } from './inWanWords.ts'
import { zh } from './zh.ts'

test('heads of money and speeds count by 万, in texts made when asked for, too', () => {
  const words = inWanWords(zh)
  expect(words.money.present).toBe('现值（万美元）')
  expect(words.flows.linkLimit).toBe('链路上限（万 tok/s）')
  expect(words.demand.costMusd).toBe('成本（万美元）')
  // A price of a million tokens stays one.
  expect(words.money.perMTok).toBe(zh.money.perMTok)
})

test('a head says the step of its numbers, also of a price that has none in its words', () => {
  expect(headInStep('成本（万美元）', '亿$')).toBe('成本（亿美元）')
  expect(headInStep('成本（万美元）', '万$')).toBe('成本（万美元）')
  expect(headInStep('单价（美元/kW）', '万$/kW')).toBe('单价（万美元/kW）')
  expect(headInStep('单价（美元/kW）', '$/kW')).toBe('单价（美元/kW）')
})
