import { expect, test } from 'vitest'
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
