import { expect, test } from 'vitest'
import { toAudited } from '../../../src/engine/audit/audited.ts'
import { auditResult } from '../../../src/engine/audit/auditResult.ts'
import { checkRedundancy } from '../../../src/engine/audit/checks/aidc/redundancy.ts'
import { type PlanTrain, planTrains } from '../../../src/engine/facility/planTrains.ts'
import { solvePlan } from '../../../src/engine/solvePlan.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import type { PlanResult } from '../../../src/plan/result/result.ts'
import { powerOnlyDocument } from '../../fixtures/powerOnly.ts'

const catalog = await readCatalog()
const [site] = powerOnlyDocument.sites
const { onSite = [], ...power } = site!.power

/** Engines with hours and fuel to keep to, a margin above the peak, and a site that must do with a unit out. */
const plan = readPlan({
  ...powerOnlyDocument,
  sites: [
    {
      ...site!,
      power: {
        ...power,
        reserveMarginShare: 0.1,
        rideThroughMinutes: 5,
        onSite: onSite.map((plant) =>
          plant.id === 'gas' ? { ...plant, maxHoursPerYear: 6000, fuelLimitMmbtuPerDay: 6000 } : plant,
        ),
      },
    },
  ],
})
const answer = await solvePlan({ plan, catalog, inputsHash: '', gapShare: 0.01 })
if (answer.kind !== 'plan') throw new Error(answer.kind)
const { result } = answer

type Build = PlanResult['builds'][number]

/** What the audit finds wrong in the result once the last build that passes was changed. */
function foundIn(spoil: (build: Build) => void, pick: (build: Build) => boolean = () => true): string[] {
  const draft = structuredClone(result)
  const build = draft.builds.findLast(pick)
  if (!build) throw new Error('no such build')
  spoil(build)
  return wrongIn(plan, draft)
}

function wrongIn(ofPlan: typeof plan, draft: PlanResult): string[] {
  const { lines } = auditResult(ofPlan, catalog, draft, '')
  return lines.filter((line) => !line.isOk).map((line) => `${line.check}: ${line.sentence}`)
}

test('the plan keeps every limit of its power, by the audit too', () => {
  expect(wrongIn(plan, result)).toEqual([])
  const checks = new Set(auditResult(plan, catalog, result, '').lines.map(({ check }) => check))
  for (const check of ['largest-unit-out', 'redundancy', 'run-limits', 'storage', 'stress'])
    expect(checks).toContain(check)
})

const standsFlexible = ({ flexibleMw }: Build) => flexibleMw > 1
const hasStorage = ({ onSiteMw }: Build) => onSiteMw.bess! > 0

test.each([
  {
    name: 'engines that run all year',
    finds: /run-limits: Energy of gas at Site in the year from 2029Q1, against 6000 hours a year/,
    spoil: (build: Build) => {
      build.generatedMwBySlice.gas = build.generatedMwBySlice.gas!.map(() => 5 * build.onSiteMw.gas!)
    },
  },
  {
    name: 'more gas than the pipeline brings',
    finds:
      /run-limits: Fuel of gas at Site in 2029Q4, against what is brought: .* MMBtu where at most 547500 MMBtu/,
    spoil: (build: Build) => {
      build.generatedMwBySlice.gas = build.generatedMwBySlice.gas!.map(() => 35)
    },
  },
  {
    name: 'standby sets that run beyond their permit while the grid curtails',
    finds: /run-limits: Energy of diesel at Site in the year from 2029Q1, against 175.2 hours a year/,
    spoil: (build: Build) => {
      build.stressMw.diesel = 300
    },
  },
  {
    name: 'plant that runs above its size while the grid curtails',
    finds: /stress: Output of gas at Site in 2029Q4 while the grid curtails/,
    spoil: (build: Build) => {
      build.stressMw.gas = build.onSiteMw.gas! + 10
    },
  },
  {
    name: 'a grid that curtails with nothing behind it',
    finds: /stress: Power left at Site in \d{4}Q\d while the grid curtails, against the peak/,
    pick: standsFlexible,
    spoil: (build: Build) => {
      build.stressMw = {}
      build.onSiteMw.bess = 0
      build.flexibleMw /= 1.5
    },
  },
  {
    name: 'engines without a spare one',
    finds: /largest-unit-out: Grid and plant at Site in 2027Q1 with a unit of gas out, against the peak/,
    pick: ({ period }: Build) => period === '2027Q1',
    spoil: (build: Build) => {
      build.onSiteMw.gas = Math.ceil(build.peakMw / 10) * 10
      build.onSiteMw.diesel = 0
      build.onSiteMw.bess = 0
      build.onSiteMw.solar = 0
    },
  },
  {
    name: 'storage that makes energy',
    finds: /storage: Energy out of bess at Site in \d{4}Q\d, against what went in less its losses/,
    pick: hasStorage,
    spoil: (build: Build) => {
      for (const h of build.storageMwBySlice.bess!.discharged.keys())
        build.storageMwBySlice.bess!.discharged[h] = build.onSiteMw.bess! / 2
    },
  },
  {
    name: 'storage above its power and its hours',
    finds: /storage: Energy held in bess at Site in \d{4}Q\d, against its hours/,
    pick: hasStorage,
    spoil: (build: Build) => {
      build.storageMwBySlice.bess!.charged = build.drawnMwBySlice.map((_, h) => (h % 4 < 2 ? 50 : 0))
      build.storageMwBySlice.bess!.discharged = build.drawnMwBySlice.map((_, h) => (h % 4 < 2 ? 0 : 43))
    },
  },
])('caught: $name', ({ finds, spoil, pick }) => {
  expect(foundIn(spoil, pick)).toContainEqual(expect.stringMatching(finds))
})

test('a margin that the plan was not made for is found', () => {
  const asked = {
    ...plan,
    sites: plan.sites.map((own) => ({ ...own, power: { ...own.power, reserveMarginShare: 0.8 } })),
  }
  expect(wrongIn(asked, result)).toContainEqual(
    expect.stringMatching(/power: Peak at Site in 2029Q4 with the 80 % that are asked above it/),
  )
})

const trains = planTrains(plan, catalog, result)
const audited = toAudited(plan, catalog, result, '')

/** What is wrong in a bill of equipment whose lines of one row were changed. */
function foundInBill(
  equipmentId: string,
  change: (line: PlanTrain['lines'][number]) => PlanTrain['lines'],
): string[] {
  const bill = trains.map((own) => ({
    ...own,
    lines: own.lines.flatMap((line) => (line.equipmentId === equipmentId ? change(line) : [line])),
  }))
  return checkRedundancy(audited, bill)
    .filter((line) => !line.isOk)
    .map((line) => line.sentence)
}

test.each([
  ['ups_1875', /UPS .* at Site in 2027Q1 with what 4N3R may lose out of service/],
  ['gen_3000', /at Site in 2028Q1 with what N\+1 may lose out of service/],
  ['xfmr_mv_3', /at Site in 2027Q1 with what N\+1 may lose out of service/],
  ['tower_3500', /at Site in 2027Q1 with what N\+1 may lose out of service/],
])('a bill with too few of %s is found', (equipmentId, finds) => {
  const found = foundInBill(equipmentId, (line) => [{ ...line, installed: line.installed - 2 }])
  expect(found).toContainEqual(expect.stringMatching(finds))
})

test('a bill without UPS, one without air handlers and one at another price are found', () => {
  expect(foundInBill('ups_1875', () => [])).toContainEqual(
    expect.stringMatching(/The bill has no ups at Site in 2027Q1/),
  )
  expect(foundInBill('crah_200', () => [])).toContainEqual(
    expect.stringMatching(/Heat that leaves the racks at Site in 2027Q1/),
  )
  expect(foundInBill('ups_1875', (line) => [{ ...line, priceMusd: line.priceMusd * 0.9 }])).toContainEqual(
    expect.stringMatching(/Price of UPS .* that comes to Site in 2027Q1/),
  )
})

test('a bill sized at the region’s day is found where the plan gives a higher design PUE', () => {
  const given = {
    ...plan,
    sites: plan.sites.map((own) => ({
      ...own,
      facility: { ...own.facility, givenPue: 1.6, givenPueDesign: 2.4 },
    })),
  }
  const of = (bill: readonly PlanTrain[]) =>
    checkRedundancy(toAudited(given, catalog, result, ''), bill).filter((line) => !line.isOk)
  expect(of(planTrains(given, catalog, result))).toEqual([])
  expect(of(trains).map((line) => line.sentence)).toContainEqual(expect.stringMatching(/gen|Diesel|Standby/i))
})

test.each(['N', 'N+2', '2N', '2(N+1)', '3N2R', 'block'])(
  'trains of scheme %s keep it, by the auditor’s own count of what may be out',
  (scheme) => {
    const redundancy = {
      ...plan.sites[0]!.facility.redundancy,
      ...{ ups: scheme, generators: scheme, transformers: scheme, switchgear: scheme, cooling: scheme },
    }
    const schemed = {
      ...plan,
      sites: plan.sites.map((own) => ({ ...own, facility: { ...own.facility, redundancy } })),
    }
    const lines = checkRedundancy(toAudited(schemed, catalog, result, ''))
    expect(lines.length).toBeGreaterThan(20)
    expect(lines.filter((line) => !line.isOk).map((line) => line.sentence)).toEqual([])
  },
)
