import { expect, test } from 'vitest'
import { deriveInputs } from '../../../src/engine/derive/deriveInputs.ts'
import { formulate } from '../../../src/engine/formulate.ts'
import { explainInfeasible } from '../../../src/engine/why/conflict/explainInfeasible.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { editedPlan, type PlanEdit } from '../../../src/plan/planPath.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import { auditedSiteDocument } from '../../fixtures/auditedSite.ts'

const catalog = await readCatalog()

const [site] = auditedSiteDocument.sites
/** One site with room for everything, without plant of its own: all demand must be served, and can be. */
const roomy = readPlan({
  ...auditedSiteDocument,
  horizon: { start: '2027Q1', periods: 5, blocksPerDay: 2 },
  routing: { ...auditedSiteDocument.routing, mustServe: true, residency: false },
  sites: [
    {
      ...site!,
      facility: {
        ...site!.facility,
        ...{ coolingLimitItMw: 60, maxItMw: 60, coolingTechnologyId: 'dlc85_w32_tower' },
      },
      power: { ...site!.power, gridLimitMw: 60, rampMwPerQuarter: undefined, onSite: [], contracts: [] },
    },
  ],
  accelerators: auditedSiteDocument.accelerators.map((own) => ({ ...own, supplyUnitsPerPeriod: 2000 })),
  distribution: {
    links: [{ regionId: 'lon', siteId: 'ash', limitMTokS: 500 }],
    leases: [{ ...auditedSiteDocument.distribution!.leases![0]!, limitAccel: 0 }],
  },
})

const NO_GRID: PlanEdit = { path: 'sites[ash].power.gridLimitMw', value: 0.13 }
const LEASED: PlanEdit = { path: 'distribution.leases[b200].limitAccel', value: 5000 }

/** What cannot be, the members of the smallest conflict beside the demand, and the field that the cheapest repair sets. */
const PLANTED: readonly (readonly [name: string, edits: PlanEdit[], members: string[], path: string])[] = [
  [
    'capital of the horizon',
    [{ path: 'budget.capexMusd', value: 2 }],
    ['capex plan', 'lease b200'],
    'budget.capexMusd',
  ],
  [
    'capital of each year',
    [{ path: 'budget.capexMusdByYear', value: [1] }],
    ['capex-year plan', 'lease b200'],
    'budget.capexMusdByYear',
  ],
  [
    'carbon of each year',
    [{ path: 'budget.carbonTonnesPerYear', value: 100 }],
    ['carbon-budget plan', 'lease b200'],
    'budget.carbonTonnesPerYear',
  ],
  [
    'water of each year',
    [{ path: 'budget.waterM3PerYear', value: 10 }],
    ['lease b200', 'water-budget plan'],
    'budget.waterM3PerYear',
  ],
  [
    'tokens leased, with no grid',
    [NO_GRID, LEASED, { path: 'budget.leasedMTok', value: 1000 }],
    ['grid ash', 'leased-total plan'],
    'sites[ash].power.gridLimitMw',
  ],
  [
    'tokens away from the edge, with no grid',
    [
      NO_GRID,
      LEASED,
      { path: 'sites[ash].tier', value: 'edge' },
      { path: 'budget.awayFromEdgeMTok', value: 1000 },
    ],
    ['away-from-edge-total plan', 'grid ash'],
    'sites[ash].power.gridLimitMw',
  ],
  [
    'a grid that comes late',
    [{ path: 'sites[ash].power.energised', value: '2027Q4' }],
    ['grid ash', 'lease b200'],
    'sites[ash].power.energised',
  ],
  [
    'crews',
    [
      { path: 'sites[ash].facility.moduleItMw', value: 0.1 },
      { path: 'sites[ash].facility.maxPhasesPerQuarter', value: 1 },
    ],
    ['crews ash', 'lease b200'],
    'sites[ash].facility.maxPhasesPerQuarter',
  ],
  [
    'racks too dense for the cooling',
    [
      { path: 'procurement.coolingRule', value: 'refuse' },
      { path: 'accelerators[node].unitsPerRack', value: 20 },
    ],
    ['cooling-rule plan', 'lease b200'],
    'procurement.coolingRule',
  ],
  [
    'export licences',
    [
      { path: 'procurement.exportRule', value: 'refuse' },
      { path: 'sites[ash].catalogRegionId', value: 'ae-abudhabi' },
    ],
    ['export-rule plan', 'lease b200'],
    'procurement.exportRule',
  ],
  [
    'makers at home',
    [
      { path: 'procurement.minimumDomesticShare.GB', value: 0.5 },
      { path: 'sites[ash].catalogRegionId', value: 'gb-london' },
    ],
    ['home-share GB', 'lease b200'],
    'procurement.minimumDomesticShare.GB',
  ],
  [
    'firm power',
    [{ path: 'sites[ash].power.reserveMarginShare', value: 200 }],
    ['firm-power ash', 'grid ash', 'lease b200'],
    'sites[ash].power.reserveMarginShare',
  ],
  [
    'ride-through with no battery',
    [{ path: 'sites[ash].power.rideThroughMinutes', value: 15 }],
    ['lease b200', 'ride-through ash'],
    'sites[ash].power.rideThroughMinutes',
  ],
  [
    'a site too far away',
    [{ path: 'sites[ash].extraRttMs', value: 2000 }],
    ['latency plan', 'lease b200'],
    'sites[*].extraRttMs',
  ],
  [
    'every place too far away',
    [
      { path: 'sites[ash].extraRttMs', value: 2000 },
      { path: 'distribution.leases[b200].rttMs', value: 2000 },
    ],
    ['latency plan'],
    'distribution.leases[b200].rttMs',
  ],
  [
    'a kind of places that is not there',
    [{ path: 'routing.tiersByClass.standard-simple', value: ['edge'] }],
    ['tiers plan'],
    'routing.tiersByClass.standard-simple',
  ],
  [
    'a model not good enough',
    [{ path: 'routing.modelsByClass.standard-complex', value: ['small'] }],
    ['model-sets plan'],
    'routing.modelsByClass.standard-complex',
  ],
  [
    'tokens not served, with no grid',
    [{ path: 'routing.mustServe', value: false }, NO_GRID, { path: 'budget.unservedMTok', value: 10 }],
    ['grid ash', 'lease b200', 'unserved-total plan'],
    'sites[ash].power.gridLimitMw',
  ],
]

test.each(PLANTED)('planted: %s', async (_name, edits, members, path) => {
  const plan = editedPlan(roomy, edits)
  const found = await explainInfeasible(formulate(deriveInputs(plan, catalog)), catalog)
  const named = found.conflict.map(({ family, ownerId }) => `${family} ${ownerId}`)
  expect(found.isSmallest).toBe(true)
  expect(named.filter((own) => !own.startsWith('demand')).sort()).toEqual(members)
  const [cheapest] = found.repairs
  expect(cheapest?.planMusd).not.toBeNull()
  for (const { planMusd, costMusd } of found.repairs)
    expect(planMusd ?? costMusd).toBeGreaterThanOrEqual(cheapest!.planMusd!)
  expect(cheapest?.edits.map((edit) => edit.path)).toContain(path)
})
