import { expect, test } from 'vitest'
import { energyFlows } from '../../../engine/results/builds/energyFlows.ts'
import { servedByHour } from '../../../engine/results/tokens/servedPairs.ts'
import { energySankey } from './energySankey.view.ts'
import { moneySankey } from './moneySankey.view.ts'
import { tokenSankey } from './tokenSankey.view.ts'
import { reachDegrees } from './worldMap.view.ts'

const flow = (classId: string, regionId: string, to: string, tokS: number) => ({
  ...{ period: '2027Q1', classId, regionId, to, tokS, tokSBySlice: [] },
})
const share = (classId: string, modelId: string, placeId: string, mTok: number) => ({
  ...{ placeId, classId, modelId, period: 0, costMusd: 1, weight: 1, mTok },
})

test('what comes to a node of the token flow leaves it', () => {
  const result = {
    periods: ['2027Q1'],
    flows: [
      flow('simple', 'east', 'ash', 30),
      flow('simple', 'west', 'lease', 10),
      flow('complex', 'east', 'ash', 60),
    ],
  }
  const shares = [
    share('simple', 'small', 'ash', 3),
    share('simple', 'small', 'lease', 1),
    share('complex', 'large', 'ash', 6),
  ]
  const names = new Map([['ash', 'Ashburn']])
  const { flows, labels } = tokenSankey(
    result as never,
    shares,
    '2027Q1',
    (_, id) => names.get(id) ?? id,
    () => 'edge',
  )
  const through = (id: string) => [
    flows.filter((own) => own.to === id).reduce((sum, own) => sum + own.flow, 0),
    flows.filter((own) => own.from === id).reduce((sum, own) => sum + own.flow, 0),
  ]
  expect(through('c:simple')).toEqual([40, 40])
  expect(through('m:large')).toEqual([60, 60])
  expect(through('p:ash')[0]).toBeCloseTo(90, 9)
  expect(labels['p:ash']).toBe('Ashburn')
  expect(through('p:ash')[1]).toBeCloseTo(90, 9)
  expect(through('t:edge')[0]).toBeCloseTo(100, 9)
})

test('a ring of 154 ms is 10,000 km away, a quarter around the world', () => {
  expect(reachDegrees(154)).toBeCloseTo(89.93, 2)
  expect(reachDegrees(3)).toBe(0)
})

test('tokens by place and hour of a working day come from the blocks of the result', () => {
  const slices = [
    { id: 'a', dayType: 'weekday', hoursUtc: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], hoursPerPeriod: 1 },
    {
      id: 'b',
      dayType: 'weekday',
      hoursUtc: [12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23],
      hoursPerPeriod: 1,
    },
    { id: 'c', dayType: 'weekend', hoursUtc: [0], hoursPerPeriod: 1 },
  ]
  const of = (classId: string, to: string, tokSBySlice: number[]) => ({
    ...flow(classId, 'east', to, 1),
    tokSBySlice,
  })
  const flows = [
    of('simple', 'ash', [1e6, 3e6, 9e6]),
    of('complex', 'ash', [2e6, 0, 0]),
    of('simple', 'x', [0, 4e6, 0]),
  ]
  const found = servedByHour({ flows, slices } as never, '2027Q1')
  expect(found.get('ash')![5]).toBe(3)
  expect(found.get('ash')![20]).toBe(3)
  expect(found.get('x')![11]).toBe(0)
  expect(found.get('x')![12]).toBe(4)
  expect(servedByHour({ flows, slices: [] }, '2027Q1').size).toBe(0)
})

test('electricity that comes to a site is used there, and all of it ends as heat', () => {
  const inputs = {
    slices: [{ hoursPerPeriod: 1000 }, { hoursPerPeriod: 1000 }],
    climate: [{ pue: [[1.25, 1.2]] }],
    plan: { sites: [{ id: 'ash' }, { id: 'idle' }] },
    periods: [{ label: '2027Q1' }],
  }
  const build = {
    ...{ siteId: 'ash', period: '2027Q1', drawnMwBySlice: [4, 6] },
    generatedMwBySlice: { engine: [1, 0] },
    contractMwBySlice: { wind: [2, 0] },
    storageMwBySlice: { battery: { charged: [2, 0], discharged: [0, 1.8] } },
  }
  const [own] = energyFlows(inputs as never, { builds: [build] } as never, '2027Q1')
  // Supplied: 4 + 1 + 2 - 2 = 5 MW and 6 + 1.8 = 7.8 MW, a thousand hours each; IT: 5 / 1.25 + 7.8 / 1.2.
  expect(own).toMatchObject({ gridMwh: 10_000, contractMwh: { wind: 2000 }, plantMwh: { engine: 1000 } })
  expect(own!.itMwh).toBeCloseTo(10_500, 6)
  expect(own!.overheadMwh).toBeCloseTo(2300, 6)
  expect(own!.storageLossMwh).toBeCloseTo(200, 6)
  const names = { grid: 'Grid', it: 'IT', overhead: 'Overhead', storageLoss: 'Loss', heat: 'Heat' }
  const of = new Map([
    ['ash', 'Ashburn'],
    ['ash/wind', 'Onshore wind'],
  ])
  const { flows, labels } = energySankey([own!], { ...names, of })
  const sum = (end: 'from' | 'to', id: string) =>
    flows.filter((each) => each[end] === id).reduce((total, each) => total + each.flow, 0)
  expect(sum('to', 'p:ash')).toBeCloseTo(sum('from', 'p:ash'), 6)
  expect(sum('to', 'h:heat')).toBeCloseTo(13_000, 6)
  expect(labels).toMatchObject({ 's:Onshore wind': 'Onshore wind', 's:engine': 'engine', 'p:ash': 'Ashburn' })
})

const moneyNames = {
  ...{ revenue: 'Revenue', cost: 'Cost', shortfall: 'Not covered', money: 'Money', other: 'Other' },
  ...{ netPresentValue: 'Net present value', layer: (layer: string) => layer, line: (name: string) => name },
}
const line = (layer: string, name: string, presentMusd: number) => ({
  layer,
  name,
  presentMusd,
  siteId: null,
})

test.each([
  [150, 'l:netPresentValue', 60],
  [70, 'i:shortfall', 20],
  [null, 'i:cost', 90],
])('of a revenue of %s what comes in is what goes out', (revenue, node, musd) => {
  const costs = [
    line('power', 'Energy', 30),
    line('power', 'Fee', 0.5),
    line('accelerators', 'Purchase', 69.5),
    line('power', 'Sold back', -10),
    line('agents', 'Unserved tokens (penalty, not paid)', 500),
  ]
  const { flows } = moneySankey(costs as never, revenue, moneyNames)
  const sum = (end: 'from' | 'to', id: string) =>
    flows.filter((each) => each[end] === id).reduce((total, each) => total + each.flow, 0)
  expect(sum('to', 'm:money')).toBeCloseTo(sum('from', 'm:money'), 9)
  expect(sum('from', node) + sum('to', node)).toBeCloseTo(musd, 9)
  expect(sum('to', 'x:other power')).toBeCloseTo(0.5, 9)
  expect(sum('from', 'i:line Sold back')).toBeCloseTo(10, 9)
})
