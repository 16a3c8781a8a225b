import { expect, test } from 'vitest'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import {
  copyValue,
  type Field,
  readAt,
  readTyped,
  showFallback,
  showShort,
  showValue,
  toFaultPath,
  unitOf,
  writeAt,
} from './field.ts'

const share: Field = { path: 'x', head: 'x', kind: 'share' }
const power: Field = { path: 'x', head: 'x', kind: 'number', unit: 'MW', isOptional: true }

test('what is shown reads back as the same value', () => {
  for (const value of [0.07, 0.1, 1 / 3, 0.123456789]) {
    const read = readTyped(share, showValue(share, value))
    expect('value' in read && Math.abs((read.value as number) - value) < 1e-11).toBe(true)
  }
  expect(readTyped(power, showValue(power, 1234.5))).toEqual({ value: 1234.5 })
})

test('an optional field left empty is taken out; other text is refused with what was expected', () => {
  expect(readTyped(power, ' ')).toEqual({ value: undefined })
  expect(readTyped(power, 'lots')).toEqual({ expected: 'a number of MW' })
  expect(readTyped({ ...power, isOptional: false }, '')).toEqual({ expected: 'a number of MW' })
})

test('yes and no are read in both languages; what is neither is refused instead of being taken for no', () => {
  const flag: Field = { path: 'x', head: 'x', kind: 'flag' }
  expect(['TRUE', 'yes', '是', '1'].map((text) => readTyped(flag, text))).toEqual(
    Array(4).fill({ value: true }),
  )
  expect(['FALSE', 'no', '否', '0'].map((text) => readTyped(flag, text))).toEqual(
    Array(4).fill({ value: false }),
  )
  expect(readTyped(flag, 'perhaps')).toEqual({ expected: 'yes or no' })
})

test('a value of the catalog is shown as one of the field', () => {
  const of = (kind: Field['kind'], text: string) =>
    showFallback({ path: 'x', head: 'x', kind, fallback: () => text }, {}, {} as Catalog)
  expect(of('number', '75000')).toBe('75,000')
  expect(of('share', '45')).toBe('45')
  expect(of('number', 'at once')).toBe('at once')
})

test('values are read and written below a path, and taken out', () => {
  const plan = { sites: [{ power: { gridLimitMw: 3 } }] }
  writeAt(plan, ['sites', 0, 'power', 'gridLimitMw'], 4)
  writeAt(plan, ['sites', 0, 'power', 'note'], 'queue')
  expect(readAt(plan, ['sites', 0, 'power'])).toEqual({ gridLimitMw: 4, note: 'queue' })
  writeAt(plan, ['sites', 0, 'power', 'note'], undefined)
  expect(plan).toEqual({ sites: [{ power: { gridLimitMw: 4 } }] })
  expect(toFaultPath(['sites', 0, 'power'])).toBe('sites[0].power')
})

test('a comma that may be a decimal point is refused with what it should be; a text keeps its commas when copied', () => {
  expect(readTyped(power, '4,2')).toEqual({ expected: 'a number of MW, decimals after a point' })
  expect(readTyped(power, '1,200')).toEqual({ value: 1200 })
  const note: Field = { path: 'note', head: 'Note', kind: 'text' }
  expect(copyValue(note, 'colo, in steps')).toBe('colo, in steps')
  expect(copyValue(power, 1200)).toBe('1200')
  expect(readTyped(note, 'two\r\n lines ')).toEqual({ value: 'two lines' })
})

const numbers: Field = { path: 'x', head: 'x', kind: 'numbers' }
test.each([
  ['a price typed in another currency', power, 54.112554112554, '54.113'],
  ['what may have been typed', power, 12.34567, '12.34567'],
  ['a whole number', power, 123_456_789, '123,456,789'],
  ['a large one with its cents', power, 1_234_567.891_23, '1,234,568'],
  ['a small one', power, 0.000_123_456_789, '0.00012346'],
  ['a third', share, 1 / 3, '33.333'],
  ['a list', numbers, [1 / 3, 2, 0.5], '0.33333, 2, 0.5'],
  ['nothing', power, undefined, ''],
])('%s is shown to be read', (_, field, value, shown) => {
  expect(showShort(field, value)).toBe(shown)
})

test('by 万 a plain number is in the unit of the head, and what says its unit is in that', () => {
  const capex: Field = {
    ...{ path: 'x', head: 'x', kind: 'number', unit: 'M$/MW' },
    step: { unit: '万$/MW', scale: 100 },
    money: { currency: 'CNY', rates: { USD: 1, EUR: 0.9, CNY: 7, JPY: 150 } },
  }
  expect(unitOf(capex)).toBe('万$/MW')
  expect(showValue(capex, 11.5)).toBe('8,050')
  for (const text of ['8050', '8,050', '８０５０', '8.05e3', '8050 万元/MW', '80.5 M CN¥/MW', '11.5 M$/MW'])
    expect(readTyped(capex, text), text).toEqual({ value: 11.5 })
  expect(readTyped({ ...capex, kind: 'numbers' }, '8050, 700')).toEqual({ value: [11.5, 1] })
  expect(readTyped(capex, '(700)')).toEqual({ value: -1 })
  const link: Field = {
    ...{ path: 'x', head: 'x', kind: 'number', unit: 'Mtok/s' },
    step: { unit: '万 tok/s', scale: 100 },
  }
  expect(readTyped(link, '250')).toEqual({ value: 2.5 })
  expect(readTyped(link, '250 万 tok/s')).toEqual({ value: 2.5 })
  expect(readTyped(link, '2.5 Mtok/s')).toEqual({ value: 2.5 })
})
