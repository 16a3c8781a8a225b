import { expect, test } from 'vitest'
import { parseTrace } from '../../catalog/import/parseTrace.ts'
import { traceProfile } from './traceProfile.ts'

const RULES = { timeZone: 'UTC', gapMinutes: 60 }
const csv = (rows: readonly string[]) => ['TIMESTAMP,ContextTokens,GeneratedTokens', ...rows].join('\r\n')
const profileOf = (rows: readonly string[], rules = RULES) => traceProfile(parseTrace(csv(rows)), rules)

/** One request every `stepS` seconds for some days, its tokens by hour. */
function steady(days: number, stepS: number, tokens: (hour: number, day: number) => number): string[] {
  const start = Date.UTC(2024, 4, 6) // a Monday
  return Array.from({ length: (days * 86_400) / stepS }, (_, i) => {
    const at = new Date(start + i * stepS * 1000)
    const day = Math.floor((i * stepS) / 86_400)
    return `${at.toISOString().replace('T', ' ').replace('Z', '000+00:00')},${tokens(at.getUTCHours(), day)},10`
  })
}

test('a week is reproduced hour by hour, in local time', () => {
  const rows = steady(7, 300, (hour, day) => (day < 5 ? 90 + 10 * hour : 40))
  const utc = profileOf(rows)
  expect(utc.demand.profile?.hours).toHaveLength(168)
  const [midnight, one] = utc.demand.profile!.hours
  expect(one! / midnight!).toBeCloseTo(110 / 100, 9)
  const tokyo = profileOf(rows, { ...RULES, timeZone: 'Asia/Tokyo' })
  expect(tokyo.demand.profile!.hours[10]! / tokyo.demand.profile!.hours[9]!).toBeCloseTo(110 / 100, 9)
})

test('two days give a day, without a level of weekends', () => {
  const profile = profileOf(steady(2, 600, (hour) => 90 + hour)).demand.profile
  expect(profile).toMatchObject({ weekendLevel: 1, timeBasis: 'local' })
  expect(profile?.hours).toHaveLength(24)
})

test('a trace that ends at night has its last hour in whole', () => {
  // 20 requests an hour by day, 4 at night: the last one stands a quarter of an hour before the end.
  const rows = Array.from({ length: 48 }, (_, at) => {
    const requests = at % 24 < 12 ? 20 : 4
    return Array.from({ length: requests }, (_own, n) => {
      const moment = new Date(Date.UTC(2024, 4, 6, at, (60 / requests) * n))
      return `${moment.toISOString().replace('T', ' ').replace('Z', '')},90,10`
    })
  })
  const { hours } = profileOf(rows.flat()).demand.profile!
  for (const [hour, factor] of hours.entries()) expect(factor).toBeCloseTo(hour < 12 ? 20 / 12 : 4 / 12, 9)
})

test('a burst is the busiest minute over the busiest hour', () => {
  // 60 minutes of 100 tokens, one of them 400: the hour's mean is 105.
  const rows = Array.from({ length: 61 }, (_, minute) => {
    const at = new Date(Date.UTC(2024, 0, 1, 8, minute)).toISOString().replace('T', ' ').replace('Z', '')
    return `${at},${minute === 30 ? 390 : 90},10`
  })
  expect(profileOf(rows).burstFactor).toBeCloseTo(400 / 105, 2)
})

test('rows out of order are sorted and said', () => {
  const rows = steady(1, 600, () => 90)
  const [first, second, ...rest] = rows
  const turned = profileOf([second!, first!, ...rest])
  expect(turned.repairs).toContain('1 row out of order, by up to 600 s: sorted by time.')
  expect(turned.input).toEqual(profileOf(rows).input)
})

test('a gap is missing, not quiet, and said; failures are left out and said', () => {
  const rows = steady(3, 600, () => 90).filter((_, i) => i < 144 || i >= 144 + 36)
  const profile = profileOf([...rows, '2024-05-09 00:01:00,0,0'])
  expect(profile.repairs[0]).toMatch(/^1 request without a token/)
  expect(profile.repairs[1]).toMatch(/^1 gap of 6\.17 h in all, the first after 2024-05-06T23:50/)
  // Six hours of one day are missing: the other days still show them, at the same rate.
  for (const rate of profile.tokSByHour) expect(rate! / (100 / 600)).toBeCloseTo(1, 1)
})

test('BurstGPT: seconds from an unknown Monday', () => {
  const text =
    'Timestamp,Model,Request tokens,Response tokens,Total tokens,Log Type\n5,ChatGPT,472,18,490,Conversation log\n45,GPT-4,1087,230,1317,API log\n61,ChatGPT,417,0,417,Conversation log\n'
  const trace = parseTrace(text)
  expect(trace.requests.map((own) => own.inputTokens)).toEqual([472, 1087])
  expect(trace.requests[1]!.atMs - trace.requests[0]!.atMs).toBe(40_000)
  expect(trace.repairs).toHaveLength(2)
})

test('what cannot be read is a fault that names row and column', () => {
  const faultsOf = (text: string) => {
    try {
      parseTrace(text)
    } catch (error) {
      return (error as { faults: unknown[] }).faults
    }
    return []
  }
  expect(faultsOf(csv(['2023-11-16 18:15:46.68,12,x']))).toMatchObject([
    { path: 'row 2, GeneratedTokens', value: 'x' },
  ])
  expect(faultsOf(csv(['noon,12,5']))).toMatchObject([{ path: 'row 2, TIMESTAMP', value: 'noon' }])
  expect(faultsOf('time,size\n1,2\n')).toHaveLength(2)
  expect(faultsOf(csv(['2023-11-16 18:15:46.68,12,5']))).toMatchObject([{ path: 'file' }])
})
