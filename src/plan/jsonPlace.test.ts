import { expect, test } from 'vitest'
import { jsonPlace } from './jsonPlace.ts'

function placeOf(text: string) {
  try {
    JSON.parse(text)
  } catch (error) {
    return jsonPlace(text, error)
  }
  throw new Error('It is JSON')
}

test('a fault of JSON names the line and shows what stands there', () => {
  expect(placeOf('{\n "a": 1,\n}')).toEqual({ path: 'file, line 3', value: '}' })
  expect(placeOf('{\n "a": [1\n')).toEqual({ path: 'file, line 2', value: '"a": [1' })
  expect(placeOf('hello')).toEqual({ path: 'file, line 1', value: 'hello' })
})
