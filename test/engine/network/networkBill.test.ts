import { expect, test } from 'vitest'
import { fatTree } from '../../../src/engine/network/fatTree.ts'
import { networkBill, networkPerAccel } from '../../../src/engine/network/networkBill.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import type { PlanResult } from '../../../src/plan/result/result.ts'
import { oneSiteDocument } from '../../fixtures/oneSite.ts'

const catalog = await readCatalog()

test.each([
  [0, { tiers: 1, switches: 0, links: 0 }],
  [64, { tiers: 1, switches: 1, links: 64 }],
  [65, { tiers: 2, switches: 3 + 2, links: 130 }],
  // 1,024 H100 of the spreadsheet that the price of a switch comes from: 32 leaves and 16 spines, 48 switches.
  [1024, { tiers: 2, switches: 48, links: 2048 }],
  [4096, { tiers: 3, switches: 128 + 128 + 64, links: 12_288 }],
])('a fat tree of 64-port switches for %i endpoints', (endpoints, tree) => {
  expect(fatTree(endpoints, 64)).toEqual(tree)
})

test('1,024 H100 at 400 Gb/s: within the range that the spreadsheet of the source comes to, 4,250 USD each', () => {
  const { low, high, watts } = networkPerAccel({ catalogAcceleratorId: 'nvidia-h100-sxm' }, catalog, 1024)
  expect(low).toBeCloseTo((48 * 36_000 + 4096 * 600) / 1024, 6)
  expect(high).toBeCloseTo((48 * 50_000 + 4096 * 800) / 1024, 6)
  expect(low).toBeLessThan(4250)
  expect(high).toBeGreaterThan(4250)
  const [switching, optic] = ['switch-400g-64', 'optic-400g'].map((id) => {
    const part = catalog.network_parts.find((own) => own.id === id)
    if (!part) throw new Error(id)
    return part.watts
  })
  expect(watts).toBeCloseTo((48 * switching! + 4096 * optic!) / 1024, 6)
})

test('a site has the parts of the quarter in which most units stand', () => {
  const builds = [0, 16.2, 12].map((node) => ({ siteId: 'ash', unitsByAccelerator: { node } }))
  const lines = networkBill(readPlan(oneSiteDocument), catalog, { builds } as unknown as PlanResult)
  // 17 servers of 8 at 800 Gb/s: 136 ports, 5 leaves and 3 spines, two ends of 272 links.
  expect(lines.map((line) => [line.part.id, line.count])).toEqual([
    ['switch-800g-64', 8],
    ['optic-800g', 544],
  ])
  expect(lines[0]!.priceLowMusd).toBeCloseTo(1.2, 9)
})
