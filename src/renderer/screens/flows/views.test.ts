import { expect, test } from 'vitest'
import { servedByHour } from '../../../engine/results/servedPairs.ts'
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
  const { flows, labels } = tokenSankey(result as never, shares, '2027Q1', names, () => 'edge')
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
