import { expect, test } from 'vitest'
import { readCatalog } from '../../src/main/readCatalog.ts'
import { Plan } from '../../src/plan/schema/plan.ts'
import { supplyNames } from '../../src/renderer/parts/supplyNames.ts'
import { oneSiteDocument } from '../fixtures/oneSite.ts'

test('contracts and plant are called by their technology, by their id too where two are the same', async () => {
  const catalog = await readCatalog()
  const site = Plan.parse(oneSiteDocument).sites[0]!
  const [pv, other] = catalog.energy_sources
  const plants = [
    ['roof', pv!.id],
    ['field', pv!.id],
    ['alone', other!.id],
    ['odd', 'no-such-source'],
  ].map(([id, energySourceId]) => ({ id, energySourceId, maxMw: 1, unitMw: 1 }))
  const power = {
    ...site.power,
    ...Plan.shape.sites.element.shape.power.pick({ onSite: true }).parse({ onSite: plants }),
  }
  expect([...supplyNames({ power }, catalog).values()]).toEqual([
    `${pv!.technology} (roof)`,
    `${pv!.technology} (field)`,
    other!.technology,
    'odd',
  ])
})
