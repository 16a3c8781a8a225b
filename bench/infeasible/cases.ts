import { editedPlan, type PlanEdit } from '../../src/plan/planPath.ts'
import { readPlan } from '../../src/plan/readPlan.ts'
import type { Plan } from '../../src/plan/schema/plan.ts'

/** An impossible wish planted in the sample, and how an answer must call it. */
export interface Planted {
  readonly name: string
  readonly plan: (sample: Plan) => Plan
  /** `family owner` of the limit, or the rule, that must be among the members of the conflict. */
  readonly culprit: RegExp
  /** A path that one of the repairs must change. */
  readonly path: RegExp
}

/** Everything asked for must be served. */
const ASKED: readonly PlanEdit[] = [{ path: 'routing.mustServe', value: true }]

/** And few accelerators can be leased, so that sites must be built; there are plans of this. */
export const TIGHT: readonly PlanEdit[] = [
  ...ASKED,
  { path: 'distribution.leases[*].limitAccel', value: 0 },
  { path: 'distribution.leases[b300-on-demand].limitAccel', value: 2000 },
]

const edited =
  (base: readonly PlanEdit[], ...edits: PlanEdit[]) =>
  (sample: Plan): Plan =>
    editedPlan(sample, [...base, ...edits])

/** The sample under edits, then with what edits by path cannot say. */
const changed =
  (base: readonly PlanEdit[], change: (draft: Plan) => void, ...edits: PlanEdit[]) =>
  (sample: Plan): Plan => {
    const draft = structuredClone(editedPlan(sample, [...base, ...edits]))
    change(draft)
    return readPlan(draft)
  }

const TOWERS: PlanEdit = { path: 'sites[*].facility.coolingTechnologyId', value: 'dlc85_w32_tower' }

export const CASES: readonly Planted[] = [
  {
    name: 'grid: a tenth of the megawatts everywhere',
    plan: edited(TIGHT, { path: 'sites[*].power.gridLimitMw', times: 0.1 }),
    culprit: /^grid /,
    path: /gridLimitMw$/,
  },
  {
    name: 'grid: energised in the last year',
    plan: edited(TIGHT, { path: 'sites[*].power.energised', value: '2031Q1' }),
    culprit: /^grid /,
    path: /energised$/,
  },
  {
    name: 'grid: 50 kW a quarter',
    plan: edited(TIGHT, { path: 'sites[*].power.rampMwPerQuarter', value: 0.05 }),
    culprit: /^grid /,
    path: /rampStepsMw$/,
  },
  {
    name: 'halls: one megawatt a site',
    plan: edited(TIGHT, { path: 'sites[*].facility.maxItMw', value: 1 }),
    culprit: /^rooms /,
    path: /maxItMw$/,
  },
  {
    name: 'crews: a tenth of a megawatt a quarter',
    plan: edited(
      TIGHT,
      { path: 'sites[*].facility.moduleItMw', value: 0.1 },
      { path: 'sites[*].facility.maxPhasesPerQuarter', value: 1 },
    ),
    culprit: /^crews /,
    path: /maxPhasesPerQuarter$/,
  },
  {
    name: 'cooling: 0.4 MW of heat a site',
    plan: edited(TIGHT, { path: 'sites[*].facility.coolingLimitItMw', value: 0.4 }),
    culprit: /^cooling /,
    path: /coolingLimitItMw$/,
  },
  {
    name: 'supply: two units a quarter',
    plan: edited(TIGHT, { path: 'accelerators[*].supplyUnitsPerPeriod', value: 2 }),
    culprit: /^supply /,
    path: /supplyUnitsPerPeriod$/,
  },
  {
    name: 'supply: five years of waiting',
    plan: edited(TIGHT, { path: 'accelerators[*].leadMonths', value: 60 }),
    culprit: /^supply /,
    path: /leadMonths$/,
  },
  {
    name: 'leases: fewer accelerators than the first quarters need',
    plan: edited(TIGHT, { path: 'distribution.leases[b300-on-demand].limitAccel', value: 1500 }),
    culprit: /^lease b300-on-demand$/,
    path: /leases\[b300-on-demand\]\.limitAccel$/,
  },
  {
    name: 'carbon: 50 t a year at each site',
    plan: edited(TIGHT, { path: 'sites[*].power.carbonLimitTonnesPerYear', value: 50 }),
    culprit: /^carbon /,
    path: /carbonLimitTonnesPerYear$/,
  },
  {
    name: 'carbon: 2,000 t a year over all sites',
    plan: edited(TIGHT, { path: 'budget.carbonTonnesPerYear', value: 2000 }),
    culprit: /^carbon-budget plan$/,
    path: /^budget\.carbonTonnesPerYear$/,
  },
  {
    name: 'water: 100 m3 a year at each tower',
    plan: edited(TIGHT, TOWERS, { path: 'sites[*].facility.waterLimitM3PerYear', value: 100 }),
    culprit: /^water /,
    path: /waterLimitM3PerYear$/,
  },
  {
    name: 'water: 3,000 m3 a year over all sites',
    plan: edited(TIGHT, TOWERS, { path: 'budget.waterM3PerYear', value: 3000 }),
    culprit: /^water-budget plan$/,
    path: /^budget\.waterM3PerYear$/,
  },
  {
    name: 'capital: 60 million over the horizon',
    plan: edited(TIGHT, { path: 'budget.capexMusd', value: 60 }),
    culprit: /^capex plan$/,
    path: /^budget\.capexMusd$/,
  },
  {
    name: 'capital: 5 million a year',
    plan: edited(TIGHT, { path: 'budget.capexMusdByYear', value: [5] }),
    culprit: /^capex-year plan$/,
    path: /^budget\.capexMusdByYear$/,
  },
  {
    name: 'locked share: nine tenths by contracts of 10 kW',
    plan: changed(TIGHT, (draft) => {
      for (const { power } of draft.sites) {
        power.minimumLockedShare = 0.9
        power.contracts = [
          {
            ...{ id: 'flat', kind: 'baseload', energySourceId: 'nuclear_ppa', maxMw: 0.01, start: '2026Q4' },
            ...{ escalatorPerYear: 0, termYears: 10, takeOrPayShare: 1, isDirect: false, firmShare: 0 },
          },
        ]
      }
    }),
    culprit: /^locked-energy |^contract .*\/flat$/,
    path: /minimumLockedShare$|contracts\[flat\]\.maxMw$/,
  },
  {
    name: 'clean share: nine tenths with no plant',
    plan: edited(TIGHT, { path: 'sites[*].power.minimumCleanShare', value: 0.9 }),
    culprit: /^clean-energy /,
    path: /minimumCleanShare$/,
  },
  {
    name: 'adequacy: firm power of ten times the peak',
    plan: edited(TIGHT, { path: 'sites[*].power.reserveMarginShare', value: 9 }),
    culprit: /^firm-power /,
    path: /reserveMarginShare$/,
  },
  {
    name: 'ride-through: a quarter of an hour without a battery',
    plan: edited(TIGHT, { path: 'sites[*].power.rideThroughMinutes', value: 15 }),
    culprit: /^ride-through /,
    path: /rideThroughMinutes$/,
  },
  {
    name: 'plant: half a megawatt of fuel cells and no grid',
    plan: changed(
      TIGHT,
      (draft) => {
        for (const { power } of draft.sites)
          power.onSite = [{ id: 'cells', energySourceId: 'fuelcell_sofc', maxMw: 0.5, unitMw: 0.25 }]
      },
      { path: 'sites[*].power.gridLimitMw', value: 0 },
    ),
    culprit: /^plant .*\/cells$|^grid /,
    path: /onSite\[cells\]\.maxMw$|gridLimitMw$/,
  },
  {
    name: 'run hours: engines for 100 hours a year and no grid',
    plan: changed(
      TIGHT,
      (draft) => {
        for (const { power } of draft.sites)
          power.onSite = [
            { id: 'cells', energySourceId: 'fuelcell_sofc', maxMw: 30, unitMw: 0.25, maxHoursPerYear: 100 },
          ]
      },
      { path: 'sites[*].power.gridLimitMw', value: 0 },
    ),
    culprit: /^run-hours .*\/cells$|^grid /,
    path: /maxHoursPerYear$|gridLimitMw$/,
  },
  {
    name: 'rack density: racks that no cooling here carries',
    plan: edited(
      TIGHT,
      { path: 'procurement.coolingRule', value: 'refuse' },
      { path: 'accelerators[*].unitsPerRack', value: 20 },
    ),
    culprit: /^cooling-rule plan$/,
    path: /^procurement\.coolingRule$/,
  },
  {
    name: 'export: sites in a country that needs a licence',
    plan: edited(
      TIGHT,
      { path: 'procurement.exportRule', value: 'refuse' },
      { path: 'sites[*].catalogRegionId', value: 'ae-abudhabi' },
    ),
    culprit: /^export-rule plan$/,
    path: /^procurement\.exportRule$/,
  },
  {
    name: 'home share: half of each country’s power from its own makers',
    plan: changed(TIGHT, (draft) => {
      draft.procurement.minimumDomesticShare = { BR: 0.5, GB: 0.5, DE: 0.5, SG: 0.5, JP: 0.5 }
      for (const site of draft.sites) site.catalogRegionId = 'gb-london'
    }),
    culprit: /^home-share GB$/,
    path: /^procurement\.minimumDomesticShare/,
  },
  {
    name: 'residency: private work of Japan with nowhere to stay',
    plan: changed(
      ASKED,
      (draft) => {
        for (const lease of draft.distribution.leases)
          lease.residencyZones = lease.residencyZones.filter((zone) => zone !== 'jp')
      },
      { path: 'sites[tyo].residencyZone', value: 'us' },
    ),
    culprit: /^residency plan$/,
    path: /^routing\.(residency|openZones)$/,
  },
  {
    name: 'quality floor: better than the best model',
    plan: edited(ASKED, { path: 'routing.qualityFloorComplex', value: 0.97 }),
    culprit: /^quality-floor plan$/,
    path: /^routing\.qualityFloorByClass/,
  },
  {
    name: 'latency: every place two seconds away',
    plan: edited(
      ASKED,
      { path: 'sites[*].extraRttMs', value: 2000 },
      { path: 'distribution.leases[*].rttMs', value: 2000 },
    ),
    culprit: /^latency plan$/,
    path: /extraRttMs$|rttMs$/,
  },
  {
    name: 'barred: a class that may go nowhere',
    plan: edited(ASKED, { path: 'routing.barredClasses', value: ['standard-complex'] }),
    culprit: /^barred plan$/,
    path: /^routing\.barredClasses$/,
  },
  {
    name: 'tier: real time only where there is no site yet',
    plan: changed(ASKED, (draft) => {
      draft.routing.tiersByClass = { 'realtime-simple': ['campus'] }
    }),
    culprit: /^tiers plan$/,
    path: /^routing\.tiersByClass/,
  },
]
