import { expect, test } from 'vitest'
import { faultPlace } from './faultPlace.ts'

const plan = { sites: [{ id: 'dal', name: 'Dallas', power: { gridLimitMw: 4 } }], models: [{ id: 'small' }] }

test('a path of the plan is said by list, row, name and field', () => {
  expect(faultPlace('sites[0].power.gridLimitMw', plan, 'en')).toBe(
    'sites · row 1 (Dallas) · power · grid limit',
  )
  expect(faultPlace('sites[0].power.gridLimitMw', plan, 'zh')).toBe(
    '站点 · 第 1 行（Dallas） · 电力 · 电网上限',
  )
  expect(faultPlace('models[0].quality', plan, 'en')).toBe('models · row 1 (small) · quality')
})

test('a row that the plan does not have yet is said by its number', () => {
  expect(faultPlace('sites[7].name', plan, 'en')).toBe('sites · row 8 · name')
  expect(faultPlace('sites[7].name', null, 'en')).toBe('sites · row 8 · name')
})

test('what is no path of the plan stands as it is', () => {
  for (const own of ['row 12, column price_usd_mwh', '--template', 'file'])
    expect(faultPlace(own, plan, 'en')).toBe(own)
})
