import { afterAll, beforeAll, expect, test } from 'vitest'
import { type E2e, startE2e } from './harness.ts'

let e2e: E2e
const open = (name: string) =>
  e2e.page.getByRole('navigation').getByRole('button', { name, exact: true }).click()

beforeAll(async () => {
  e2e = await startE2e()
  const { page } = e2e
  await page.getByRole('heading', { name: 'The cake' }).waitFor()
  await open('Library')
  await page.getByRole('button', { name: 'New from template' }).click()
  await page
    .getByRole('menuitem', { name: /^Campus/ })
    .first()
    .click()
  await page.getByText('Not solved yet').first().waitFor()
  await page.getByRole('button', { name: 'Solve', exact: true }).click()
  await page.getByText('Solved. The screens show the new plan.').waitFor({ timeout: 120_000 })
  await page.getByRole('button', { name: 'Close', exact: true }).click()
})
afterAll(async () => {
  const { errors } = e2e
  await e2e.stop()
  expect(errors).toEqual([])
})

test('what binds is priced in a worker, by limit and by quarter', async () => {
  const { page } = e2e
  await open('Why')
  await page.getByRole('button', { name: 'Price the limits' }).click()
  const table = page.getByRole('region', { name: 'What binds, the dearest first' }).first()
  await table.waitFor()
  expect(await table.textContent()).toMatch(/IT power of the halls: .*\$[\d.]+/)
})

test('a decision that cannot be forced is refused by name', async () => {
  const { page } = e2e
  await open('Why')
  await page.getByRole('combobox', { name: 'Decision to force' }).fill('site:moon=closed')
  await page.getByRole('button', { name: 'Solve with it' }).click()
  await page
    .getByText(/site:moon=closed/)
    .first()
    .waitFor()
})

test('a tornado with the design as built, and a variant opened as a branch', async () => {
  const { page } = e2e
  await open('Vary')
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
  await variants.getByRole('button', { name: '0 low' }).click()
  await page.getByText('Changed since it was solved').waitFor()
  await page
    .getByText(/demand\[\*\]\.unitsEnd × 0\.9/)
    .first()
    .waitFor()
})
