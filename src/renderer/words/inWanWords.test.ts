import { expect, test } from 'vitest'
import { inWanWords } from './inWanWords.ts'
import { zh } from './zh.ts'

test('heads of money and speeds count by 万, in texts made when asked for, too', () => {
  const words = inWanWords(zh)
  expect(words.money.present).toBe('现值（万美元）')
  expect(words.flows.linkLimit).toBe('链路上限（万 tok/s）')
  expect(words.demand.costMusd).toBe('成本（万美元）')
  // A price of a million tokens stays one.
  expect(words.money.perMTok).toBe(zh.money.perMTok)
})
