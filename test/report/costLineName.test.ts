import { expect, test } from 'vitest'
import { costLineName } from '../../src/report/words/costLineName.ts'
import { getWords } from '../../src/report/words/words.ts'

test('a cost line is called by its whole name, or by what stands before the name of the thing', () => {
  const { economics } = getWords('zh')
  expect(costLineName('Grid energy', economics)).toBe('电网电量')
  expect(costLineName('Lease H200, 1 year reserved', economics)).toBe('租赁 H200, 1 year reserved')
  expect(costLineName('Something new', economics)).toBe('Something new')
  expect(costLineName('Grid energy', getWords('en').economics)).toBe('Grid energy')
})
