import { expect, test } from 'vitest'
import { supplyNames, supplyNamesOfPlan } from '../../src/catalog/supplyNames.ts'
import { readCatalog } from '../../src/main/readCatalog.ts'
import { Plan } from '../../src/plan/schema/plan.ts'
import { costLineName } from '../../src/report/words/costLineName.ts'
import { getWords } from '../../src/report/words/words.ts'
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

test('a name of the plan goes before the technology; an id that two sites call differently stays an id', async () => {
  const catalog = await readCatalog()
  const plan = Plan.parse(oneSiteDocument)
  const [pv, other] = catalog.energy_sources
  const siteWith = (own: { id: string; energySourceId: string; name?: string }) => {
    const power = Plan.shape.sites.element.shape.power
      .pick({ onSite: true })
      .parse({ onSite: [{ ...own, maxMw: 1, unitMw: 1 }] })
    return { ...plan.sites[0]!, power: { ...plan.sites[0]!.power, ...power } }
  }
  const field = siteWith({ id: 'sun', energySourceId: pv!.id, name: 'South field' })
  expect([...supplyNames(field, catalog).values()]).toEqual(['South field'])
  const roof = siteWith({ id: 'sun', energySourceId: pv!.id })
  const engine = siteWith({ id: 'engine', energySourceId: other!.id })
  expect([...supplyNamesOfPlan({ sites: [field, field, engine] }, catalog)]).toEqual([
    ['sun', 'South field'],
    ['engine', other!.technology],
  ])
  expect(supplyNamesOfPlan({ sites: [field, roof] }, catalog).get('sun')).toBe('sun')
})

test('a line of cost is called by the name of its plant', () => {
  const { economics } = getWords('en')
  const names = { supply: (id: string) => (id === 'sun' ? 'South field' : id) }
  expect(costLineName('Plant sun', economics, names)).toBe('Plant South field')
  expect(costLineName('Fuel and variable sun', economics, names)).toBe('Fuel and variable South field')
  expect(costLineName('Contract other', getWords('zh').economics, names)).toMatch(/other$/)
})
