import { expect, test } from 'vitest'
import { faultWords } from '../words/faultWords.ts'
import type { Field } from './field.ts'
import { fieldExpectation } from './fieldExpectation.ts'

const said = { unit: '', labels: [], listed: (items: readonly string[]) => items.join(', ') }
const zh = faultWords('zh')

test('a choice is told by the names of its list, never by the words of the file', () => {
  const field: Field = { path: 'growth', head: 'Growth', kind: 'choice' }
  const told = (labels: string[], listed = said.listed) =>
    fieldExpectation(field, 'one of "cagr"|"logistic"', { ...said, labels, listed })
  expect(told(['compound', 'S-curve'])).toBe('one of compound, S-curve')
  expect(zh.expected(told(['复合增长', 'S 曲线'], (items) => items.join('、')))).toBe(
    '以下之一：复合增长、S 曲线',
  )
  const many = Array.from({ length: 30 }, (_, index) => `chip ${index}`)
  expect(told(many)).toBe('one of the 30 of its list, such as chip 0, chip 1, chip 2')
  expect(zh.expected(told(many))).toBe('列表 30 项之一，例如 chip 0, chip 1, chip 2')
})

test('bounds are told in the unit and the currency of the cell, shares in per cent', () => {
  const share: Field = { path: 's', head: 'S', kind: 'share' }
  const percent = { ...said, unit: '%' }
  expect(fieldExpectation(share, 'a share from 0 to 1', percent)).toBe('from 0 % to 100 %')
  expect(fieldExpectation(share, 'number <=0.5', percent)).toBe('at most 50 %')
  expect(fieldExpectation(share, 'number', percent)).toBe('a number of %')
  const price: Field = {
    ...{ path: 'p', head: 'P', kind: 'number', unit: '$/MWh' },
    money: { currency: 'CNY', rates: { USD: 1, EUR: 0.9, CNY: 7, JPY: 150 } },
  }
  const yuan = { ...said, unit: 'CN¥/MWh' }
  expect(fieldExpectation(price, 'number <=10', yuan)).toBe('at most 70 CN¥/MWh')
  expect(fieldExpectation(price, 'a number above 0', yuan)).toBe('more than 0 CN¥/MWh')
  expect(fieldExpectation(price, 'a number of $/MWh, decimals after a point', yuan)).toBe(
    'a number of CN¥/MWh, decimals after a point',
  )
  for (const [english, chinese] of [
    ['from 0 % to 100 %', '0 % 到 100 %'],
    ['at most 50 %', '不大于 50 %'],
    ['more than 0 元/MWh', '大于 0 元/MWh'],
    ['0 MW or more', '不小于 0 MW'],
    ['less than 3', '小于 3'],
  ] as const)
    expect(zh.expected(english)).toBe(chinese)
})

test('what a schema says in the words of its language is said in plain ones, in English too', () => {
  const { expected } = faultWords('en')
  expect(expected('number')).toBe('a number')
  expect(expected('number >=5')).toBe('5 or more')
  expect(expected('string >=1 characters')).toBe('a text')
  expect(expected('boolean')).toBe('yes or no')
  expect(expected('one of "cagr"|"logistic"')).toBe('one of compound, S-curve')
  expect(expected('a number of MW')).toBe('a number of MW')
})
