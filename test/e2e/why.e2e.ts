import { beforeAll, expect, test } from 'vitest'
import { cell, isStale, openScreen, solvePlan, startFromTemplate, typeInto } from './moves.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()
beforeAll(async () => {
  await startFromTemplate(e2e.page, /^Campus/)
  await solvePlan(e2e.page)
})

test('what binds is priced in a worker, by limit and by quarter', async () => {
  const { page } = e2e
  await openScreen(page, 'Why')
  const asSolved = page.getByRole('region', { name: 'What binds', exact: true })
  await asSolved.getByRole('listitem').filter({ hasText: 'one more' }).first().waitFor()
  await page.getByRole('button', { name: 'Price the limits' }).click()
  const table = page.getByRole('region', { name: 'What binds, the dearest first' }).first()
  await table.waitFor()
  expect(await asSolved.count()).toBe(0)
  expect(await table.textContent()).toMatch(/IT power of the halls: .*\$[\d.]+/)
  await table.getByRole('button', { name: /^\$/ }).first().click()
  const pane = page.getByRole('complementary', { name: 'Where it comes from' })
  await pane.getByText('Found by solving the plan again').waitFor()
  await pane.getByRole('listitem').filter({ hasText: 'Step' }).getByRole('button').waitFor()
})

test('a decision is put together from lists, forced, and has its price', async () => {
  const { page } = e2e
  await openScreen(page, 'Why')
  const decision = page.getByRole('combobox', { name: 'Decision to force' })
  const pick = async (typed: string, option: RegExp) => {
    await decision.fill(typed)
    await page.getByRole('option', { name: option }).first().click()
  }
  await pick('all sites', /all sites$/)
  await page.getByRole('combobox', { name: 'How' }).click()
  await page.getByRole('option', { name: 'at most' }).click()
  await page.getByRole('textbox', { name: 'Amount (units)' }).fill('0')
  await page.getByRole('button', { name: 'Solve with it' }).click()
  await page
    .getByText(/It costs .*\$|No plan satisfies everything/)
    .first()
    .waitFor({ timeout: 60_000 })
})

test('where a decision turns is asked for by names, and said in words', async () => {
  const { page } = e2e
  await openScreen(page, 'Why')
  const panel = page.getByRole('region', { name: 'Break-even' })
  await panel.getByRole('combobox', { name: 'Input' }).fill('unserved')
  await page
    .getByRole('option', { name: /unserved/ })
    .first()
    .click()
  await panel.getByRole('combobox', { name: 'Decision' }).fill('unserved')
  await page.getByRole('option', { name: 'some demand goes unserved' }).click()
  await panel.getByRole('button', { name: 'Find' }).click()
  await panel
    .getByText(/some demand goes unserved: at /)
    .first()
    .waitFor({ timeout: 120_000 })
})

test('two inputs together: a heat map with traces, the system that is best where, and a spider', async () => {
  const { page } = e2e
  await openScreen(page, 'Vary')
  await page.getByText('Heat map', { exact: true }).click()
  await page.getByRole('textbox', { name: 'Across: values' }).fill('2')
  await page.getByRole('button', { name: 'As JSON' }).click()
  const spec = page.getByLabel('Specification').and(page.locator('textarea'))
  const { across } = JSON.parse(await spec.inputValue())
  expect(across).toEqual({ path: 'demand[*].unitsEnd', as: 'times', from: 0.6, to: 1.4, steps: 2 })
  const down = { path: 'distribution.leases[*].usdPerAccelH', from: 0.5, to: 1, steps: 2 }
  await spec.fill(JSON.stringify({ kind: 'grid', design: 'fixed', across, down }))
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  const map = page.getByRole('region', { name: 'Both inputs together' }).last()
  await map.waitFor({ timeout: 120_000 })
  expect(await map.getByRole('columnheader').allTextContents()).toEqual([expect.any(String), '60 %', '140 %'])
  // Dearer leases and more demand cost more: each cell against its neighbour, by the map's own figures.
  const costs = (await map.getByRole('cell').allTextContents()).map((text) => toMusd(text))
  expect(costs[0]).toBeLessThan(costs[1]!)
  expect(costs[0]).toBeLessThan(costs[2]!)
  await map.getByRole('cell').first().getByRole('button').click()
  const pane = page.getByRole('complementary', { name: 'Where it comes from' })
  expect(await pane.getByRole('listitem').first().textContent()).toMatch(/Changed/)
  await pane.getByRole('button', { name: 'Close' }).click()
  const systems = page.getByRole('region', { name: 'Which system is best where' }).last()
  expect(await systems.getByRole('cell').first().textContent()).toBe('A')
  await page.getByText('Tornado', { exact: true }).click()
  const inputs = [{ path: 'distribution.leases[*].usdPerAccelH', low: 0.5, high: 1.5 }]
  await spec.fill(JSON.stringify({ kind: 'sensitivity', design: 'fixed', inputs, steps: 3 }))
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByRole('heading', { name: 'Cost along each input' }).waitFor({ timeout: 120_000 })
  await page.getByRole('button', { name: 'As a form' }).click()
})

/** `$1.2 B` as 1200. */
function toMusd(text: string): number {
  const [, amount, unit] = /\$([\d.,]+)\s?([kMB])/.exec(text) ?? []
  return Number(amount?.replaceAll(',', '')) * { k: 1e-3, M: 1, B: 1e3 }[unit as 'k' | 'M' | 'B']
}

test('a tornado with the design as built, and a variant opened as a branch', async () => {
  const { page } = e2e
  await openScreen(page, 'Vary')
  await page.getByRole('textbox', { name: 'low' }).first().fill('95')
  await page.getByRole('button', { name: 'As JSON' }).click()
  const spec = page.getByLabel('Specification').and(page.locator('textarea'))
  expect(await spec.inputValue()).toContain('"low": 0.95')
  await spec.fill('{ "kind": "sensitivity" }')
  await page.getByRole('alert').filter({ hasText: 'inputs' }).waitFor()
  const inputs = [{ path: 'demand[*].unitsEnd', low: 0.9, high: 1.1 }]
  await spec.fill(JSON.stringify({ kind: 'sensitivity', design: 'fixed', inputs }))
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  const variants = page.getByRole('region', { name: 'Variants' }).last()
  await variants.waitFor()
  await variants
    .getByRole('row')
    .filter({ hasText: /units end · all · demand: .*× 1\.1/ })
    .getByRole('button')
    .nth(1)
    .click()
  const pane = page.getByRole('complementary', { name: 'Where it comes from' })
  expect(await pane.getByRole('listitem').first().textContent()).toMatch(/Changed.*× 1\.1/)
  await pane.getByRole('button', { name: 'Close' }).click()
  await variants.getByRole('button', { name: /^units end · all · demand: .*× 0\.9/ }).click()
  await isStale(page)
  await page
    .getByText(/× 0\.9/)
    .first()
    .waitFor()
})

test('the end of a front is a plan of its own, with its caps as fields', async () => {
  const { page } = e2e
  await openScreen(page, 'Vary')
  await page.getByText('Front', { exact: true }).click()
  await page.getByRole('combobox', { name: 'Cost against' }).click()
  await page.getByRole('option', { name: 'share of the edge' }).click()
  await page.getByText('Caps on tokens served away from the edge').waitFor()
  await page.getByRole('button', { name: 'As JSON' }).click()
  const spec = page.getByLabel('Specification').and(page.locator('textarea'))
  // The end of the front alone: what is asked for beside it is solved as it is.
  const front = { kind: 'pareto', against: 'carbon', shares: [1], least: true, gapShare: 0.03 }
  await spec.fill(JSON.stringify(front))
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  const variants = page.getByRole('region', { name: 'Variants' }).last()
  await variants.getByRole('button', { name: /^the least: cap / }).waitFor({ timeout: 240_000 })
  await page.getByText(/The least: .* t, proven not to be below .* t/).waitFor()
  // The least has the least carbon: its point is the first of the front, and opens as its row does.
  await page.locator('main [role="group"]:has(> canvas)').first().focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  // The row of the table is called so too: it is in the head once the branch is open.
  await page
    .locator('header')
    .getByText(/: cap [\d.]+ %/)
    .first()
    .waitFor()
  await openScreen(page, 'Horizon and money')
  expect(await cell(page, 'Carbon cap').inputValue()).toMatch(/\d/)
  expect(await cell(page, 'Unserved cap').inputValue()).toMatch(/\d/)
})

test('where there is no plan, a repair is applied as a branch and gives one', async () => {
  const { page } = e2e
  await startFromTemplate(page, /^Campus/)
  await openScreen(page, 'Horizon and money')
  await typeInto(page, 'Carbon cap', '10')
  await openScreen(page, 'Scheduling')
  await cell(page, 'All demand must be served').selectOption({ label: 'yes' })
  await page.getByRole('button', { name: 'Solve', exact: true }).click()
  await page.getByText('These cannot hold together:').waitFor({ timeout: 120_000 })
  await page.getByText('Carbon cap of the horizon').first().waitFor()
  await page.getByRole('button', { name: 'Apply as a branch' }).first().click({ timeout: 120_000 })
  // The branch has to stand before it is solved.
  await page
    .getByText(/^Campus: /)
    .first()
    .waitFor()
  await solvePlan(page)
})
