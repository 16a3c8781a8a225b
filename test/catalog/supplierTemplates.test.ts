import { expect, test } from 'vitest'
import { supplierTemplates } from '../../src/catalog/supplierTemplates.ts'
import { readCatalog } from '../../src/main/readCatalog.ts'

const templates = supplierTemplates(await readCatalog())
const of = (id: string) => templates.filter((own) => own.supplierId === id)

test('every supplier of energy that the industry map names has a template', () => {
  // Names 10 to 20 of the map.
  const named = [
    ...['yangtze-river-power', 'china-nuclear-power', 'china-general-nuclear', 'three-gorges-energy'],
    ...[
      'longyuan-power',
      'huadian-new-energy',
      'nextera-energy',
      'dominion-energy',
      'duke-energy',
      'southern-company',
    ],
  ]
  expect([...named, 'exelon'].filter((id) => of(id).length === 0)).toEqual([])
})

test('hydro and nuclear are the same in every hour, sun and wind as they produce, a battery is on site', () => {
  expect(of('china-nuclear-power')).toMatchObject([{ kind: 'contract', contract: 'baseload' }])
  expect(of('longyuan-power')).toMatchObject([{ kind: 'contract', contract: 'pay-as-produced' }])
  expect(of('nextera-energy').map((own) => own.kind)).toEqual(['contract', 'contract', 'on-site'])
  expect(of('dominion-energy')).toMatchObject([{ kind: 'tariff', row: { id: 'us-nova' } }])
  // EIA, North Carolina's industry in 2023: 7.15 cents a kWh.
  expect(of('duke-energy')).toMatchObject([
    { kind: 'tariff', row: { id: 'us-ncarolina', priceUsdMwh: 71.5, confPrice: 'A', confInterconnect: 'C' } },
  ])
})
