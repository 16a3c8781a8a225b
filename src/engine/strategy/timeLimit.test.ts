import { expect, test } from 'vitest'
import { timeLimitBySizeS } from './timeLimit.ts'

test('a problem that the simplex cannot bound has the time of two runs of the interior point', () => {
  expect([20_000, 274_999, 275_000, 699_999, 700_000, 2e6].map(timeLimitBySizeS)).toEqual([
    ...[120, 120, 900, 900, 3600, 3600],
  ])
})
