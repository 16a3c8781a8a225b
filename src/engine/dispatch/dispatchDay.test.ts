import { expect, test } from 'vitest'
import { dispatchDay, type SiteDay } from './dispatchDay.ts'

const flat = (value: number) => Array.from({ length: 24 }, () => value)
const day: SiteDay = {
  loadMw: flat(10),
  gridMw: 20,
  usdPerMwh: Array.from({ length: 24 }, (_, hour) => (hour < 6 ? 20 : hour >= 18 && hour < 22 ? 200 : 80)),
  sources: [],
  storages: [],
  contracts: [],
  unservedUsdPerMwh: 3000,
}
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

test('a day on the grid costs its prices', async () => {
  const { drawn, usd } = await dispatchDay(day)
  expect(sum(drawn)).toBeCloseTo(240, 9)
  expect(usd).toBeCloseTo(10 * (6 * 20 + 4 * 200 + 14 * 80), 4)
})

test('an engine of 6 MW at 100 runs in the four dear hours', async () => {
  const engine = { id: 'engine', mw: 6, usdPerMwh: 100, availability: flat(1) }
  const { generated } = await dispatchDay({ ...day, sources: [engine] })
  const running = generated.engine!.flatMap((mw, hour) => (mw > 1e-6 ? [hour] : []))
  expect(running).toEqual([18, 19, 20, 21])
  expect(sum(generated.engine!)).toBeCloseTo(24, 6)
})

test('storage fills in the cheap hours and empties in the dear ones, less its round trip', async () => {
  const storage = { id: 'store', mw: 5, mwh: 20, roundTripShare: 0.81 }
  const { charged, discharged, usd } = await dispatchDay({ ...day, storages: [storage] })
  // Full at 20 MWh: 22.2 in, 18 out.
  expect(sum(charged.store!)).toBeCloseTo(20 / 0.9, 6)
  expect(sum(discharged.store!.slice(18, 22))).toBeCloseTo(18, 6)
  expect(usd).toBeCloseTo(10 * (6 * 20 + 4 * 200 + 14 * 80) + (20 / 0.9) * 20 - 18 * 200, 3)
})

test('sun beyond the load is left, a contract through the grid needs the meter, a direct one does not', async () => {
  const sun = { id: 'sun', mw: 30, usdPerMwh: 0, availability: flat(0).fill(0.5, 10, 14) }
  const sunny = await dispatchDay({ ...day, sources: [sun] })
  expect(sum(sunny.generated.sun!)).toBeCloseTo(40, 6)
  const contract = { id: 'flat', mw: 8, isDirect: false, profile: flat(1) }
  const wired = await dispatchDay({ ...day, gridMw: 5, contracts: [contract] })
  expect(sum(wired.unserved)).toBeCloseTo(5 * 24, 6)
  const direct = await dispatchDay({ ...day, gridMw: 5, contracts: [{ ...contract, isDirect: true }] })
  expect(sum(direct.unserved)).toBeCloseTo(0, 6)
})
