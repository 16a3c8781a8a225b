import { expect, test } from 'vitest'
import { splitAtFigures } from './splitAtFigures.ts'

test('a sentence is split at its figures, in whichever order its language has them', () => {
  expect(splitAtFigures((a, b) => `${a} tokens a day (${b}/s)`, 2)).toEqual([0, ' tokens a day (', 1, '/s)'])
  expect(splitAtFigures((a, b) => `每秒 ${b}，每天 ${a}`, 2)).toEqual(['每秒 ', 1, '，每天 ', 0])
})
