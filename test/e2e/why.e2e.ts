import { beforeAll, expect, test } from 'vitest'
import { isStale, openScreen, solvePlan, startFromTemplate } from './moves.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()
beforeAll(async () => {
  await startFromTemplate(e2e.page, /^Campus/)
  await solvePlan(e2e.page)
})

test('what binds is priced in a worker, by limit and by quarter', async () => {
  const { page } = e2e
  await openScreen(page, 'Why')
  await page.getByRole('button', { name: 'Price the limits' }).click()
  const table = page.getByRole('region', { name: 'What binds, the dearest first' }).first()
  await table.waitFor()
  expect(await table.textContent()).toMatch(/IT power of the halls: .*\$[\d.]+/)
  await table.getByRole('button', { name: /^\$/ }).first().click()
  const pane = page.getByRole('complementary', { name: 'Where it comes from' })
  await pane.getByText('Found by solving the plan again').waitFor()
  await pane.getByRole('listitem').filter({ hasText: 'Step' }).getByRole('button').waitFor()
})

test('a decision that cannot be forced is refused by name', async () => {
  const { page } = e2e
  await openScreen(page, 'Why')
  await page.getByRole('combobox', { name: 'Decision to force' }).fill('site:moon=closed')
  await page.getByRole('button', { name: 'Solve with it' }).click()
  await page
    .getByText(/site:moon=closed/)
    .first()
    .waitFor()
})

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
  await variants.getByRole('row').filter({ hasText: '0 high' }).getByRole('button').nth(1).click()
  const pane = page.getByRole('complementary', { name: 'Where it comes from' })
  expect(await pane.getByRole('listitem').first().textContent()).toMatch(/Changed.*× 1\.1/)
  await pane.getByRole('button', { name: 'Close' }).click()
  await variants.getByRole('button', { name: '0 low' }).click()
  await isStale(page)
  await page
    .getByText(/× 0\.9/)
    .first()
    .waitFor()
})
