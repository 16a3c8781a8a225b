import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { parseTrace } from '../../../src/catalog/import/parseTrace.ts'
import { hourlyShape } from '../../../src/engine/demand/profile.ts'
import { traceProfile } from '../../../src/engine/demand/traceProfile.ts'
import { listWorkloads } from '../../../src/engine/derive/agents/workloads.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import { auditedSiteDocument } from '../../fixtures/auditedSite.ts'

/**
 * The first 10,000 requests of the Azure LLM inference trace 2023, conversation (Azure Public Dataset, CC-BY):
 * 18:15:46 to 18:45:33 UTC of 2023-11-16.
 */
const file = join(import.meta.dirname, '../../fixtures/traces/azure-conv-2023-first-10000.csv.gz')
const text = gunzipSync(readFileSync(file)).toString('utf8')
const RULES = { timeZone: 'UTC', gapMinutes: 60 }
const catalog = await readCatalog()

const near = (found: number, expected: number) => expect(Math.abs(found / expected - 1)).toBeLessThan(0.02)

test('10,000 requests of a real trace: sizes, rate and burst within 2 %', () => {
  const profile = traceProfile(parseTrace(text), RULES)
  // Counted by hand with another program: 12,424,297 tokens in, 2,184,052 out, busiest minute 780,667 tokens.
  near(profile.input.mean, 1242.43)
  near(profile.output.mean, 218.41)
  near(profile.tokSByHour[18]!, 14_608_349 / 1787.31)
  near(profile.burstFactor, 780_667 / 60 / (14_608_349 / 1787.31))
  expect(profile.requests).toBe(10_000)
  expect(profile.demand.profile).toBeUndefined()
  expect(profile.repairs).toEqual(['23 of the 24 hours were not watched: no profile can be made of it.'])
})

test('the same requests spread over a week come back hour by hour through a plan', () => {
  // The real requests in their order, their half hour stretched to seven days from a Sunday on.
  const { requests } = parseTrace(text)
  const first = requests[0]!.atMs
  const from = Date.UTC(2024, 4, 12)
  const stretch = ((7 * 86_400_000) / (requests.at(-1)!.atMs - first)) * (1 - 1 / requests.length)
  const stretched = requests.map((own) => ({ ...own, atMs: from + (own.atMs - first) * stretch }))
  const counted = Array.from({ length: 24 * 7 }, () => 0)
  const minutes = new Map<number, number>()
  for (const { atMs, inputTokens, outputTokens } of stretched) {
    const hour = Math.min(167, Math.floor((atMs - from) / 3_600_000))
    counted[hour] = counted[hour]! + inputTokens + outputTokens
    const minute = Math.floor(atMs / 60_000)
    minutes.set(minute, (minutes.get(minute) ?? 0) + inputTokens + outputTokens)
  }
  const profile = traceProfile({ requests: stretched, repairs: [] }, RULES)
  const [, coders] = auditedSiteDocument.demand
  const plan = readPlan({ ...auditedSiteDocument, demand: [{ ...coders!, ...profile.demand }] })
  const [workload] = listWorkloads(plan, catalog)
  const shape = hourlyShape(workload!.shape, 0).flat()
  const mean = counted.reduce((sum, value) => sum + value, 0) / 168
  // The week of a plan begins on Monday, the trace on Sunday.
  for (const [hour, tokens] of counted.entries()) near(shape[(hour + 6 * 24) % 168]!, tokens / mean)
  near(workload!.inputTokens, 1242.43)
  near(workload!.intrahourPeak, (Math.max(...minutes.values()) * 60) / Math.max(...counted))
})
