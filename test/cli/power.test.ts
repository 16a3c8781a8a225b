import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { solve } from '../../src/cli/plan/solve.ts'
import { cooling } from '../../src/cli/power/cooling.ts'
import { dispatch } from '../../src/cli/power/dispatch.ts'
import { gridWorthCommand } from '../../src/cli/power/gridWorth.ts'
import { profiles } from '../../src/cli/power/profiles.ts'

const folder = mkdtempSync(join(tmpdir(), 'tokenworks-power-'))
const at = (name: string) => join(folder, name)
const json = (name: string) => JSON.parse(readFileSync(at(name), 'utf8'))

/** The plan that the documentation prints. */
const docs = readFileSync(join(import.meta.dirname, '../../docs/worked-cases.md'), 'utf8')
const printed = /```json\n([\s\S]*?)\n```/.exec(docs)![1]!
writeFileSync(at('plan.json'), printed)

const hours = (value: (hour: number) => number) => {
  return Array.from({ length: 8760 }, (_, hour) => value(hour)).join('\n')
}
writeFileSync(
  at('price.csv'),
  hours((hour) => (hour % 24 < 12 ? 30 : 90)),
)

test('grid-worth answers with the figures that the documentation prints', async () => {
  expect(await gridWorthCommand([at('plan.json'), '--out', at('worth.json')])).toBe(0)
  const { asPlanned, earlier, worthMusd } = json('worth.json')
  expect(docs).toContain(`${asPlanned.objectiveMusd.toFixed(6)} M$`)
  expect(docs).toContain(`${earlier.objectiveMusd.toFixed(6)} M$`)
  expect(docs).toContain(`${worthMusd.toFixed(6)} M$`)
  await expect(gridWorthCommand([at('plan.json'), '--site', 'elsewhere'])).rejects.toMatchObject({
    faults: [{ path: '--site', value: 'elsewhere', expected: 'site' }],
  })
})

test('hours go into the plan, the plan is solved with them, its days are dispatched', async () => {
  const given = [at('plan.json'), '--site', 'site', '--price', at('price.csv'), '--days', '2']
  expect(await profiles([...given, '--out', at('hours.json')])).toBe(0)
  expect(json('hours.json').sites[0].profiles.usdPerMwh.weekday[0].slice(11, 13)).toEqual([30, 90])
  expect(await solve([at('hours.json'), '--out', at('result.json')])).toBe(0)
  const asked = [at('hours.json'), at('result.json'), '--period', '2031Q1', '--out', at('days.json')]
  expect(await dispatch(asked)).toBe(0)
  const { isImported, days, differenceShare } = json('days.json')
  expect(isImported).toBe(true)
  expect(days.length).toBeGreaterThan(1)
  // Every day has the same two prices as the blocks of twelve hours.
  expect(Math.abs(differenceShare)).toBeLessThan(0.01)
  writeFileSync(at('short.csv'), hours(() => 1).slice(2))
  await expect(
    profiles([at('plan.json'), '--site', 'site', '--price', at('short.csv')]),
  ).rejects.toMatchObject({ faults: [{ value: '8,759 rows' }] })
  await expect(profiles([at('plan.json')])).rejects.toMatchObject({
    faults: [{ path: '--site' }, { path: '--price' }],
  })
})

test('a plan of power alone is summed up to the dollar: units by period and lines of its cost', async () => {
  const print = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  expect(await solve([at('plan.json')])).toBe(0)
  const text = print.mock.calls.flat().join('\n')
  print.mockRestore()
  expect(text).toContain('plan 351.127858 M$')
  expect(text).toMatch(/Site +2030Q1 +96\.00 +0\.00 +100\.0 +11 engine/)
  expect(text).toMatch(/\d\.\d{6} {2}Fuel and variable engine/)
})

test('cooling technologies of the site, cheapest first', async () => {
  expect(await cooling([at('plan.json'), '--out', at('cooling.json')])).toBe(0)
  const { options } = json('cooling.json')
  expect(options).toHaveLength(11)
  expect(options[0].totalUsd).toBeLessThanOrEqual(options[10].totalUsd)
})

test('cooling is chosen block by block, and by solving with each technology', async () => {
  const { blocks } = json('cooling.json')
  expect(blocks.chosen).toMatchObject([{ blocks: 5, itMwEach: 20, why: 'cheapest' }])
  const plan = json('plan.json')
  const [site] = plan.sites
  const { givenPue: _pue, ...facility } = site.facility
  const short = { ...plan, horizon: { ...plan.horizon, periods: 2 } }
  writeFileSync(at('weather.json'), JSON.stringify({ ...short, sites: [{ ...site, facility }] }))
  expect(await cooling([at('weather.json'), '--solve', '--out', at('solved.json')])).toBe(0)
  expect(await cooling([at('weather.json'), '--choose', '--out', at('best.json')])).toBe(0)
  const solved: { technologyId: string; objectiveMusd: number }[] = json('solved.json').options
  const least = solved.reduce((a, b) => (b.objectiveMusd < a.objectiveMusd ? b : a))
  expect(json('best.json').sites[0].facility.coolingTechnologyId).toBe(least.technologyId)
})
