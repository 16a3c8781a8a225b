import { expect, test } from 'vitest'
import { wanAxis } from '../../src/report/inWan.ts'
import { createFormat } from '../../src/report/write/numbers.ts'

test('a price goes by 万 from ten thousand on, in any currency, and says so', () => {
  const { unit } = createFormat('zh')
  expect(wanAxis('$ per accelerator', 30_000)).toEqual({ unit: '万$ per accelerator', scale: 1e-4 })
  expect(wanAxis('$/kW', 9_999)).toEqual({ unit: '$/kW', scale: 1 })
  expect(wanAxis('$', 3.2e8)).toEqual({ unit: '亿$', scale: 1e-8 })
  expect(wanAxis('CN¥/kW', 12_000)).toEqual({ unit: '万CN¥/kW', scale: 1e-4 })
  expect(['万$ per accelerator', '万$/kW', '万CN¥/kW', '亿$'].map(unit)).toEqual([
    ...['万美元/颗加速器', '万美元/kW', '万人民币/kW', '亿美元'],
  ])
})
