import { expect, test } from 'vitest'
import { auditResult } from '../../src/engine/audit/auditResult.ts'
import { solvePlan } from '../../src/engine/solvePlan.ts'
import { readCatalog } from '../../src/main/readCatalog.ts'
import { readPlan } from '../../src/plan/readPlan.ts'
import type { PlanInput } from '../../src/plan/schema/plan.ts'
import { notes } from '../../src/report/words/en/notes.ts'
import { oneSiteDocument } from '../fixtures/oneSite.ts'

const catalog = await readCatalog()

/** Long answers to few: the calls in progress are few, so that at the caps they would wait. */
const document = (headroom: 'caps' | 'queueing'): PlanInput => ({
  ...oneSiteDocument,
  demand: [
    {
      ...{ id: 'd', archetypeId: 'legal_research', unitsStart: 1500, unitsEnd: 3000, privacyShare: 0 },
      ...{ complexShare: 0, ttftMs: 1500, outputTokensPerCall: 4000, regionShares: { east: 1 } },
    },
  ],
  routing: { utilisationCap: { standard: 0.98 }, headroom },
  sites: [
    { ...oneSiteDocument.sites[0]!, facility: { ...oneSiteDocument.sites[0]!.facility, moduleItMw: 0.05 } },
  ],
  accelerators: [
    { ...oneSiteDocument.accelerators[0]!, accelPerUnit: 1, unitItKw: 1.5, priceUsdPerUnit: 60_000 },
  ],
})

async function solve(headroom: 'caps' | 'queueing') {
  const plan = readPlan(document(headroom))
  const answer = await solvePlan({ plan, catalog, inputsHash: 'h' })
  if (answer.kind !== 'plan') throw new Error(answer.kind)
  const lines = auditResult(plan, catalog, answer.result, 'h').lines.filter((line) => !line.isOk)
  return { result: answer.result, late: lines.filter((line) => line.check === 'queueing'), lines }
}

test('a pool too small for its caps waits; with queueing fed back it gets room, and the audit agrees', async () => {
  const capped = await solve('caps')
  expect(capped.late.length).toBeGreaterThan(0)
  const queued = await solve('queueing')
  expect(queued.lines.map((line) => line.sentence)).toEqual([])
  const units = ({ result }: typeof capped) => result.builds.at(-1)!.unitsByAccelerator.node!
  expect(units(queued)).toBeGreaterThan(units(capped))
  expect(queued.result.notes.some((note) => /pools .* were given more room/.test(notes.say(note)))).toBe(true)
})
