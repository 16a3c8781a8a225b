import { expect, test } from 'vitest'
import { findFaults } from '../../plan/fault.ts'
import { readProfileHours } from './profileText.ts'

const day = (last: string) => [...Array.from({ length: 23 }, () => '1'), last].join(', ')

test('a day in one line or a week in rows', () => {
  expect(readProfileHours(day('2.5'))).toHaveLength(24)
  const week = Array.from({ length: 7 }, () => day('2').replaceAll(', ', '\t')).join('\n')
  expect(readProfileHours(week)).toHaveLength(168)
})

test('23 hours, a word, an hour below zero and a day of zeros are faults that name the field', () => {
  const fault = (text: string) => findFaults(() => readProfileHours(text))[0]
  expect(fault(day(''))).toEqual({
    path: 'profile.hours',
    value: '23 hours',
    expected: '24 hours of a day or 168 of a week',
  })
  expect(fault(day('noon'))).toMatchObject({ path: 'profile.hours[23]', value: 'noon' })
  expect(fault(day('-1'))).toMatchObject({ path: 'profile.hours[23]', value: -1 })
  expect(fault(day('0').replaceAll('1', '0'))).toMatchObject({ expected: 'an hour above 0' })
})
