import { expect, test } from 'vitest'
import { inputCell, inputNames, unitOfInput } from '../../src/report/ledger/inputText.ts'
import type { Named } from '../../src/report/ledger/referenceName.ts'
import { thingNames } from '../../src/report/words/thingNames.ts'
import { getWords } from '../../src/report/words/words.ts'
import { createFormat } from '../../src/report/write/numbers.ts'
import { catalog, plan } from './sampleReport.ts'

const named: Named = { plan, catalog, names: thingNames(plan, catalog, 'en') }
const { fieldWords, inputWords } = getWords('en').assumptions
const words = { fieldWords, ...inputWords }
const cell = (path: string, value: Parameters<typeof inputCell>[2]) => inputCell(named, path, value, words)

test('an input that refers to a thing is told by its name, a choice as its list has it', () => {
  const { catalogRegionId } = plan.sites[0]!
  expect(cell(`sites[${plan.sites[0]!.id}].catalogRegionId`, catalogRegionId)).toBe(
    catalog.regions.find(({ id }) => id === catalogRegionId)!.name,
  )
  expect(cell(`demand[${plan.demand[0]!.id}].archetypeId`, plan.demand[0]!.archetypeId)).toBe(
    catalog.demand_archetypes.find(({ id }) => id === plan.demand[0]!.archetypeId)!.name,
  )
  expect(cell('demand[chat-user].growth', 'logistic')).toBe('S-curve')
  expect(cell('routing.mustServe', true)).toBe('yes')
  expect(cell('budget.capexMusd', undefined)).toBeNull()
})

test('things on the way to an input have their names, one without a name its place', () => {
  const [site] = plan.sites
  expect(inputNames([named], `sites[${site!.id}].power.gridLimitMw`, words)).toEqual([
    ...['grid limit', 'power', site!.name, 'sites'],
  ])
  expect(inputNames([named], `sites[${site!.id}].catalogRegionId`, words)[0]).toBe('catalog region')
  const [accelerator] = plan.accelerators
  expect(inputNames([named], `accelerators[${accelerator!.id}].priceUsdPerUnit`, words)[1]).toBe(
    named.names.accelerator(accelerator!.id),
  )
  const [region] = plan.regions
  expect(inputNames([named], `demand[${plan.demand[0]!.id}].regionShares.${region!.id}`, words)[0]).toBe(
    region!.name,
  )
  expect(inputNames([named], `demand[${plan.demand[0]!.id}].steps[0].addUnits`, words)[1]).toBe('1')
})

test('shares below a field of several are shares, whatever their keys', () => {
  expect(unitOfInput('demand[chat].regionShares.lon')).toBe('share')
  expect(unitOfInput('routing.utilisationCap.realtime')).toBe('share')
  expect(unitOfInput('sites[ash].power.ratchetOnlyMonths')).toBe('')
})

test('a number stands to its last digit, so that two that differ look different', () => {
  const { figure } = createFormat('en')
  const said = (path: string, value: number) => figure(cell(path, value) as Parameters<typeof figure>[0])
  expect(said('finance.discountRatePerYear', 0.08)).toBe('8 % a year')
  expect(said('routing.stickyShare', 0.08125)).toBe('8.125 %')
  expect(said('sites[ash].power.gridLimitMw', 40.125)).toBe('40.125 MW')
  expect(said('sites[ash].power.gridLimitMw', 1200)).toBe('1,200 MW')
})
