import { expect, test } from 'vitest'
import { climateBySlice } from './climateBySlice.ts'
import { siteOverheads } from './siteOverheads.ts'

test('the points of a year average to the overhead that the solver takes', () => {
  const region = { lat: 47, meanDbC: 9.5, ashrae04DbC: 29.5, ashrae04WbC: 19.5 }
  const facility = { coolingTechnologyId: 'dlc85_w32_tower', electricalLossShare: 0.06 }
  const points = siteOverheads({ facility } as Parameters<typeof siteOverheads>[0], region)
  expect(points).toHaveLength(4 * 24 * 5)
  const slices = [{ hours: Array.from({ length: 24 }, (_, hour) => hour) }]
  const { pue } = climateBySlice({
    technologyId: 'dlc85_w32_tower',
    region,
    electricalLossShare: 0.06,
    slices,
    utcOffsetH: 0,
  })
  for (const quarter of [0, 1, 2, 3]) {
    const own = points.filter((point) => point.quarter === quarter)
    expect(own.reduce((sum, point) => sum + point.pue, 0) / own.length).toBeCloseTo(pue[quarter]![0]!, 9)
  }
})
